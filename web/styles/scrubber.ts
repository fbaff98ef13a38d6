import { css } from 'lit';

/** A transport: its buttons, its scrubber, and on a phone lists in place of rows of buttons. */
export const scrubber = css`
  :host {
    display: flex;
    align-items: center;
    gap: 5px;
    min-height: 44px;
  }
  .btn {
    height: 30px;
  }
  .scrub {
    position: relative;
    flex: 1;
    min-width: 90px;
    height: 26px;
    margin: 0 8px;
    cursor: pointer;
    touch-action: none;
  }
  .scrub i,
  .track,
  .done,
  .now {
    position: absolute;
  }
  .track,
  .done {
    top: 13px;
    left: 0;
    height: 5px;
  }
  .track {
    right: 0;
    border: 1px solid var(--blk-line2);
    background: var(--blk-sunk);
  }
  .done {
    background: var(--blk-ink2);
  }
  .now {
    top: 0;
    width: 4px;
    height: 26px;
    margin-left: -2px;
    background: var(--blk-cur);
  }
  .time {
    font-family: var(--blk-mono);
    font-size: 11px;
    white-space: nowrap;
  }
  .speed {
    flex: none;
    width: 150px;
  }
  .phone {
    display: none;
    height: 44px;
    padding: 0 4px;
  }
  @media (max-width: 999px) {
    :host {
      flex-wrap: wrap;
    }
    .scrub {
      order: 9;
      flex-basis: 100%;
      margin: 4px 0;
    }
  }
  @media (max-width: 639px) {
    .btn {
      height: 44px;
    }
    .label,
    .speed {
      display: none;
    }
    .phone {
      display: block;
    }
  }
`;
