import { css } from 'lit';

/** The sweep: what to run, the heat map, the cell that is read; below each other where it is narrow. */
export const sweepStyles = css`
  section {
    display: grid;
    grid-template-columns: 236px minmax(0, 1fr) 372px;
    border-top: 1px solid var(--blk-line2);
    background: var(--blk-panel);
  }
  section > * {
    min-width: 0;
    padding: 12px;
  }
  form {
    border-right: 1px solid var(--blk-line);
  }
  .read {
    border-left: 1px solid var(--blk-line);
  }
  h2,
  h3 {
    font-size: 13px;
    line-height: 18px;
    font-weight: 600;
  }
  h2 {
    font-weight: 700;
  }
  form > * {
    margin-bottom: 8px;
  }
  form label {
    display: grid;
    gap: 2px;
    color: var(--blk-ink2);
    font-size: var(--blk-small, 11px);
    line-height: 15px;
  }
  form label[hidden] {
    display: none;
  }
  .axis {
    display: grid;
    gap: 4px;
    padding-left: 8px;
    border-left: 3px solid var(--blk-line);
  }
  select,
  input[type='text'] {
    color: var(--blk-ink);
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0 0 4px;
    color: var(--blk-ink2);
    font-size: var(--blk-small, 11px);
  }
  form label.radio {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 22px;
    color: var(--blk-ink);
    font-size: 12px;
    cursor: pointer;
  }
  .radio input {
    margin: 0;
    accent-color: var(--blk-ink);
  }
  .progress {
    display: grid;
    gap: 4px;
  }
  progress {
    width: 100%;
    height: 10px;
    accent-color: var(--blk-ink);
  }
  .axes {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 12px;
    margin-bottom: 8px;
  }
  table {
    width: 100%;
    margin: 6px 0 8px;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 3px 0 3px 10px;
    border-bottom: 1px solid var(--blk-line);
    font-weight: 400;
    text-align: right;
  }
  th:first-child {
    padding-left: 0;
    text-align: left;
  }
  thead th {
    color: var(--blk-ink2);
    font-size: var(--blk-small, 11px);
  }
  td {
    font-family: var(--blk-mono);
    font-size: var(--blk-small, 11px);
  }
  .chosen th {
    font-weight: 600;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 8px;
  }
  @media (max-width: 1279px) {
    section {
      grid-template-columns: 220px minmax(0, 1fr);
    }
    .read {
      grid-column: 1 / -1;
      border-top: 1px solid var(--blk-line);
      border-left: 0;
    }
  }
  @media (max-width: 799px) {
    section {
      grid-template-columns: minmax(0, 1fr);
    }
    form {
      border-right: 0;
    }
    fieldset {
      display: grid;
      grid-template-columns: 1fr 1fr;
      gap: 0 8px;
    }
    legend {
      grid-column: 1 / -1;
    }
  }
  @media (pointer: coarse), (max-width: 639px) {
    form label.radio {
      min-height: 44px;
    }
  }
`;
