import { css } from 'lit';

export const boardStyle = css`
  :host {
    font-size: 14px;
    line-height: 20px;
  }
  header {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 8px 16px;
    border-bottom: 1px solid var(--blk-line);
    background: var(--blk-panel);
  }
  header a {
    color: inherit;
    font-size: 15px;
    font-weight: 700;
    text-decoration: none;
  }
  h1 {
    flex: 1;
    margin: 0;
    font-size: 15px;
    font-weight: 400;
  }
  main {
    max-width: 60rem;
    margin: 0 auto;
    padding: 24px 16px;
  }
  main > * + * {
    margin-top: 16px;
  }
  main a {
    color: inherit;
  }
  .intro {
    max-width: 40rem;
  }
  form {
    display: grid;
    grid-template-columns: minmax(8rem, auto) minmax(0, 30rem);
    gap: 10px 16px;
    align-items: center;
  }
  form .btn {
    grid-column: 2;
    justify-self: start;
  }
  textarea {
    width: 100%;
    border: 1px solid var(--blk-line2);
    border-radius: var(--blk-radius);
    background: var(--blk-panel);
    font: 12px/16px var(--blk-mono);
  }
  .link {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 4px 8px;
  }
  .link label,
  .link p {
    grid-column: 1 / -1;
  }
  .message {
    padding: 12px 16px;
    border: 2px solid var(--blk-ink);
    border-radius: var(--blk-radius-panel);
    background: var(--blk-panel);
  }
  .message p + p {
    margin-top: 8px;
  }
  .message .row {
    width: fit-content;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 8px 12px;
  }
  .bar h2 {
    font-size: 20px;
    line-height: 25px;
    font-weight: 600;
  }
  .bar .note {
    flex: 1;
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
    white-space: nowrap;
  }
  th {
    color: var(--blk-ink2);
    font-weight: 400;
  }
  .bad {
    color: var(--blk-bad);
  }
  a.btn {
    text-decoration: none;
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
    .btn,
    input[type='text'],
    select {
      min-height: 44px;
    }
  }
`;
