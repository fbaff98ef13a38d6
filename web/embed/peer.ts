import { readCommand, version, type Command } from './protocol.ts';

/** The page around this frame, once it has said hello. */
export class Peer {
  #origin: string | null = null; // of the page that is told and obeyed; 'null': an opaque one
  #only: string | null;

  /** With `only`, no other origin is listened to; nobody at all, if that names none. */
  constructor(only: string | null, readonly obey: (command: Command) => void) {
    this.#only = only && originOf(only);
    addEventListener('message', this.#heard);
  }

  /** Tells the page, if it has said hello. */
  tell(type: string, more: Record<string, unknown> = {}): void {
    // An opaque origin (a sandboxed page, a file) cannot be aimed at.
    if (this.#origin !== null) post(type, more, this.#origin === 'null' ? '*' : this.#origin);
  }

  /** Tells whoever the page is: only what gives nothing away. */
  call(type: string, more: Record<string, unknown> = {}): void {
    if (this.#origin === null) post(type, more, this.#only ?? '*');
    else this.tell(type, more);
  }

  #heard = (e: MessageEvent): void => {
    if (e.source !== parent || parent === window) return;
    if (this.#only !== null && e.origin !== this.#only) return;
    if (this.#origin !== null && e.origin !== this.#origin) return;
    const command = readCommand(e.data);
    if (!command) return;
    if (command.type === 'hello') this.#origin = e.origin;
    else if (this.#origin === null) return;
    this.obey(command);
  };
}

const nobody = 'about:blank';

/** The origin of an address, as authors write one: with or without what comes behind the host. */
function originOf(address: string): string {
  try {
    const { origin } = new URL(address);
    return origin === 'null' ? nobody : origin;
  } catch {
    return nobody;
  }
}

function post(type: string, more: Record<string, unknown>, to: string): void {
  if (parent !== window && to !== nobody) parent.postMessage({ blkplay: version, type, ...more }, to);
}
