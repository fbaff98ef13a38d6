import { css } from 'lit';

export const authorStyle = css`
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    padding: 12px 20px 24px;
  }
  .text {
    display: flex;
    flex-direction: column;
    gap: 8px;
    min-width: 0;
  }
  blk-lesson-editor {
    flex: 1;
    min-height: 240px;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    font-size: 12px;
    line-height: 16px;
  }
  .bar h1 {
    flex: 1 1 auto;
    font-size: 18px;
    line-height: 28px;
    white-space: nowrap;
  }
  .bar select {
    width: auto;
    height: 28px;
    font: inherit;
  }
  .bar .btn {
    text-decoration: none;
  }
  .bar a.btn {
    color: var(--blk-inv);
  }
  .bar a.btn:hover {
    background: var(--blk-ink);
  }
  .bar button:disabled {
    border: 1px dashed var(--blk-line2);
    background: none;
    color: var(--blk-ink2);
    cursor: default;
  }
  .beside {
    min-width: 0;
  }
  .beside > * + * {
    margin-top: 12px;
  }
  .views {
    max-width: 24rem;
    font-size: 12px;
  }
  .seed {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .seed input[type='text'] {
    width: 8rem;
    height: 28px;
  }
  .check {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 28px;
    cursor: pointer;
  }
  .check input {
    width: 16px;
    height: 16px;
    margin: 0;
    accent-color: var(--blk-ink);
  }
  .message {
    padding: 8px 12px;
  }
  @media (min-width: 1000px) {
    main {
      grid-template-columns: minmax(0, 11fr) minmax(0, 9fr);
      height: calc(100vh - 45px);
      min-height: 480px;
      padding-bottom: 12px;
    }
    .text {
      min-height: 0;
    }
    .beside {
      overflow-y: auto;
      padding: 0 12px 16px 16px;
      border-left: 1px solid var(--blk-line);
    }
  }
  @media (max-width: 999px) {
    blk-lesson-editor {
      flex: none;
      height: 56vh;
    }
  }
  @media (max-width: 639px) {
    main {
      padding: 8px 12px 24px;
    }
    .bar h1 {
      flex-basis: 100%;
    }
    .bar select,
    .seed input[type='text'] {
      height: 44px;
    }
    .check {
      min-height: 44px;
    }
  }
`;
