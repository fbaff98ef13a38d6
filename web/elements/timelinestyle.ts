import { css } from 'lit';

/** The boxes around the picture of a run; the picture itself is drawn. */
export const timelineStyle = css`
  :host {
    position: relative;
    min-width: 0;
    min-height: 0;
    overflow: hidden;
    contain: layout style;
  }
  @media (min-width: 1000px) {
    :host(:not([compact])),
    :host(:not([compact])) .all {
      contain: strict; /* the page gives it its size: what changes inside lays out nothing else */
    }
  }
  .all {
    display: flex;
    flex-direction: column;
    height: 100%;
  }
  .scroll {
    position: relative;
    flex: 1;
    min-height: 120px;
    margin-top: 4px;
    overflow: hidden auto;
  }
  canvas {
    display: block;
    touch-action: pan-y;
    cursor: crosshair;
  }
  .cursor {
    position: absolute;
    top: 14px;
    width: 1.5px;
    contain: layout size;
    background: var(--blk-cur);
    pointer-events: none;
  }
  .out {
    display: none;
  }
  .marker {
    position: absolute;
    top: 14px;
    border-left: 1.5px dashed var(--blk-ink);
    pointer-events: none;
  }
  .marker span {
    position: absolute;
    bottom: 0;
    left: 2px;
    max-width: 120px;
    overflow: hidden;
    padding: 0 3px;
    background: var(--blk-panel);
    font-size: 10px;
    line-height: 13px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .below {
    display: flex;
    max-height: 45%;
  }
  .zoom {
    display: flex;
    flex: none;
    gap: 4px;
    align-self: flex-end;
    margin: -3px 6px 2px;
  }
  .zoom .btn {
    height: 20px;
    font-size: 12px;
  }
  .zoom .square {
    width: 26px;
  }
  @media (pointer: coarse), (max-width: 639px) {
    .zoom .btn {
      height: 44px;
    }
    summary {
      line-height: 44px;
    }
  }
  canvas:focus-visible {
    outline-offset: -2px;
    box-shadow: none;
  }
  .flag {
    position: absolute;
    top: -1px;
    left: 4px;
    padding: 0 5px;
    background: var(--blk-cur);
    color: var(--blk-inv);
    font: 600 10px/14px var(--blk-mono);
  }
  .flag.left {
    right: 4px;
    left: auto;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0 14px;
    padding: 2px 8px 1px;
    color: var(--blk-ink2);
    font-size: 11px;
    line-height: 15px;
  }
  details {
    flex: 1;
    min-width: 0;
    padding: 0 8px 4px;
    overflow: auto;
    font-size: 11px;
    line-height: 15px;
    color: var(--blk-ink2);
  }
  summary {
    cursor: pointer;
  }
  table {
    border-collapse: collapse;
    color: var(--blk-ink);
    font-family: var(--blk-mono);
  }
  th,
  td {
    padding: 1px 12px 1px 0;
    text-align: right;
    font-weight: 400;
  }
  th {
    position: sticky;
    top: 0;
    background: var(--blk-panel);
  }
  :host([compact]) .foot {
    display: none;
  }
  @media (max-width: 639px) {
    .scroll {
      min-height: 220px;
    }
    .foot {
      padding-left: 8px;
    }
  }
`;
