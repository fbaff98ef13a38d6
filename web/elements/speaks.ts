import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { languageEvent } from '../strings/index.ts';

/** Renders its host again when the language changes. */
export class Speaks implements ReactiveController {
  constructor(readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener(languageEvent, this.#again);
  }

  hostDisconnected(): void {
    removeEventListener(languageEvent, this.#again);
  }

  #again = (): void => this.host.requestUpdate();
}
