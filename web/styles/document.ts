import { css } from 'lit';

/** Pages that are read from top to bottom: a head of one line, and panels of text, fields and tables under it. */
export const documentStyle = css`
  :host {
    font-size: 14px;
    line-height: 20px;
  }
  .page-head {
    display: flex;
    align-items: center;
    gap: 12px;
    min-width: 0;
    padding: 7px 20px;
    border-bottom: 1px solid var(--blk-line);
    background: var(--blk-panel);
    font-size: 12px;
    line-height: 16px;
  }
  .page-head > a:first-child {
    color: inherit;
    font-size: 15px;
    font-weight: 700;
    text-decoration: none;
  }
  .page-head .where {
    flex: 1;
    overflow: hidden;
    color: var(--blk-ink2);
    font-size: 13px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  pre,
  fieldset {
    margin: 0;
    padding: 0;
  }
  h1 {
    font-size: 20px;
    line-height: 25px;
    font-weight: 600;
  }
  h2 {
    font-size: 15px;
    line-height: 20px;
    font-weight: 600;
  }
  h3 {
    font-size: 14px;
    line-height: 20px;
    font-weight: 600;
  }
  a {
    color: inherit;
  }
  a.btn {
    text-decoration: none;
  }
  .document {
    max-width: 60rem;
    margin: 0 auto;
    padding: 24px 20px;
  }
  .document > * + * {
    margin-top: 16px;
  }
  .read {
    max-width: 42rem;
  }
  .box {
    padding: 16px;
    border: 1px solid var(--blk-line);
    border-radius: var(--blk-radius-panel);
    background: var(--blk-panel);
  }
  .box > * + * {
    margin-top: 12px;
  }
  .message {
    padding: 12px 16px;
    border: 2px solid var(--blk-ink);
    border-radius: var(--blk-radius-panel);
    background: var(--blk-panel);
  }
  .message > * + * {
    margin-top: 8px;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .muted {
    color: var(--blk-ink2);
  }
  pre {
    overflow-x: auto;
    font: 12px/17px var(--blk-mono);
  }
  summary {
    font-weight: 600;
    cursor: pointer;
  }
  .ok {
    color: var(--blk-ok);
  }
  .bad {
    color: var(--blk-bad);
  }
  .wide {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 13px;
    line-height: 18px;
  }
  th,
  td {
    padding: 4px 8px 4px 0;
    border-bottom: 1px solid var(--blk-line);
    text-align: left;
    vertical-align: top;
  }
  th {
    color: var(--blk-ink2);
    font-weight: 400;
  }
  @media (max-width: 639px) {
    .page-head {
      flex-wrap: wrap;
      padding: 4px 12px;
    }
    .page-head > a:first-child {
      line-height: 44px;
    }
    .document {
      padding: 16px 12px;
    }
    summary {
      padding: 12px 0;
    }
  }
`;
