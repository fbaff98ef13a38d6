// What any view of a run tells whoever owns the run, embedded ones too. Each event bubbles through shadow roots.

/** Bios to light up, null to end it; pinned light stays until Esc. */
export class LightEvent extends Event {
  static readonly type = 'blk-light';
  constructor(readonly bios: readonly number[] | null, readonly pin = false) {
    super(LightEvent.type, { bubbles: true, composed: true });
  }
}

/** Look at an instant, ns. */
export class SeekEvent extends Event {
  static readonly type = 'blk-seek';
  constructor(readonly time: number) {
    super(SeekEvent.type, { bubbles: true, composed: true });
  }
}
