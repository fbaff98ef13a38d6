import { css } from 'lit';

/** A table beside what is said about it; one below the other where it is narrow. */
export const style = css`
  :host {
    min-width: 0;
    font-size: 13px;
    line-height: 18px;
  }
  .intro {
    padding: 8px 12px 0;
    overflow-wrap: anywhere;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 6px 12px;
    padding: 8px 12px;
  }
  .choices label {
    display: grid;
    gap: 2px;
    min-width: 120px;
    color: var(--blk-ink2);
    font-size: 11px;
  }
  .choices select {
    color: var(--blk-ink);
  }
  .choices .note {
    flex: 1 1 100%;
  }
  .told {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 12px;
    flex: 1 1 300px;
    min-height: 28px;
  }
  progress {
    width: 160px;
    accent-color: var(--blk-ink);
  }
  .failed {
    padding-left: 8px;
    border-left: 4px solid var(--blk-bad);
    overflow-wrap: anywhere;
  }
  .lines {
    border-top: 1px solid var(--blk-line);
  }
  .lines h3 {
    padding: 10px 12px 0;
    font-size: 14px;
  }
  .body {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    gap: 12px 32px;
    padding: 12px;
  }
  .body[aria-busy='true'] {
    color: var(--blk-ink2);
  }
  .filter {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0 16px;
  }
  .filter label {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 28px;
  }
  table {
    width: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 2px 0 2px 12px;
    border-bottom: 1px solid var(--blk-line);
    font-weight: 400;
    text-align: right;
    vertical-align: top;
  }
  th:first-child {
    padding-left: 0;
    text-align: left;
  }
  thead th {
    color: var(--blk-ink2);
    font-size: 11px;
    line-height: 15px;
  }
  .part th {
    padding-top: 10px;
    font-weight: 600;
  }
  td {
    font-family: var(--blk-mono);
    font-size: 12px;
    white-space: nowrap;
  }
  .same td:last-child {
    color: var(--blk-ink2);
    font-family: inherit;
  }
  .side {
    display: grid;
    align-content: start;
    gap: 16px;
    min-width: 0;
  }
  h3 {
    padding-bottom: 2px;
    font-weight: 600;
  }
  ul {
    margin: 0;
    padding-left: 18px;
  }
  li {
    padding-bottom: 3px;
    overflow-wrap: anywhere;
  }
  .order p {
    padding-bottom: 4px;
  }
  .ways,
  .save {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
  }
  .save .btn {
    font-family: var(--blk-mono);
  }
  summary {
    width: max-content;
    cursor: pointer;
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  details code {
    display: block;
    max-height: 120px;
    padding: 6px;
    overflow: auto;
    background: var(--blk-sunk);
    overflow-wrap: anywhere;
  }
  @media (max-width: 999px) {
    .body {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (max-width: 639px) {
    .choices label {
      flex: 1 1 140px;
    }
    th,
    td {
      padding-left: 6px;
    }
    td {
      font-size: 11px;
    }
    .filter label,
    summary {
      min-height: 44px;
      align-content: center;
    }
    .ways .btn,
    .save .btn {
      flex: 1;
    }
  }
`;
