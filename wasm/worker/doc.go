// Command worker serves the site and the interface of package api, at home and
// on the edge.
//
// At home, over net/http, with links and boards in a SQLite file:
//
//	go run ./build -out dist
//	go run ./wasm/worker -site dist -addr 127.0.0.1:8625 -data blkplay.db
//
// On the edge, as a Worker: build.sh leaves in wasm/worker/build
//
//	worker.mjs      the module to run; it imports app.wasm, wasm_exec.js, runtime.mjs
//	site/           the files of the site, with _headers and .assetsignore
//
// and wrangler.toml says how they go together: files are served by the edge
// itself, the interface by the Worker, which is instantiated for every request, so
// that no state survives one but in what is bound to it: short links in KV, class
// boards in D1, a rate limiter. What is not bound is not offered. To deploy it with
// an account of Cloudflare's:
//
//	cd wasm/worker
//	npx wrangler kv namespace create LINKS               # its id goes into wrangler.toml
//	npx wrangler d1 create blkplay                       # likewise
//	npx wrangler d1 migrations apply blkplay --remote
//	npx wrangler deploy
//
// A plain static host needs none of this: dist/ is the whole site, and short
// links, boards and oEmbed are what it does without.
//
// Any of these runs the Worker without network or account:
//
//	sh wasm/worker/build.sh
//	cd wasm/worker && npx wrangler dev --local
//	npx workerd serve wasm/worker/workerd.capnp          # 127.0.0.1:8787; the site by way of the Worker
//
//	new Miniflare({                                      // miniflare, from a script
//	  rootPath: 'wasm/worker/build', modulesRoot: '.', cf: false,
//	  modules: [
//	    { type: 'ESModule', path: 'worker.mjs' }, { type: 'ESModule', path: 'wasm_exec.js' },
//	    { type: 'ESModule', path: 'runtime.mjs' }, { type: 'CompiledWasm', path: 'app.wasm' },
//	  ],
//	  compatibilityDate: '2026-04-01',
//	  assets: { directory: 'wasm/worker/build/site', binding: 'ASSETS', routerConfig: { has_user_worker: true } },
//	})
package main
