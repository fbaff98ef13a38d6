import { css } from 'lit';

/** Type and boxes that every element begins with. */
export const base = css`
  :host {
    display: block;
    box-sizing: border-box;
    font: 12px/16px var(--blk-ui);
    font-variant-numeric: tabular-nums;
    color: var(--blk-ink);
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p {
    margin: 0;
    font-size: inherit;
    font-weight: inherit;
  }
  b,
  strong {
    font-weight: 600;
  }
  code,
  .mono {
    font-family: var(--blk-mono);
    font-size: var(--blk-small, 11px);
  }
  .note {
    color: var(--blk-ink2);
    font-size: var(--blk-small, 11px);
    line-height: 15px;
  }
  .pair {
    display: flex;
    justify-content: space-between;
    gap: 6px;
    font-size: var(--blk-small, 11px);
    line-height: 15px;
    color: var(--blk-ink2);
    white-space: nowrap;
  }
  @media (min-width: 640px) {
    .pair {
      flex: none;
      height: 15px;
      contain: layout size; /* figures that change lay out nothing else */
    }
  }
  .pair b {
    color: var(--blk-ink);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    height: 17px;
    padding: 0 6px;
    border: 1px solid var(--blk-line);
    border-radius: 9px;
    font-size: var(--blk-small, 11px);
    color: var(--blk-ink2);
    white-space: nowrap;
  }
  .chip b {
    color: var(--blk-ink);
  }
  .hidden-text {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    contain: strict;
    white-space: nowrap;
  }
  :focus-visible {
    outline: 2px solid var(--blk-ink);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--blk-panel);
  }
`;
