import { html } from 'lit';
import { base } from '../styles/base.ts';
import { define, ViewElement } from './element.ts';
import { plugBox, plugStyle } from './plugbox.ts';

/** The queue's plug: see plugbox.ts. */
export class BlkPlug extends ViewElement {
  static override styles = [base, plugStyle];

  override render() {
    return this.view ? plugBox(this.view) : html``;
  }
}

define('blk-plug', BlkPlug);
