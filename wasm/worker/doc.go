// Command worker serves the site and the interface of package api, at home and
// on the edge.
//
// At home, over net/http:
//
//	go run ./build -out dist
//	go run ./wasm/worker -site dist -addr 127.0.0.1:8625
//
// On the edge, as a Worker: build.sh leaves in wasm/worker/build
//
//	worker.mjs      the module to run; it imports app.wasm, wasm_exec.js, runtime.mjs
//	site/           the files of the site, with _headers and .assetsignore
//
// and wrangler.toml says how they go together: files are served by the edge
// itself, /api/* by the Worker, which is instantiated for every request, so that
// no state survives one. Any of these runs it without network or account:
//
//	sh wasm/worker/build.sh
//	npx wrangler dev --local -c wasm/worker/wrangler.toml
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
