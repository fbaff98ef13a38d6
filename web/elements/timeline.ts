import { html } from 'lit';
import { base } from '../styles/base.ts';
import { define, ViewElement } from './element.ts';

export class BlkTimeline extends ViewElement {
  static override styles = base;
  override render() {
    return html``;
  }
}

define('blk-timeline', BlkTimeline);
