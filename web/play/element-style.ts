import { plugStyle } from '../elements/plugbox.ts';
import { slotStyle } from '../elements/slotframe.ts';
import { blocks } from '../styles/blocks.ts';
import tokens from '../styles/tokens.css?text';

/** The tokens on the player instead of on a page, in the colour scheme that the box has. */
const own = tokens.replace(/:root,\s*:host/g, '.stage').replace(/color-scheme:\s*light dark;?/, '').replace(/:root\[[^}]*\}/g, '');

const layout = `
.stage{display:block;color:var(--blk-ink);font:12px/16px var(--blk-ui)}
.stage *,.stage *::before,.stage *::after{box-sizing:border-box}
.stage p{margin:0}
.stage b{font-weight:600}
.stage code,.mono{font-family:var(--blk-mono);font-size:11px}
.stage .note{color:var(--blk-ink2);font-size:11px;line-height:15px}
.pair{display:flex;justify-content:space-between;gap:6px;font-size:11px;line-height:15px;color:var(--blk-ink2);white-space:nowrap}
.pair b{color:var(--blk-ink)}
.chip{display:inline-block;padding:0 6px;border:1px solid var(--blk-cur);border-radius:9px;font-size:11px;line-height:15px;color:var(--blk-cur)}
.hidden-text{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.stage :focus-visible{outline:2px solid var(--blk-ink);outline-offset:2px;box-shadow:0 0 0 2px var(--blk-panel)}
.verdict,.why{padding:8px 14px;font-size:14px;line-height:20px}
.verdict{min-height:96px;border-bottom:1px solid var(--blk-line)}
.verdict b{font-weight:700}
.why{min-height:96px;border-top:1px solid var(--blk-line);line-height:20px}
.why .event{display:inline-block;margin-right:6px;padding:0 7px;border-left:3px solid var(--blk-cur);background:var(--blk-cur-bg);font:600 12px/20px var(--blk-mono)}
.why code{color:var(--blk-ink2)}
.machine{display:flex;flex-direction:column;border-bottom:1px solid var(--blk-line)}
.machine>div{min-width:0;padding:8px 12px}
.plug-column .box{min-height:0}
.plug-column .box.on,.plug-column .box[role]{min-height:132px}
.queue{height:128px;overflow:auto}
.row{display:flex;align-items:center;gap:6px;min-height:24px;white-space:nowrap}
.row code{min-width:38px;text-align:right}
.gate{display:flex;position:relative;align-items:center;justify-content:center;height:24px;padding:0!important}
.gate i{flex:1;height:8px;border-radius:1px;background:var(--blk-ink)}
.gate span{padding:6px 8px;font:700 11px/1 var(--blk-ui);letter-spacing:.04em}
.gate.on i{height:14px;border:2px solid var(--blk-ink);background:repeating-linear-gradient(45deg,var(--blk-ink) 0 5px,var(--blk-panel) 5px 7px)}
.gate.on span{border-radius:2px;background:var(--blk-ink);color:var(--blk-inv)}
.device{max-height:196px;overflow:auto}
.timeline{position:relative;max-height:300px;margin:6px 8px;overflow:hidden auto}
.timeline canvas{display:block;touch-action:pan-y;cursor:crosshair}
.cursor{position:absolute;top:14px;left:0;width:1.5px;background:var(--blk-cur);pointer-events:none}
.flag{position:absolute;top:-1px;left:4px;padding:0 5px;background:var(--blk-cur);color:var(--blk-inv);font:600 10px/14px var(--blk-mono)}
.flag.left{right:4px;left:auto}
.transport{gap:6px}
.btn{all:unset;box-sizing:border-box;display:inline-flex;align-items:center;justify-content:center;gap:5px;height:44px;min-width:44px;padding:0 12px;border:1px solid var(--blk-line2);border-radius:var(--blk-radius);background:var(--blk-panel);color:var(--blk-ink);white-space:nowrap;cursor:pointer}
.btn:hover{background:var(--blk-sunk)}
.btn.square{padding:0}
.btn.primary,.btn[aria-pressed=true]{background:var(--blk-ink);border-color:var(--blk-ink);color:var(--blk-inv);font-weight:600}
.play{flex:1}
.btn svg{flex:none}
.group{display:flex;gap:2px}
.scrub{position:relative;flex:1 0 calc(100% - 86px);order:-1;height:28px;min-width:90px;cursor:pointer;touch-action:none}
.scrub i{position:absolute;top:12px;right:0;left:0;height:5px;border:1px solid var(--blk-line);background:var(--blk-sunk)}
.scrub .done{right:auto;background:var(--blk-ink2)}
.scrub .now{top:4px;right:auto;width:4px;height:20px;margin-left:-2px;border:0;background:var(--blk-cur)}
.time{min-width:66px;order:-1;font:11px/16px var(--blk-mono);white-space:nowrap;text-align:right}
.knobs{display:flex;flex-wrap:wrap;gap:8px 14px;padding:8px 14px;border-top:1px solid var(--blk-line)}
.knobs label{display:flex;align-items:center;gap:6px;color:var(--blk-ink2)}
.knobs select,.knobs input{height:44px;padding:0 6px;border:1px solid var(--blk-line2);border-radius:var(--blk-radius);background:var(--blk-panel);color:var(--blk-ink);font:12px var(--blk-mono)}
.knobs input{width:84px}
.knobs input:invalid{border:2px solid var(--blk-bad)}
.fault{padding:8px 14px;border-bottom:1px solid var(--blk-line);border-left:4px solid var(--blk-bad);font-size:14px;line-height:20px;overflow-wrap:anywhere}
.text span{display:block}
.text i{display:inline-block;width:3ch;margin-right:1ch;color:var(--blk-ink2);font-style:normal;text-align:right}
.text .wrong{border-left:3px solid var(--blk-bad);background:var(--blk-cur-bg)}
@container blk-play (min-width:480px){
.verdict,.why{min-height:56px}
.scrub{order:0;flex:1 1 90px}
.time{order:0}
.play{flex:none;width:84px}
.device{display:grid;grid-template-columns:1fr 1fr;gap:0 8px}
.device>.note{grid-column:1/-1}
}
@container blk-play (min-width:640px){
.machine{display:grid;grid-template:minmax(158px,auto)/222px minmax(0,1fr) 30px 190px}
.machine>div{height:158px;padding:8px 10px}
.plug-column{overflow:auto}
.queue{overflow:auto}
.device{display:block;max-height:none;overflow:auto}
.gate{flex-direction:column}
.gate i{width:8px;height:auto}
.gate.on i{width:14px;height:auto}
.gate span{padding:8px 4px;writing-mode:vertical-rl;transform:rotate(180deg)}
.machine:not(:has(.gate)){grid-template-columns:222px minmax(0,1fr) 190px}
.btn,.knobs select,.knobs input{height:36px;min-width:36px}
}
@media (pointer:coarse){.btn,.knobs select,.knobs input{height:44px!important;min-width:44px!important}}
@media (forced-colors:active){.btn[aria-pressed=true],.btn.primary{border:2px solid}.scrub .now,.gate i{forced-color-adjust:none}}
@media print{.transport{display:none}}
`;

const sheets = new WeakMap<Document, CSSStyleSheet>();

/** Gives the shadow root around `at` the player's styles; none goes into the page, and a strict policy allows them. */
export function dress(at: HTMLElement): void {
  const root = at.getRootNode();
  if (!(root instanceof ShadowRoot)) return;
  const { ownerDocument } = at;
  let sheet = sheets.get(ownerDocument);
  if (!sheet) {
    sheet = new (ownerDocument.defaultView ?? window).CSSStyleSheet();
    sheet.replaceSync([own, blocks.cssText, plugStyle.cssText, slotStyle.cssText, layout].join('\n'));
    sheets.set(ownerDocument, sheet);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
