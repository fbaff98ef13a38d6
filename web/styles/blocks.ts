import { css, unsafeCSS } from 'lit';

const hues = [1, 2, 3, 4, 5, 6]
  .map((n) => `.t${n} { --hue: var(--blk-t${n}); --tint: var(--blk-t${n}-tint); }`)
  .join('\n');

/** Bios, requests and task digits: length is sectors, fill is direction, a frame is a request. */
export const blocks = css`
  ${unsafeCSS(hues)}
  .bio {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    flex: none;
    position: relative;
    height: 16px;
    overflow: hidden;
    border: 1.5px solid var(--hue);
    font: 600 10px/1 var(--blk-mono);
    transition: opacity var(--blk-fast);
  }
  .bio[data-digit]::before {
    content: attr(data-digit);
  }
  .bio.write {
    background: var(--hue);
    color: var(--blk-on);
  }
  .bio.read {
    background: var(--tint);
    color: var(--hue);
  }
  .bio.again.write {
    background: repeating-linear-gradient(90deg, var(--hue) 0 5px, var(--tint) 5px 6.5px);
  }
  .bio.again.read {
    background: repeating-linear-gradient(90deg, var(--tint) 0 5px, var(--hue) 5px 6px);
  }
  .bio.sync {
    clip-path: polygon(0 0, calc(100% - 7px) 0, 100% 7px, 100% 100%, 0 100%);
  }
  .bio.sync::after {
    content: '';
    position: absolute;
    top: 0;
    right: 0;
    width: 10px;
    height: 10px;
    background: linear-gradient(to bottom left, transparent 35%, var(--stripe) 36%, var(--stripe) 54%, transparent 55%);
    --stripe: var(--blk-on);
  }
  .bio.read.sync::after {
    --stripe: var(--hue);
  }
  .request {
    display: inline-flex;
    flex: none;
    gap: 1px;
    position: relative;
    padding: 2px;
    border: 1.5px solid var(--blk-ink);
    border-radius: var(--blk-radius);
    background: var(--blk-panel);
    vertical-align: middle;
    transition: opacity var(--blk-fast);
  }
  .request.closed {
    border-left-width: 4px;
    border-right-width: 4px;
  }
  .request.touched {
    box-shadow: 0 0 0 2px var(--blk-cur);
  }
  .request.lit {
    outline: 2px solid var(--blk-cur);
    outline-offset: 1px;
  }
  .dim {
    opacity: 0.28;
  }
  .digit {
    display: inline-flex;
    flex: none;
    align-items: center;
    justify-content: center;
    min-width: 16px;
    height: 16px;
    padding: 0 3px;
    border-radius: 8px;
    background: var(--hue);
    color: var(--blk-on);
    font: 600 10px/1 var(--blk-mono);
  }
`;
