import { css, html } from 'lit';
import { base } from '../styles/base.ts';
import { define, ViewElement } from './element.ts';
import { plugBox, plugStyle } from './plugbox.ts';

/** The queue's plug: see plugbox.ts. */
export class BlkPlug extends ViewElement {
  static override styles = [
    base,
    plugStyle,
    css`
      /* On a phone each of its numbers is one line: what waits for it has more need of the place. */
      @media (min-width: 360px) and (max-width: 639px) {
        .box:has(.pair) {
          display: grid;
          grid-template-columns: auto minmax(0, 1fr) auto;
          grid-auto-flow: dense;
          align-items: center;
          gap: 2px 8px;
          min-height: 0;
        }
        .state {
          grid-column: 1 / -1;
          margin: 0;
        }
        .pair {
          display: contents;
        }
        .pair > :first-child {
          grid-column: 1;
        }
        .pair > :last-child {
          grid-column: 3;
          text-align: right;
        }
        .cells,
        .bar,
        .quiet,
        .ruler {
          grid-column: 2;
          height: 18px;
          margin: 0;
        }
        .quiet {
          display: block;
          overflow: hidden;
          line-height: 18px;
          text-overflow: ellipsis;
          white-space: nowrap;
        }
        .ruler {
          height: 26px;
          margin: -1px 0 -7px;
        }
        .ruler text {
          display: none; /* the timeline tells the jiffies' times */
        }
      }
    `,
  ];

  override render() {
    return this.view ? plugBox(this.view) : html``;
  }
}

define('blk-plug', BlkPlug);
