import { css } from 'lit';

export const gradeStyle = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  body {
    font-size: 14px;
    line-height: 20px;
  }
  .document {
    max-width: 84rem;
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
  }
  .two {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  textarea {
    display: block;
    width: 100%;
    padding: 8px;
    border: 1px solid var(--blk-line2);
    border-radius: var(--blk-radius);
    background: var(--blk-panel);
    font: 12px/17px var(--blk-mono);
    resize: vertical;
  }
  ::placeholder {
    color: var(--blk-ink2);
    opacity: 1;
  }
  label + textarea {
    margin-top: 6px;
  }
  .muted {
    font-size: 13px;
    line-height: 18px;
  }
  #files,
  #shelf {
    list-style: none;
  }
  #files:empty,
  #left:empty {
    display: none;
  }
  #files li,
  #shelf li {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  #files li span,
  #shelf li label {
    flex: 1;
    min-width: 0;
  }
  #files li span {
    overflow-wrap: anywhere;
  }
  #shelf {
    max-height: 300px;
    overflow-y: auto;
    border: 1px solid var(--blk-line);
    border-radius: var(--blk-radius);
  }
  #shelf li {
    padding: 0 8px;
  }
  #shelf li + li {
    border-top: 1px solid var(--blk-line);
  }
  #shelf label {
    display: grid;
    grid-template-columns: auto 2.5em minmax(0, 1fr);
    align-items: center;
    gap: 8px;
    min-height: 30px;
    font-size: 13px;
    line-height: 18px;
    cursor: pointer;
  }
  #shelf b {
    font: 600 12px/18px var(--blk-mono);
    overflow-wrap: anywhere;
  }
  input[type='checkbox'] {
    width: 16px;
    height: 16px;
    margin: 0;
    accent-color: var(--blk-ink);
  }
  #mark {
    width: 5rem;
    height: 32px;
  }
  #run,
  #stop {
    height: 32px;
    padding: 0 16px;
  }
  button:disabled,
  .btn.primary:disabled {
    border: 1px dashed var(--blk-line2);
    background: none;
    color: var(--blk-ink2);
    cursor: default;
  }
  progress {
    appearance: none;
    flex: 1 1 8rem;
    height: 8px;
    border: 1px solid var(--blk-line2);
    border-radius: var(--blk-radius);
    background: var(--blk-sunk);
    overflow: hidden;
  }
  progress::-webkit-progress-bar {
    background: var(--blk-sunk);
  }
  progress::-webkit-progress-value {
    background: var(--blk-ink);
  }
  progress::-moz-progress-bar {
    background: var(--blk-ink);
  }
  #status {
    font-weight: 600;
  }
  #status:empty {
    display: none;
  }
  #status[data-state='failed'] {
    color: var(--blk-bad);
  }
  #results > * + * {
    margin-top: 12px;
  }
  #results h2 {
    flex: 1;
  }
  .only {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 28px;
    cursor: pointer;
  }
  #table {
    background: var(--blk-panel);
  }
  #table th,
  #table td {
    padding: 6px 12px 6px 8px;
  }
  tbody th {
    min-width: 7rem;
    color: inherit;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  td.exercise,
  td.seed,
  td.score {
    white-space: nowrap;
  }
  td.status {
    min-width: 14rem;
    max-width: 24rem;
  }
  td.status b::before {
    display: inline-block;
    width: 1.4em;
    content: '✓' / '';
  }
  td.status span,
  td.score span {
    display: block;
  }
  td.score span {
    font-weight: 600;
  }
  [data-status='verified'] td.status b {
    color: var(--blk-ok);
  }
  tr[data-status]:not([data-status='verified']) > :first-child {
    box-shadow: inset 4px 0 var(--blk-bad);
  }
  tr[data-status]:not([data-status='verified']) td.status b {
    color: var(--blk-bad);
  }
  [data-status='altered'] td.status b {
    text-transform: uppercase;
  }
  [data-status='altered'] td.status b::before {
    content: '≠' / '';
  }
  [data-status='damaged'] td.status b::before {
    content: '×' / '';
  }
  [data-status='stale'] td.status b::before {
    content: '↺' / '';
  }
  [data-status='unknown'] td.status b::before {
    content: '?' / '';
  }
  td.answers {
    font-size: 12px;
    line-height: 18px;
    overflow-wrap: anywhere;
  }
  [data-answer] {
    display: inline-block;
    position: relative;
    margin-right: 14px;
  }
  [data-answer='wrong'],
  [data-answer='noAnswer'] {
    color: var(--blk-ink2);
  }
  [data-only] tbody tr:not([data-look]) {
    display: none;
  }
  @media (min-width: 900px) {
    .two {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
  @media (max-width: 639px) {
    #mark,
    #run,
    #stop {
      height: 44px;
    }
    .only,
    .links a,
    #shelf label {
      min-height: 44px;
    }
    .links a {
      display: inline-flex;
      align-items: center;
    }
    progress {
      flex-basis: 100%;
      order: 1;
    }
    #table,
    #table tbody {
      display: block;
    }
    #table thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    #table tbody tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto auto;
      gap: 2px 12px;
      padding: 10px 8px 10px 12px;
      border-bottom: 1px solid var(--blk-line);
    }
    #table tbody tr > * {
      min-width: 0;
      max-width: none;
      padding: 0;
      border: 0;
    }
    #table tbody .seed:not(:empty)::before {
      content: attr(data-label) ' ';
    }
    #table tbody .status,
    #table tbody .answers {
      grid-column: 1 / -1;
    }
    #table tbody .score {
      grid-column: 1 / -1;
      grid-row: 3;
    }
    #table tbody tr[data-status]:not([data-status='verified']) {
      box-shadow: inset 4px 0 var(--blk-bad);
    }
    #table tbody tr > :first-child {
      box-shadow: none;
    }
  }
  @media print {
    .page-head,
    .two,
    .links,
    #results button,
    .only,
    section.box {
      display: none;
    }
    #table {
      background: none;
    }
  }
`;
