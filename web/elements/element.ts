import { LitElement } from 'lit';
import type { View } from '../playground/view.ts';
import { Speaks } from './speaks.ts';

/** An element that shows one moment of a run: its property `view` is all it knows. */
export class ViewElement extends LitElement {
  static override properties = { view: { attribute: false } };
  declare view: View | undefined;
  readonly speaks = new Speaks(this);
}

/** Registers an element once, however often its module is loaded. */
export function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}
