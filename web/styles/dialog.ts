import { css } from 'lit';

/** A dialog with a list of keys, or what else a page tells beside itself. */
export const dialog = css`
  dialog {
    max-width: min(92vw, 520px);
    padding: 16px 20px;
    border: 1px solid var(--blk-line2);
    border-radius: var(--blk-radius-panel);
    background: var(--blk-panel);
    color: var(--blk-ink);
  }
  dialog::backdrop {
    background: color-mix(in srgb, var(--blk-bg) 60%, transparent);
  }
  dialog h2 {
    margin-bottom: 8px;
    font-size: 15px;
    font-weight: 700;
  }
  dialog dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 4px 16px;
    margin: 0 0 12px;
  }
  dialog dt {
    font-family: var(--blk-mono);
  }
  dialog dd {
    margin: 0;
  }
`;
