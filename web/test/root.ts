import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The file of that name in the repository, wherever the test's bundle lies in it. */
export function fromRoot(name: string): string {
  let dir = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(dir, 'go.mod'))) dir = dirname(dir);
  return join(dir, name);
}
