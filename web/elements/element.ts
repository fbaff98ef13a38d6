import { LitElement, type PropertyValues } from 'lit';
import type { View } from '../playground/view.ts';
import { Speaks } from './speaks.ts';

/** An element that shows one moment of a run: its property `view` is all it knows. */
export class ViewElement extends LitElement {
  static override properties = { view: { attribute: false } };
  /** In which of three frames it is drawn while more passes than anybody can follow; without one in each. */
  static readonly turn: 0 | 1 | 2 | undefined;
  declare view: View | undefined;
  readonly speaks = new Speaks(this);

  protected override shouldUpdate(changed: PropertyValues): boolean {
    const { turn } = this.constructor as typeof ViewElement;
    const now = this.view?.turn;
    return turn === undefined || now === undefined || changed.size !== 1 || !changed.has('view') || now % 3 === turn;
  }
}

/** Registers an element once, however often its module is loaded. */
export function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}
