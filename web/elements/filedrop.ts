import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Files dropped anywhere on the page; while some are held over it, `over` is true. */
export class FileDrop implements ReactiveController {
  over = false;

  constructor(
    readonly host: ReactiveControllerHost,
    readonly take: (files: File[]) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('dragover', this.#over);
    addEventListener('dragleave', this.#leave);
    addEventListener('drop', this.#drop);
  }

  hostDisconnected(): void {
    removeEventListener('dragover', this.#over);
    removeEventListener('dragleave', this.#leave);
    removeEventListener('drop', this.#drop);
  }

  #over = (e: DragEvent): void => {
    if (!e.dataTransfer?.types.includes('Files')) return;
    e.preventDefault();
    this.#set(true);
  };

  #leave = (e: DragEvent): void => {
    if (!e.relatedTarget) this.#set(false);
  };

  #drop = (e: DragEvent): void => {
    if (!e.dataTransfer?.files.length) return;
    e.preventDefault();
    this.#set(false);
    this.take([...e.dataTransfer.files]);
  };

  #set(over: boolean): void {
    if (over === this.over) return;
    this.over = over;
    this.host.requestUpdate();
  }
}
