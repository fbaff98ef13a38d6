import { css } from 'lit';

/** Buttons, groups of them, fields and sliders. */
export const controls = css`
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }
  .btn {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 5px;
    height: 28px;
    padding: 0 9px;
    border: 1px solid var(--blk-line2);
    border-radius: var(--blk-radius);
    background: var(--blk-panel);
    white-space: nowrap;
    cursor: pointer;
  }
  .btn:hover {
    background: var(--blk-sunk);
  }
  .btn.square {
    width: 30px;
    padding: 0;
    flex: none;
  }
  .btn.primary,
  .btn[aria-pressed='true'],
  .btn[aria-checked='true'] {
    background: var(--blk-ink);
    border-color: var(--blk-ink);
    color: var(--blk-inv);
    font-weight: 600;
  }
  .btn[aria-disabled='true'] {
    background: none;
    border: 1px dashed var(--blk-line2);
    color: var(--blk-ink2);
    font-weight: 400;
    cursor: not-allowed;
  }
  .group {
    display: flex;
    min-width: 0;
  }
  .group .btn {
    flex: 1;
    min-width: 0;
    margin-left: -1px;
    padding: 0 4px;
    border-radius: 0;
  }
  .group .btn:first-child {
    margin-left: 0;
    border-radius: var(--blk-radius) 0 0 var(--blk-radius);
  }
  .group .btn:last-child {
    border-radius: 0 var(--blk-radius) var(--blk-radius) 0;
  }
  .group .btn:focus-visible {
    z-index: 1;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 6px;
  }
  .row > * {
    flex: 1;
    min-width: 0;
  }
  .fields {
    display: grid;
    grid-template-columns: 76px minmax(0, 1fr);
    align-items: center;
    gap: 4px 6px;
  }
  .fields > label,
  .fields > .label {
    color: var(--blk-ink2);
  }
  input[type='number'],
  input[type='text'],
  select {
    width: 100%;
    height: 26px;
    padding: 0 6px;
    border: 1px solid var(--blk-line2);
    border-radius: var(--blk-radius);
    background: var(--blk-panel);
    font-family: var(--blk-mono);
    font-size: 12px;
  }
  input:invalid {
    border-color: var(--blk-bad);
    border-width: 2px;
  }
  input[type='range'] {
    appearance: none;
    -webkit-appearance: none;
    width: 100%;
    height: 20px;
    margin: 0;
    background: none;
    cursor: pointer;
  }
  input[type='range']::-webkit-slider-runnable-track {
    height: 4px;
    border-radius: 2px;
    background: var(--blk-line2);
  }
  input[type='range']::-moz-range-track {
    height: 4px;
    border-radius: 2px;
    background: var(--blk-line2);
  }
  input[type='range']::-webkit-slider-thumb {
    appearance: none;
    -webkit-appearance: none;
    width: 14px;
    height: 14px;
    margin-top: -5px;
    border: 2px solid var(--blk-panel);
    border-radius: 7px;
    background: var(--blk-ink);
  }
  input[type='range']::-moz-range-thumb {
    width: 10px;
    height: 10px;
    border: 2px solid var(--blk-panel);
    border-radius: 7px;
    background: var(--blk-ink);
  }
  @media (pointer: coarse), (max-width: 639px) {
    .btn {
      min-height: 44px;
    }
    .btn.square {
      min-width: 44px;
    }
    input[type='number'],
    input[type='text'],
    select {
      height: 44px;
    }
    input[type='range'] {
      height: 44px;
    }
  }
`;
