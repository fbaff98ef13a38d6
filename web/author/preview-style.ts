import { css } from 'lit';

export const previewStyle = css`
  :host > * + *,
  .story p {
    margin-top: 12px;
  }
  h2 {
    font-size: 20px;
    line-height: 25px;
  }
  h4 {
    margin: 0;
    color: var(--blk-ink2);
    font-size: 13px;
    font-weight: 400;
  }
  .chip {
    margin: 2px 0;
  }
  blk-question {
    display: block;
    margin-top: 12px;
  }
  .right {
    margin-top: 6px;
    padding: 8px 12px;
    border-left: 4px solid var(--blk-ink);
    background: var(--blk-sunk);
    font: 13px/18px var(--blk-mono);
    overflow-wrap: anywhere;
  }
  details.box {
    padding: 10px 14px;
  }
  details pre {
    max-height: 320px;
    overflow: auto;
    padding: 8px 10px;
    background: var(--blk-sunk);
  }
  details .btn {
    color: inherit;
    text-decoration: none;
  }
  mark {
    display: inline-block;
    min-width: 100%;
    background: var(--blk-cur-bg);
    color: var(--blk-ink);
    font-weight: 700;
  }
`;
