import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { root } from '../site.js';

const { unzipSync } = createRequire(join(root, 'web', 'package.json'))('fflate');

const types = /** @type {Record<string, string>} */ ({ '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm' });

/** A small learning platform: SCORM 1.2's API, which keeps values from visit to visit, around the package's start page. */
const frame = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Platform</title><script>
  window.pageErrors = [];
  addEventListener('error', (e) => pageErrors.push(e.message));
  const shelf = 'values of ' + location.search.slice(1);
  window.values = JSON.parse(sessionStorage[shelf] ?? '{}');
  const keep = () => { sessionStorage[shelf] = JSON.stringify(values); return 'true'; };
  const count = (what) => { values[what] = (values[what] ?? 0) + 1; return keep(); };
  window.API = {
    LMSInitialize: () => count('initialized'), LMSFinish: () => count('finished'), LMSCommit: () => count('committed'),
    LMSGetValue: (name) => (name === 'cmi.core.student_id' ? location.search.slice(1) : values[name] ?? ''),
    LMSSetValue: (name, value) => { if (typeof value !== 'string') throw new Error(name); values[name] = value; return keep(); },
    LMSGetLastError: () => '0', LMSGetErrorString: () => '', LMSGetDiagnostic: () => '',
  };
  window.player = () => document.querySelector('iframe')?.contentDocument?.querySelector('iframe')?.contentDocument?.querySelector('blk-exercise')?.shadowRoot;
</script><iframe src="package/start.html" title="package" style="width:100%;height:90vh"></iframe>`;

/** Serves a package as a platform does. @param {Buffer} zip */
export async function platform(zip) {
  /** @type {Record<string, Uint8Array>} */
  const files = unzipSync(new Uint8Array(zip));
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0];
    if (path === '/favicon.ico') {
      response.writeHead(204).end();
    } else if (path === '/') {
      response.writeHead(200, { 'content-type': 'text/html' }).end(frame);
    } else {
      const body = files[path.replace(/^\/package\//, '')];
      response.writeHead(body ? 200 : 404, { 'content-type': types[extname(path)] ?? 'text/plain' }).end(body);
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const url = `http://127.0.0.1:${port}/`;
  return {
    manifest: new TextDecoder().decode(files['imsmanifest.xml']),
    /** @param {import('../browser/page.js').Page} page @param {string} [student] */
    start: async (page, student = 'ada') => {
      await page.open(`${url}?${student}`);
      await page.until('the player', () => Boolean(/** @type {any} */ (window).player()?.querySelector('blk-question')));
    },
    /** @param {import('../browser/page.js').Page} page */
    values: (page) => page.run(() => /** @type {Record<string, string | number>} */ (/** @type {any} */ (window).values)),
    /** Chooses five causes and gives them. @param {import('../browser/page.js').Page} page @param {string[]} causes */
    inPlayer: (page, causes) =>
      page.run((list) => {
        const question = /** @type {any} */ (window).player().querySelector('blk-question').shadowRoot;
        list.forEach((cause, k) => question.querySelector(`input[name="f${k}"][value="plug-off-${cause}"]`).click());
        return new Promise((resolve) => setTimeout(() => resolve(question.querySelector('button[type=submit]').click()), 100));
      }, causes),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
