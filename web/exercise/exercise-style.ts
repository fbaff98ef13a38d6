import { css } from 'lit';

export const exerciseStyle = css`
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
    max-width: 1560px;
    margin: 0 auto;
    padding: 20px;
  }
  .words > * + *,
  .right > * + * {
    margin-top: 14px;
  }
  .words,
  .right {
    min-width: 0;
  }
  .words {
    max-width: 46rem;
  }
  .story p + p {
    margin-top: 8px;
  }
  .story {
    font-size: 15px;
    line-height: 22px;
  }
  h1 + .story {
    margin-top: 8px;
  }
  .scenario {
    padding: 10px 12px;
    border: 1px solid var(--blk-line);
    border-radius: var(--blk-radius-panel);
    background: var(--blk-panel);
  }
  .scenario pre {
    max-height: 260px;
    margin-top: 8px;
    overflow: auto;
  }
  .seed {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .seed input {
    width: 9rem;
  }
  .chips {
    display: flex;
    gap: 6px;
  }
  .chips:empty {
    display: none;
  }
  .sealed {
    display: grid;
    place-content: center;
    gap: 6px;
    min-height: 260px;
    padding: 24px;
    border: 1.5px dashed var(--blk-line2);
    border-radius: var(--blk-radius-panel);
    color: var(--blk-ink2);
    text-align: center;
  }
  .sealed b {
    color: var(--blk-ink);
    font-size: 15px;
  }
  .run-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    margin-bottom: 10px;
  }
  .run-head .btn {
    height: 30px;
  }
  .catalogue {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr));
    gap: 10px;
    padding: 0;
    list-style: none;
  }
  .catalogue > li {
    display: flex;
    flex-direction: column;
    gap: 4px;
    position: relative;
    padding: 14px 16px;
    border: 1px solid var(--blk-line);
    border-radius: var(--blk-radius-panel);
    background: var(--blk-panel);
  }
  .catalogue > li:hover {
    border-color: var(--blk-line2);
    background: var(--blk-sunk);
  }
  .catalogue a {
    font-size: 15px;
    line-height: 20px;
    font-weight: 600;
    text-decoration: none;
  }
  .catalogue a::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .catalogue a:focus-visible {
    outline: none;
    box-shadow: none;
  }
  .catalogue li:has(a:focus-visible) {
    outline: 2px solid var(--blk-ink);
    outline-offset: 2px;
  }
  .catalogue .note {
    font-size: 12px;
    line-height: 16px;
  }
  @media (min-width: 1280px) {
    .columns.begun {
      grid-template-columns: minmax(340px, 420px) minmax(0, 1fr);
    }
    .right {
      position: sticky;
      top: 12px;
      align-self: start;
      max-height: calc(100vh - 24px);
      overflow: auto;
    }
  }
  @media (max-width: 639px) {
    .columns {
      padding: 14px 12px;
    }
    .seed input,
    .run-head .btn {
      height: 44px;
    }
  }
`;
