import { check, fromBase64url, toBase64url } from './bytes.ts';
import { canDeflate, deflate, inflate, TooLarge } from './deflate.ts';
import { readFields, writeFields, type Shared } from './fields.ts';

export type { Shared } from './fields.ts';

/** What a fragment may have: characters as it stands, bytes once unpacked (as core/scenario/limits.go has it, and a view). */
export const linkCharsMax = 1 << 20;
const unpackedBytesMax = (4 << 20) + 4096;

/**
 * Why a fragment that should hold a scenario does not open. `newer`: a later
 * blkplay made it; `cut`: its end is missing; `damaged`: characters are not
 * those it was made of; `long`, `large`: over a limit, packed or unpacked;
 * `cannot`: this browser has no DecompressionStream for it.
 */
export type LinkFault = 'newer' | 'cut' | 'damaged' | 'long' | 'large' | 'cannot';

export class LinkError extends Error {
  constructor(readonly fault: LinkFault) {
    super(`the link is ${fault}`);
    this.name = 'LinkError';
  }
}

// A link is `#b1.PACKED.CHECK`:
//
//   b   the bytes are deflated; u: they are not
//   1   the version of all that follows. What it means never changes: links.golden.jsonl
//   PACKED   base64url of the bytes of FIELDS, a line feed, and the scenario's text, in UTF-8
//   CHECK    four characters made of those bytes, so that no damaged link opens as another scenario
//
// By hand one writes `#text=version%201%0A...&at=5ms`: the same fields, percent-encoded.

const packed = /^([bu])(\d+)\.([A-Za-z0-9_-]*)(?:\.([A-Za-z0-9_-]{4}))?/;

/** The fragment, from its #, that opens as what is shared. Any text can be shared, also one that does not run. */
export async function pack(shared: Shared): Promise<string> {
  const bytes = new TextEncoder().encode(`${writeFields(shared)}\n${shared.text}`);
  const deflates = canDeflate();
  return `#${deflates ? 'b' : 'u'}1.${toBase64url(deflates ? await deflate(bytes) : bytes)}.${check(bytes)}`;
}

/**
 * What a fragment shares; null if it is not a link of ours. Rejects with a
 * LinkError for one that is but does not open. What mail and chat programs add
 * (line breaks, a closing bracket or full stop) is ignored.
 */
export async function unpack(fragment: string): Promise<Shared | null> {
  const given = fragment.startsWith('#') ? fragment.slice(1) : fragment;
  if (given.length > linkCharsMax && looksOurs(given)) throw new LinkError('long');
  if (/^text=/.test(given)) return plain(given);
  const parts = packed.exec(given.replace(/\s|%0[AD]|%20/gi, ''));
  if (!parts) return null;
  const [, how, version, body, sum] = parts;
  if (version !== '1') throw new LinkError('newer');
  if (sum === undefined) throw new LinkError('cut');
  const bytes = await unpacked(how, body);
  if (check(bytes) !== sum) throw new LinkError('damaged');
  const all = decode(bytes);
  const end = all.indexOf('\n');
  if (end < 0) throw new LinkError('damaged');
  return { ...readFields(all.slice(0, end)), text: all.slice(end + 1) };
}

function looksOurs(given: string): boolean {
  return /^(text=|[bu]\d+\.)/.test(given);
}

async function unpacked(how: string, body: string): Promise<Uint8Array> {
  const bytes = fromBase64url(body);
  if (!bytes) throw new LinkError('damaged');
  if (how === 'u') return bytes;
  if (!canDeflate()) throw new LinkError('cannot');
  try {
    return await inflate(bytes, unpackedBytesMax);
  } catch (e) {
    throw new LinkError(e instanceof TooLarge ? 'large' : 'damaged');
  }
}

function plain(given: string): Shared {
  const fields = readFields(given);
  if (fields.text === undefined) throw new LinkError('damaged');
  return { ...fields, text: fields.text };
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new LinkError('damaged');
  }
}
