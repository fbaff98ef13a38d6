// Runs workloads in a module given as argument: a line "OF ELEVATOR BIOS" on
// standard input is answered by the nanoseconds of computing time it took.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const [wasm, glue] = process.argv.slice(2);
let imports = {};
let go;
if (glue) {
  await import(glue);
  go = new globalThis.Go();
  imports = go.importObject;
}
const { instance } = await WebAssembly.instantiate(readFileSync(wasm), imports);
if (go) go.run(instance);
else instance.exports._initialize();
const { load, finish } = instance.exports;
const complete = 1;

for await (const line of createInterface({ input: process.stdin })) {
  const [of, elevator, bios] = line.split(' ').map(Number);
  if (load(of, elevator, bios) !== 0) throw new Error(`${line}: no machine`);
  const before = process.cpuUsage();
  const status = finish();
  const used = process.cpuUsage(before);
  if (status !== complete) throw new Error(`${line}: status ${status}`);
  console.log((used.user + used.system) * 1000);
}
