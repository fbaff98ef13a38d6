import { css } from 'lit';

/** The lists of an elevator: rows that move nothing else. */
export const elevatorStyle = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    container-type: inline-size;
  }
  h3 {
    display: flex;
    justify-content: space-between;
    gap: 8px;
    margin-bottom: 5px;
    color: var(--blk-ink2);
    font-size: 11px;
    line-height: 15px;
  }
  h3 b {
    color: var(--blk-ink);
  }
  .lists {
    flex: 1;
    display: grid;
    grid-auto-rows: minmax(0, 1fr);
    min-height: 0;
  }
  .half {
    display: flex;
    flex-direction: column;
    min-height: 0;
    isolation: isolate;
  }
  .head {
    display: flex;
    gap: 8px;
    align-items: baseline;
    margin-bottom: 2px;
    border-bottom: 1px solid var(--blk-line);
    font-size: 11px;
  }
  .head b {
    font-size: 12px;
  }
  .head :last-child:not(b) {
    margin-left: auto;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 140px;
    gap: 6px;
    min-height: 0;
    overflow: auto;
    flex: 1;
  }
  .columns.single {
    grid-template-columns: minmax(0, 1fr);
  }
  .line {
    display: flex;
    align-items: center;
    gap: 5px;
    height: 25px;
    padding-left: 3px;
    overflow: hidden;
    white-space: nowrap;
    contain: strict; /* a line's words move nothing else */
  }
  .more {
    height: 15px;
    contain: layout size;
  }
  .line code {
    min-width: 34px;
    text-align: right;
  }
  .aged .line {
    height: 19px;
  }
  .line .note {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .aged .line b {
    min-width: 22px;
  }
  .priority {
    display: flex;
    flex: none;
    flex-direction: column;
  }
  .lists:has(> .priority) {
    display: flex;
    flex-direction: column;
    gap: 4px;
    overflow: auto;
  }
  .priority:only-of-type {
    flex: 1;
    min-height: 0;
  }
  .priority .lists {
    flex: 1;
  }
  .pair-of-lists {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 10px;
  }
  .pair-of-lists .aged,
  .pair-of-lists .head :last-child:not(b) {
    display: none;
  }
  .pair-of-lists .line {
    height: 23px;
  }
  .pair-of-lists .columns {
    grid-template-columns: minmax(0, 1fr);
  }
  .queues {
    overflow: auto;
    min-height: 0;
  }
  .cfqq {
    margin-bottom: 4px;
    padding: 1px 5px;
    border: 1px solid var(--blk-line);
    border-radius: var(--blk-radius);
  }
  .cfqq.active {
    border: 2px solid var(--blk-ink);
  }
  .cfqq .head {
    margin: 0;
    border: 0;
    white-space: nowrap;
  }
  h3 {
    flex-wrap: wrap;
  }
  .age {
    flex: none;
    width: 36px;
    height: 6px;
    border: 1px solid var(--blk-line2);
    background: var(--blk-sunk);
  }
  .age i {
    display: block;
    height: 100%;
    background: var(--blk-ink);
    transform-origin: 0 50%; /* scaled, not laid out anew in each frame */
  }
  /* A finger takes a request by its whole line's height. */
  @media (max-width: 639px) {
    .line,
    .aged .line {
      height: 44px;
    }
    .request::after {
      content: '';
      position: absolute;
      z-index: 1;
      inset: -13px -14px;
    }
    .lists {
      grid-auto-rows: auto;
    }
  }
  @container (min-width: 900px) {
    .lists {
      grid-auto-flow: column;
      grid-auto-columns: minmax(0, 1fr);
      gap: 24px;
    }
  }
  @container (max-width: 330px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    .aged,
    .head :last-child:not(b) {
      display: none;
    }
  }
`;
