import type { ScenarioError } from '../engine/protocol.ts';
import { strings } from '../strings.ts';
import { noticeOf, type Session, type Told } from './session.ts';

/** What the ways out of a notice ask of the page. */
export interface Ways {
  load(): void; // the engine, anew
  goTo(place: ScenarioError): void; // in the scenario's text
}

/** The session's notice: shows one, and goes the way that a person chooses. */
export class Messages {
  constructor(
    readonly session: Session,
    readonly ways: Ways,
  ) {}

  tell(notice: Told | null): void {
    this.session.notice = notice;
    this.session.changed();
  }

  go(way: string): void {
    const { session, ways } = this;
    const { notice } = session;
    switch (way) {
      case 'place':
        if (notice?.place) ways.goTo(notice.place);
        return;
      case 'restart':
        session.engine = null;
        ways.load();
        return;
      case 'retry':
        ways.load();
        return;
      case 'report':
        void this.#copy(notice?.report ?? '');
        return;
      default:
        this.tell(null);
    }
  }

  /** The report, copied; where that is refused it stands in the notice, to be read and selected. */
  async #copy(report: string): Promise<void> {
    const { told } = this.session;
    if (!told) return;
    const add = (text: (before: string) => string): void => this.tell(() => ({ ...noticeOf(told), text: text(noticeOf(told).text) }));
    try {
      await navigator.clipboard.writeText(report);
      add((before) => `${strings.state.copied} ${before}`);
    } catch {
      add(() => `${strings.state.copyRefused}\n${report}`);
    }
  }
}
