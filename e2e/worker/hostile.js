import assert from 'node:assert/strict';

const kib = 'A'.repeat(1024);

/** Requests that nobody means well by: method, path, body, content type. */
const requests = [
  ['POST', 'api/run', 'version 1\n'.repeat(20_000), 'text/plain'],
  ['POST', 'api/run', '\0'.repeat(4096), 'text/plain'],
  ['POST', 'api/run', `version 1\nkernel 2.6.24\ntask 1\n  stream write random seed=1 count=1048576 +8\n`, 'text/plain'],
  ['POST', 'api/run', '{"a":'.repeat(50_000), 'application/json'],
  ['POST', 'api/links', '{"fragment":'.repeat(5_000), 'application/json'],
  ['POST', 'api/links', JSON.stringify({ fragment: '#text=<script>alert(1)</script>' }), 'application/json'],
  ['POST', 'api/links', JSON.stringify({ fragment: 'javascript:alert(1)' }), 'application/json'],
  ['POST', 'api/links', JSON.stringify({ fragment: `//evil.example/#b1.${kib}` }), 'application/json'],
  ['POST', 'api/links', JSON.stringify({ fragment: `#b1.${kib.repeat(64)}.AAAA` }), 'application/json'],
  ['POST', 'api/boards', JSON.stringify({ lesson: kib.repeat(1024) }), 'application/json'],
  ['POST', 'api/boards', '[]', 'application/json'],
  ['GET', `s/${'..%2f'.repeat(50)}etc/passwd`],
  ['GET', 's/%00'],
  ['GET', 'poster/%3Cscript%3E'],
  ['GET', `poster?${kib.repeat(8)}`],
  ['GET', 'poster?text=%3Csvg%20onload=alert(1)%3E'],
  ['GET', 'api/boards/%27%20OR%201=1'],
  ['DELETE', 'api/boards/x/results/9999999999999999999999'],
  ['PATCH', 'api/run', 'x', 'text/plain'],
  ['GET', 'assets/../../../../etc/passwd'],
];

/**
 * Each request gets an answer that a client can do something with; afterwards the
 * server is well.
 * @param {string} base
 */
export async function hostile(base) {
  for (const [method, path, body, type] of requests) {
    const asked = { method, body, redirect: /** @type {const} */ ('manual'), ...(type && { headers: { 'content-type': type } }) };
    const response = await fetch(new URL(path, base), asked).catch((e) => assert.fail(`${method} ${path.slice(0, 60)}: ${e.cause ?? e}`));
    const said = await response.text();
    const what = `${method} ${path.slice(0, 60)}: ${response.status} ${said.slice(0, 200)}`;
    assert.ok(response.status >= 400 && response.status < 500, what);
    assert.ok(said !== '' && !said.includes('goroutine') && !said.includes('root:'), what);
    const kind = response.headers.get('content-type') ?? '';
    assert.ok(!/html/.test(kind) || !/<script|<svg/i.test(said), what);
  }
  // By chance: whatever is sent, nothing breaks. The numbers are the same each time.
  let seed = 12345;
  const chance = (/** @type {number} */ n) => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 1) % n;
  for (let k = 0; k < 60; k++) {
    const bytes = Uint8Array.from({ length: chance(400) }, () => chance(256));
    const path = ['api/run', 'api/run?format=json', 'api/links', 'api/boards', 'api/boards/abc/results'][chance(5)];
    const type = ['text/plain', 'application/json', 'text/html', ''][chance(4)];
    const response = await fetch(new URL(path, base), { method: 'POST', body: bytes, headers: { 'content-type': type } });
    assert.ok(response.status >= 400 && response.status < 500, `${path} ${type}: ${response.status} ${await response.text()}`);
  }
  assert.equal((await fetch(new URL('healthz', base))).status, 200);
}
