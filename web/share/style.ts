import { css } from 'lit';

/** What the panes of the dialog have in common. */
export const pane = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: 10px;
  }
  p {
    max-width: 72ch;
    line-height: 18px;
    font-size: 13px;
  }
  p.note {
    font-size: 12px;
  }
  .failed {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 12px;
    padding: 8px 12px;
    border: 1px solid var(--blk-line);
    border-left: 4px solid var(--blk-bad);
    overflow-wrap: anywhere;
  }
  .failed > span {
    flex: 1 1 240px;
  }
  .working {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .bar {
    flex: 1;
    max-width: 240px;
    height: 8px;
    border: 1px solid var(--blk-line2);
    background: var(--blk-sunk);
  }
  .bar i {
    display: block;
    height: 100%;
    background: var(--blk-ink);
  }
  input[type='checkbox'] {
    width: 16px;
    height: 16px;
    margin: 0;
    accent-color: var(--blk-ink);
  }
  @media (max-width: 639px) {
    .btn,
    .check {
      min-height: 44px;
    }
  }
`;
