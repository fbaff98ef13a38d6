// The service worker, sw.js: keeps one whole version of the site, so that it opens
// without a network and never mixes two versions. The next version is fetched
// beside it and waits until the reader asks for it, see offline.ts.

export {}; // a script of its own: none of these names is the page's

interface Worker {
  readonly registration: { readonly scope: string };
  addEventListener(type: string, listener: (e: WorkerEvent) => void): void;
  skipWaiting(): Promise<void>;
}

interface WorkerEvent extends Event {
  readonly request: Request;
  readonly data: unknown;
  waitUntil(work: Promise<unknown>): void;
  respondWith(answer: Promise<Response>): void;
}

const worker = self as unknown as Worker;

/** The site's files, by the build: a version's name, then what is kept of it. */
const [version, ...files] = '@files@'.split(',');
const prefix = `blkplay ${worker.registration.scope} `;
const own = prefix + version;

worker.addEventListener('install', (e) => {
  // Past the browser's own cache: a page may stand in it that belongs to the version before.
  e.waitUntil(caches.open(own).then((cache) => cache.addAll(files.map((name) => new Request(name, { cache: 'no-cache' })))));
});

worker.addEventListener('activate', (e) => {
  e.waitUntil(
    caches.keys().then((names) => Promise.all(names.filter((name) => name.startsWith(prefix) && name !== own).map((name) => caches.delete(name)))),
  );
});

worker.addEventListener('message', (e) => {
  if (e.data === 'take over') void worker.skipWaiting();
});

worker.addEventListener('fetch', (e) => {
  const name = nameOf(e.request);
  if (name !== null && files.includes(name)) e.respondWith(answer(e.request, name));
});

/** What a request asks for, as the site's files are named; null if it is none of them. */
function nameOf(request: Request): string | null {
  const { scope } = worker.registration;
  const address = request.url.replace(/[?#].*$/, '');
  if (request.method !== 'GET' || !address.startsWith(scope)) return null;
  return address.slice(scope.length) || 'index.html';
}

async function answer(request: Request, name: string): Promise<Response> {
  const kept = await (await caches.open(own)).match(name);
  if (!kept) return fetch(request);
  // Some hosts answer index.html by leading to the folder; a page may not be opened with such an answer.
  return kept.redirected ? new Response(kept.body, { headers: kept.headers }) : kept;
}
