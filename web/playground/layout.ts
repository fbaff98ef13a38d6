import { css } from 'lit';

/** The shell's grid at every width; see the elements for their insides. */
export const layout = css`
  :host {
    display: grid;
    grid-template: 40px auto minmax(0, 1fr) / 248px minmax(0, 1fr);
    height: 100vh;
    height: 100dvh;
    min-height: 700px;
    overflow: hidden;
    background: var(--blk-bg);
  }
  .top {
    grid-column: 1 / -1;
    display: flex;
    align-items: center;
    gap: 8px;
    min-width: 0;
    padding: 0 12px;
    border-bottom: 1px solid var(--blk-line);
    background: var(--blk-panel);
  }
  .top h1 {
    margin: 0;
    font-size: 15px;
    font-weight: 700;
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
  .chips {
    display: flex;
    flex: none;
    gap: 6px;
  }
  .narrow {
    display: none;
  }
  .space {
    flex: 1;
    min-width: 0;
  }
  .messages {
    grid-column: 1 / -1;
  }
  blk-beside-dialog,
  blk-tour,
  blk-gallery,
  blk-share {
    display: contents; /* before they are loaded too */
  }
  .rail {
    grid-column: 1;
    display: flex;
    flex-direction: column;
    min-height: 0;
    overflow: auto;
    border-right: 1px solid var(--blk-line);
    background: var(--blk-panel);
  }
  .rail > * {
    padding: 8px 12px;
    border-bottom: 1px solid var(--blk-line);
  }
  .rail > :not(:defined) {
    display: none;
  }
  .stage {
    grid-column: 2;
    display: grid;
    grid-template-rows: auto minmax(236px, 262px) 80px auto minmax(240px, 1fr);
    grid-template-columns: minmax(0, 1fr);
    min-width: 0;
    min-height: 0;
    overflow: auto;
  }
  .coming > :not(slot) {
    visibility: hidden;
  }
  .picture {
    position: relative;
    display: grid;
    min-height: 0;
    padding: 8px 12px 0;
  }
  .strip {
    padding: 3px 12px 0;
  }
  .middle {
    border-top: 1px solid var(--blk-line);
    border-bottom: 1px solid var(--blk-line);
    background: var(--blk-panel);
  }
  .middle blk-why {
    border-top: 1px solid var(--blk-line);
  }
  .bottom {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 404px;
    min-height: 0;
    background: var(--blk-panel);
  }
  .bottom blk-timeline {
    border-right: 1px solid var(--blk-line);
  }
  .right {
    display: flex;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
  }
  .tabs {
    display: flex;
    align-items: center;
    gap: 2px;
    padding: 0 11px;
    border-bottom: 1px solid var(--blk-line);
  }
  .tabs button {
    height: 27px;
    padding: 0 8px;
    border: 0;
    border-bottom: 3px solid transparent;
    background: none;
    color: var(--blk-ink2);
    cursor: pointer;
  }
  .tabs button[aria-selected='true'] {
    border-bottom-color: var(--blk-ink);
    color: var(--blk-ink);
    font-weight: 600;
  }
  .tabs .note {
    margin-left: auto;
  }
  .panel {
    display: flex;
    flex-direction: column;
    flex: 1;
    min-height: 0;
  }
  .panel > :first-child {
    flex: 1;
  }
  .empty {
    position: absolute;
    inset: auto 0 24px;
    width: fit-content;
    margin: auto;
    padding: 12px 16px;
    border: 1px solid var(--blk-line2);
    border-radius: var(--blk-radius-panel);
    background: var(--blk-panel);
    text-align: center;
  }
  .empty p {
    margin: 2px 0 8px;
    color: var(--blk-ink2);
  }
  .loading {
    display: flex;
    align-items: center;
    justify-content: flex-end;
    gap: 8px;
    white-space: nowrap;
  }
  .loading .bar {
    flex: 1;
    min-width: 40px;
    max-width: 200px;
    height: 8px;
    border: 1px solid var(--blk-line2);
    background: var(--blk-sunk);
  }
  .loading .bar i {
    display: block;
    height: 100%;
    background: var(--blk-ink);
  }
  .moving {
    position: fixed;
    z-index: 6;
    margin: 0;
    pointer-events: none;
  }
  .was-here {
    border: 1.5px dashed var(--blk-cur);
    border-radius: var(--blk-radius);
  }
  .drop {
    position: absolute;
    inset: 8px;
    z-index: 9;
    display: grid;
    place-content: center;
    border: 2px dashed var(--blk-ink);
    background: color-mix(in srgb, var(--blk-panel) 92%, transparent);
    font-size: 20px;
    pointer-events: none;
  }
  .speech {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    margin-bottom: 12px;
  }
  .speech select {
    max-width: 100%;
  }
  .menu {
    position: relative;
  }
  .menu ul {
    position: absolute;
    right: 0;
    z-index: 8;
    width: max-content;
    max-width: 92vw;
    margin: 4px 0 0;
    padding: 4px;
    border: 1px solid var(--blk-line2);
    border-radius: var(--blk-radius-panel);
    background: var(--blk-panel);
    list-style: none;
  }
  .menu li button {
    width: 100%;
    min-height: 28px;
    padding: 4px 10px;
    border: 0;
    border-radius: var(--blk-radius);
    background: none;
    text-align: left;
    cursor: pointer;
  }
  .menu li button:hover,
  .menu li button:focus-visible {
    background: var(--blk-sunk);
  }
  .phone-tabs,
  .sheet-head {
    display: none;
  }
  /* Blocks in blocks, which a browser lays out by themselves; an item of a grid it does not. */
  @media (min-width: 1000px) {
    .picture {
      display: block;
    }
    .picture blk-machine {
      height: 100%;
    }
  }

  @media (max-width: 1279px) {
    :host {
      grid-template-columns: minmax(0, 1fr);
    }
    .stage {
      grid-column: 1;
    }
    .rail {
      position: fixed;
      z-index: 7;
      top: 40px;
      bottom: 0;
      left: 0;
      width: 264px;
      transform: translateX(-100%);
      visibility: hidden;
      border-right: 2px solid var(--blk-ink);
      transition: transform var(--blk-move) var(--blk-ease);
    }
    .rail.open {
      transform: none;
      visibility: visible;
    }
    .rail .sheet-head {
      position: sticky;
      z-index: 2;
      top: 0;
      display: flex;
      align-items: center;
      justify-content: space-between;
      padding: 4px 8px 4px 12px;
      background: var(--blk-panel);
    }
    .bottom {
      grid-template-columns: minmax(0, 1fr) 340px;
    }
  }
  @media (min-width: 1280px) {
    .rail-toggle {
      display: none;
    }
  }
  /* A wide screen: the trace stands beside everything, as high as the window. */
  @media (min-width: 2000px) {
    :host {
      grid-template-columns: 300px minmax(0, 1fr);
    }
    .stage {
      grid-template-columns: minmax(0, 1fr) clamp(480px, 18vw, 640px);
    }
    .stage > * {
      grid-column: 1;
    }
    .bottom {
      display: contents;
    }
    .bottom blk-timeline {
      grid-column: 1;
    }
    .bottom .right {
      grid-row: 1 / 6;
      grid-column: 2;
      border-left: 1px solid var(--blk-line);
      background: var(--blk-panel);
    }
    .bottom blk-timeline {
      border-right: 0;
      background: var(--blk-panel);
    }
  }
  @media (min-width: 2000px) and (min-height: 1100px) {
    .stage {
      grid-template-rows: auto clamp(262px, 24vh, 380px) 96px auto minmax(240px, 1fr);
    }
  }
  @media (max-width: 999px) {
    .chips,
    .top .name {
      display: none;
    }
    .stage {
      grid-template-rows: auto max-content 82px auto auto;
    }
    .bottom {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: 280px 320px;
    }
  }
  @media (min-width: 640px) and (max-width: 999px) {
    :host {
      grid-template-rows: auto auto minmax(0, 1fr);
    }
    .top {
      flex-wrap: wrap;
      padding-block: 6px;
    }
  }
  @media (max-width: 639px) {
    :host {
      display: flex;
      flex-direction: column;
      min-height: 0;
    }
    .top {
      flex: none;
      height: 46px;
    }
    .narrow {
      display: block;
    }
    .top .narrow {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .top .wide,
    .strip {
      display: none;
    }
    .stage {
      flex: 1;
      display: flex;
      flex-direction: column;
    }
    .stage > *,
    .middle > * {
      flex: none;
    }
    .middle {
      display: contents;
    }
    .middle blk-transport {
      order: 9;
      position: sticky;
      bottom: 0;
      z-index: 3;
      border-top: 1px solid var(--blk-line);
      background: var(--blk-panel);
    }
    .stage:not([data-tab='machine']) blk-verdict {
      order: -2;
    }
    .stage:not([data-tab='machine']) .bottom {
      order: -1; /* what was asked for, before what is behind the event */
    }
    .bottom {
      display: block;
    }
    .right {
      height: 50vh;
    }
    .stage[data-tab='machine'] .right,
    .stage:not([data-tab='machine']) .picture,
    .stage:not([data-tab='machine']) blk-timeline {
      display: none;
    }
    .right .tabs {
      display: none;
    }
    .phone-tabs {
      flex: none;
      display: grid;
      grid-template-columns: repeat(6, auto);
      border-top: 1px solid var(--blk-line);
      background: var(--blk-panel);
    }
    .phone-tabs button {
      height: 48px;
      padding: 0;
      border: 0;
      border-top: 3px solid transparent;
      background: none;
      cursor: pointer;
    }
    .phone-tabs button[aria-pressed='true'] {
      border-top-color: var(--blk-ink);
      font-weight: 700;
    }
    .rail {
      top: auto;
      right: 0;
      width: auto;
      max-height: 76dvh;
      transform: translateY(100%);
      border: 0;
      border-top: 2px solid var(--blk-ink);
      box-shadow: 0 -8px 24px color-mix(in srgb, var(--blk-ink) 25%, transparent);
    }
    .rail[data-panel='fire'] blk-tune,
    .rail[data-panel='tune'] blk-fire,
    .rail blk-legend {
      display: none;
    }
    .menu ul {
      position: fixed;
      right: 8px;
      left: 8px;
      width: auto;
    }
    .menu li button {
      min-height: 44px;
    }
  }
`;
