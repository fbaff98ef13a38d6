import type { LightEvent } from './events.ts';
import type { Session } from './session.ts';

/** The bios that are lit in every view: those under the pointer, or some that were pinned. */
export class Light {
  #pinned = false;

  constructor(
    readonly session: Session,
    readonly playing: () => boolean,
  ) {}

  /** Those that stay lit whatever the pointer does. */
  get pinned(): readonly number[] {
    return this.#pinned && this.session.lit ? [...this.session.lit] : [];
  }

  take({ bios, pin }: LightEvent): void {
    const { session } = this;
    if (pin) {
      this.#pinned = !this.#pinned || !same(session.lit, bios);
      session.lit = this.#pinned && bios ? new Set(bios) : null;
    } else if (!this.#pinned) {
      session.lit = bios && !this.playing() ? new Set(bios) : null;
    }
    session.changed();
  }

  /** Pins these alone; none ends it. */
  pin(bios: readonly number[] = []): void {
    this.#pinned = bios.length > 0;
    this.session.lit = this.#pinned ? new Set(bios) : null;
    this.session.changed();
  }
}

function same(lit: ReadonlySet<number> | null, bios: readonly number[] | null): boolean {
  return lit !== null && bios !== null && lit.size === bios.length && bios.every((b) => lit.has(b));
}
