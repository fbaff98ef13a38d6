import { css } from 'lit';

/** The page's grid: machines beside their numbers, the sweep below; one column where it is narrow. */
export const layout = css`
  :host {
    min-height: 100dvh;
    background: var(--blk-bg);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 8px;
    min-height: 40px;
    padding: 4px 12px;
    border-bottom: 1px solid var(--blk-line);
    background: var(--blk-panel);
  }
  .top h1 {
    margin: 0;
    font-size: 15px;
    font-weight: 700;
  }
  .top h1 a {
    color: inherit;
    text-decoration: none;
  }
  .top .name {
    overflow: hidden;
    color: var(--blk-ink2);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .top .btn {
    height: 26px;
  }
  .space {
    flex: 1;
  }
  .ways {
    display: contents;
  }
  .presets {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .bar {
    position: sticky;
    top: 0;
    z-index: 5;
    border-bottom: 1px solid var(--blk-line);
    background: var(--blk-panel);
  }
  .waiting {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 24px 12px;
  }
  .stage {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 372px;
    background: var(--blk-panel);
  }
  .machines {
    display: flex;
    flex-direction: column;
    min-width: 0;
    border-right: 1px solid var(--blk-line);
  }
  blk-compared {
    border-bottom: 1px solid var(--blk-line2);
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 0 14px;
    padding: 4px 8px 6px 88px;
  }
  .beside {
    border-bottom: 1px solid var(--blk-line2);
    background: var(--blk-panel);
  }
  .beside h2 {
    font-size: 15px;
    font-weight: 700;
  }
  .drop {
    position: fixed;
    inset: 12px;
    z-index: 9;
    display: grid;
    place-content: center;
    border: 2px dashed var(--blk-ink);
    background: color-mix(in srgb, var(--blk-panel) 88%, transparent);
    font-size: 15px;
    font-weight: 600;
    pointer-events: none;
  }
  .side {
    min-width: 0;
    padding: 12px;
  }
  .differences {
    font-size: 13px;
    line-height: 18px;
  }
  .differences p {
    margin-bottom: 8px;
  }
  @media (max-width: 999px) {
    .stage {
      grid-template-columns: minmax(0, 1fr);
    }
    .machines {
      border-right: 0;
    }
  }
  @media (max-width: 639px) {
    :host {
      --blk-small: 12px; /* of small type, here and in all that is inside */
    }
    .top .btn {
      height: 44px;
    }
    .top .name {
      flex: 1;
    }
    .space {
      display: none;
    }
    .ways {
      display: flex;
      order: 1;
      flex: 0 0 100%;
      gap: 8px;
      overflow-x: auto; /* one row: what is compared is below, and is what one came to see */
      overscroll-behavior-x: contain;
    }
    .ways .presets {
      flex-wrap: nowrap;
    }
    .foot {
      padding-left: 8px;
    }
  }
`;
