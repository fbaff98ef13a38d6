import { css } from 'lit';

export const teachersStyle = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  body {
    font-size: 15px;
    line-height: 23px;
  }
  .document {
    max-width: 52rem;
  }
  h1 {
    font-size: 24px;
    line-height: 30px;
  }
  h2 {
    padding-top: 8px;
    font-size: 18px;
    line-height: 24px;
  }
  section[id] {
    scroll-margin-top: 8px;
  }
  section[id] > * + * {
    margin-top: 12px;
  }
  .document > section[id] {
    margin-top: 32px;
  }
  nav ul {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 18px;
    padding: 12px 0;
    border: solid var(--blk-line);
    border-width: 1px 0;
    list-style: none;
  }
  section ul,
  section ol {
    padding-left: 22px;
  }
  li + li {
    margin-top: 6px;
  }
  nav li + li {
    margin: 0;
  }
  b {
    font-weight: 600;
  }
  code {
    font: 13px/20px var(--blk-mono);
    overflow-wrap: anywhere;
  }
  pre {
    padding: 12px;
    border: 1px solid var(--blk-line);
    border-radius: var(--blk-radius-panel);
    background: var(--blk-sunk);
    font-size: 13px;
    line-height: 20px;
  }
  table {
    font-size: 14px;
    line-height: 20px;
  }
  th,
  td {
    padding: 8px 16px 8px 0;
  }
  tbody th {
    min-width: 7.5rem;
    max-width: 24rem;
    color: inherit;
    font-weight: 600;
  }
  tbody th code {
    font-weight: 400;
  }
  .pair-of {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr));
    gap: 16px;
    font-size: 14px;
    line-height: 21px;
  }
  .pair-of ul {
    padding-left: 18px;
  }
  @media (max-width: 639px) {
    nav ul {
      gap: 0 18px;
    }
    nav a {
      display: inline-block;
      padding: 10px 0;
    }
    table,
    tbody {
      display: block;
    }
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tbody tr {
      display: block;
      padding: 10px 0;
      border-bottom: 1px solid var(--blk-line);
    }
    tbody th,
    tbody td {
      display: block;
      max-width: none;
      padding: 2px 0;
      border: 0;
    }
    td:not(:nth-child(2))::before {
      color: var(--blk-ink2);
      content: attr(data-label) ' · ';
    }
  }
  @media print {
    @page {
      size: A4;
      margin: 14mm 16mm;
    }
    :root,
    :root[data-theme] {
      color-scheme: light;
      --blk-bg: #fff;
      --blk-panel: #fff;
      --blk-sunk: #fff;
      --blk-ink: #000;
      --blk-ink2: #333;
      --blk-line: #999;
    }
    html,
    body {
      height: auto;
      background: #fff;
      font-size: 10pt;
      line-height: 14pt;
    }
    .page-head,
    nav {
      display: none;
    }
    .document {
      max-width: none;
      padding: 0;
    }
    .document > section[id] {
      margin-top: 14pt;
    }
    table,
    .pair-of {
      font-size: 9pt;
      line-height: 12pt;
    }
    h2,
    h3 {
      break-after: avoid;
    }
    tr,
    li,
    pre,
    .box {
      break-inside: avoid;
    }
    .pair-of {
      grid-template-columns: 1fr 1fr;
    }
    p a::after,
    li a::after {
      content: ' (' attr(href) ')';
      font-size: 8pt;
    }
  }
`;
