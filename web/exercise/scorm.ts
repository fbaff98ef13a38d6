import { strToU8, zipSync } from 'fflate';
import { launchPage, launchScript, manifest, type Packed } from './scorm-files.ts';

/**
 * A SCORM 1.2 package: this exercise, a variant of it for each student, a copy of the player, and a
 * page that talks to the learning platform. Nothing in it is fetched from elsewhere.
 */
export async function scormPackage(x: Packed): Promise<Uint8Array<ArrayBuffer>> {
  const player = await playerFiles(x.home);
  const page = new TextDecoder().decode(player.get('exercise.html')).replace('<html', `<html data-home="${escaped(x.home.href)}"`);
  player.set('exercise.html', strToU8(page));
  player.set(`lessons/${x.name}.lesson`, strToU8(x.text));
  player.set('start.html', strToU8(launchPage(x)));
  player.set('start.js', strToU8(launchScript(x)));
  player.set('imsmanifest.xml', strToU8(manifest(x, [...player.keys()])));
  return zipSync(Object.fromEntries([...player].map(([name, bytes]) => [name, [bytes, { level: /\.(wasm|js)$/.test(name) ? 6 : 9 }]])), { mtime: new Date(2026, 0, 1) });
}

/** The page of exercises and all that it names, by path in the site. */
export async function playerFiles(home: URL, load: (url: URL) => Promise<Uint8Array> = fetched): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const take = async (path: string): Promise<void> => {
    if (files.has(path)) return;
    files.set(path, new Uint8Array());
    const bytes = await load(new URL(path, home));
    files.set(path, bytes);
    if (/\.(html|js|css)$/.test(path)) for (const name of namedIn(new TextDecoder().decode(bytes), path)) await take(name);
  };
  await take('exercise.html');
  return files;
}

/** Files of the assets folder that a page, script or style sheet names: "assets/a-1b2c3d4e.js" or "./a-1b2c3d4e.wasm". */
export function namedIn(text: string, path: string): string[] {
  const names = text.match(/(?:assets\/|\.\/)[\w.-]+-[0-9a-f]{8}\.(?:js|css|wasm)/g) ?? [];
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return [...new Set(names.map((name) => (name.startsWith('./') ? folder + name.slice(2) : name)))];
}

async function fetched(url: URL): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
