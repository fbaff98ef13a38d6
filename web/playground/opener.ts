import { Desk, type Import, type TraceEnding } from './desk.ts';
import { parts } from './parts.ts';
import type { Session, Told } from './session.ts';

/** What opening files asks of the page. */
export interface Opening {
  stop(): void; // what moves
  choose(): void; // lets a person choose files
  tell(notice: Told): void;
}

/** Opens files in the page's session, and keeps what there is to say of a real trace. */
export class Opener {
  imported: Import | null = null;

  constructor(
    readonly desk: Desk,
    readonly session: Session,
    readonly page: Opening,
  ) {}

  async open(files: File[]): Promise<void> {
    const { desk, session, page } = this;
    if (files.length === 0) return;
    page.stop();
    const opened = await desk.open(files, session.view().machine, page.choose, () => void this.open(files));
    if ('kind' in opened || typeof opened === 'function') {
      page.tell(opened);
      return;
    }
    this.imported = opened.imported;
    if (opened.imported) void parts.report();
    session.start(opened.text);
  }

  /** Saves the real trace in another format. */
  async convert(ending: TraceEnding): Promise<void> {
    const failed = this.imported && (await this.desk.convert(this.imported, ending, () => void this.convert(ending)));
    if (failed) this.page.tell(failed);
  }

  /** Something else is shown now. */
  close = (): void => {
    this.imported = null;
    this.session.changed();
  };
}
