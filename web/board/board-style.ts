import { css } from 'lit';

/** Beside web/styles/document.ts. */
export const boardStyle = css`
  form {
    display: grid;
    grid-template-columns: minmax(8rem, auto) minmax(0, 1fr);
    gap: 10px 16px;
    align-items: center;
  }
  form.box {
    max-width: 46rem;
  }
  form.box > * {
    margin: 0;
  }
  form .btn {
    grid-column: 2;
    justify-self: start;
  }
  form .btn,
  form input[type='text'],
  form select {
    height: 32px;
  }
  form input[type='text'],
  form select {
    font: inherit;
  }
  textarea {
    width: 100%;
    padding: 8px;
    border: 1px solid var(--blk-line2);
    border-radius: var(--blk-radius);
    background: var(--blk-panel);
    font: 12px/17px var(--blk-mono);
  }
  .link {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 4px 8px;
  }
  .link label {
    font-weight: 600;
  }
  .link label,
  .link p {
    grid-column: 1 / -1;
  }
  .muted {
    font-size: 13px;
    line-height: 18px;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 8px 12px;
  }
  .bar h1 {
    overflow-wrap: anywhere;
  }
  .bar .muted {
    flex: 1;
  }
  th,
  td {
    vertical-align: middle;
    white-space: nowrap;
  }
  td:last-child {
    padding-right: 0;
    text-align: right;
  }
  td.mono {
    max-width: 24rem;
    overflow-wrap: anywhere;
    white-space: normal;
  }
  @media (max-width: 639px) {
    form {
      grid-template-columns: minmax(0, 1fr);
      gap: 4px;
    }
    form .btn {
      grid-column: 1;
      margin-top: 12px;
    }
    form .btn,
    form input[type='text'],
    form select {
      height: 44px;
    }
  }
`;
