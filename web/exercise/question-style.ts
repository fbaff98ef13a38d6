import { css } from 'lit';

export const questionStyle = css`
  :host {
    font-size: 14px;
    line-height: 20px;
  }
  article {
    padding: 16px;
    border: 1px solid var(--blk-line);
    border-radius: var(--blk-radius-panel);
    background: var(--blk-panel);
  }
  h2 {
    font-size: 14px;
    font-weight: 600;
  }
  .kind {
    display: block;
    color: var(--blk-ink2);
    font-size: 12px;
    line-height: 16px;
    font-weight: 400;
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  article > * + *,
  form > * + * {
    margin-top: 12px;
  }
  legend {
    padding: 0 0 6px;
    color: var(--blk-ink2);
  }
  .options {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
  }
  .options label {
    position: relative;
    display: flex;
    align-items: center;
    justify-content: center;
    min-width: 44px;
    min-height: 44px;
    padding: 6px 8px;
    border: 1px solid var(--blk-line2);
    border-radius: var(--blk-radius);
    cursor: pointer;
  }
  .options.long {
    flex-direction: column;
  }
  .options.long label {
    justify-content: flex-start;
    padding: 6px 12px;
  }
  .options label:hover {
    background: var(--blk-sunk);
  }
  .options label:has(:checked) {
    border-color: var(--blk-ink);
    background: var(--blk-ink);
    color: var(--blk-inv);
    font-weight: 600;
  }
  .options label:has(:disabled) {
    cursor: default;
  }
  .options label:has(:disabled:not(:checked)) {
    border-style: dashed;
    color: var(--blk-ink2);
  }
  .options label:has(:focus-visible) {
    outline: 2px solid var(--blk-ink);
    outline-offset: 2px;
  }
  .options input {
    position: absolute;
    opacity: 0;
    pointer-events: none;
  }
  .letters {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 2px 10px;
    margin: 0;
    padding: 8px 12px;
    border-left: 2px solid var(--blk-line2);
  }
  dt {
    font-weight: 600;
  }
  dd {
    margin: 0;
  }
  .typed {
    display: grid;
    grid-template-columns: 10rem minmax(6rem, 14rem);
    align-items: center;
    gap: 8px 12px;
  }
  .typed .alone {
    grid-column: 1 / -1;
    max-width: 20rem;
  }
  .typed input,
  .knob input,
  .knob select {
    height: 36px;
    font-size: 14px;
  }
  .knob {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 12px;
  }
  .knob label {
    min-width: 9rem;
    font-family: var(--blk-mono);
    font-size: 13px;
  }
  .knob input,
  .knob select {
    width: 8rem;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
  }
  .buttons .btn {
    height: 36px;
    padding: 0 14px;
    font-size: 13px;
  }
  .buttons .primary {
    height: 44px;
    font-size: 14px;
  }
  a.btn {
    color: inherit;
    text-decoration: none;
  }
  .muted {
    color: var(--blk-ink2);
    font-size: 13px;
    line-height: 18px;
  }
  .judged {
    padding-top: 12px;
    border-top: 1px solid var(--blk-line);
  }
  .judged > * + * {
    margin-top: 8px;
  }
  .mark {
    display: inline-grid;
    place-items: center;
    flex: none;
    width: 20px;
    height: 20px;
    border: 1.5px solid var(--blk-line2);
    border-radius: var(--blk-radius);
    font-size: 13px;
    line-height: 1;
    font-weight: 700;
  }
  .mark.yes {
    border-color: var(--blk-ok);
    background: var(--blk-ok);
    color: var(--blk-on);
  }
  .mark.no {
    border-color: var(--blk-bad);
    color: var(--blk-bad);
  }
  .judged:focus {
    outline: none;
    box-shadow: none;
  }
  .verdict {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .checks {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .checks li {
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr) auto;
    gap: 2px 8px;
    position: relative;
    padding: 8px 0;
    border-bottom: 1px solid var(--blk-line);
  }
  .hidden-text {
    grid-column: 1;
  }
  .checks .found {
    grid-column: 2 / -1;
    font-size: 13px;
    line-height: 18px;
    color: var(--blk-ink2);
    overflow-wrap: anywhere;
  }
  details + details {
    margin-top: 4px;
  }
  summary {
    padding: 4px 0;
    cursor: pointer;
  }
  details p {
    padding: 4px 0 8px 16px;
  }
  pre {
    max-height: 220px;
    overflow: auto;
    margin: 0;
    padding: 8px 12px;
    border: 1px solid var(--blk-line);
    border-radius: var(--blk-radius-panel);
    background: var(--blk-sunk);
    font: 12px/17px var(--blk-mono);
  }
  @media (forced-colors: active) {
    .options label:has(:checked) {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
  @media (max-width: 639px) {
    article {
      padding: 12px;
    }
    .buttons .btn,
    .typed input,
    .knob input,
    .knob select {
      height: 44px;
    }
    summary {
      padding: 12px 0;
    }
  }
`;
