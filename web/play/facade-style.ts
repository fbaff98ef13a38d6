/**
 * The box before the player is there. It starts from nothing (`all: initial`), so
 * that no style of the page comes in, and none of it goes out.
 */
export const style = `
:host{display:block;margin:0 0 16px}
:host([hidden]){display:none}
.blk{all:initial;color-scheme:inherit;direction:ltr;display:block;box-sizing:border-box;overflow:hidden;container:blk-play/inline-size;
--blk-bg:light-dark(#f4f5f6,#0f1216);--blk-panel:light-dark(#fff,#171b21);--blk-line:light-dark(#cfd4d9,#333b45);
--blk-line2:light-dark(#7a838e,#717c89);--blk-ink:light-dark(#15191e,#e9ecef);--blk-ink2:light-dark(#4d5661,#a4aeb9);
border:1px solid var(--blk-line2);border-radius:4px;background:var(--blk-panel);color:var(--blk-ink);
font:12px/16px system-ui,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans",sans-serif;font-variant-numeric:tabular-nums;text-align:left}
:host([theme=light]) .blk{color-scheme:light}
:host([theme=dark]) .blk{color-scheme:dark}
.head,.foot{display:flex;flex-wrap:wrap;align-items:center;gap:4px 14px;padding:10px 14px;background:var(--blk-bg)}
.head{justify-content:space-between;align-items:baseline;border-bottom:1px solid var(--blk-line)}
.head b{font-size:14px;line-height:18px;font-weight:700;overflow-wrap:anywhere}
.foot{border-top:1px solid var(--blk-line)}
.note{color:var(--blk-ink2)}
.foot .note{flex:1 1 160px;overflow-wrap:anywhere}
button{all:unset;box-sizing:border-box;cursor:pointer;display:block}
button:focus-visible,pre:focus-visible{outline:2px solid var(--blk-ink);outline-offset:-4px}
.poster{width:100%;padding:8px 14px 10px;background:var(--blk-panel)}
.poster img{display:block;width:100%;height:auto;min-height:40px}
.go{display:inline-flex;align-items:center;gap:9px;height:44px;padding:0 18px;border-radius:3px;background:var(--blk-ink);color:var(--blk-panel);font-weight:600;font-size:14px}
.go:focus-visible{outline-offset:2px}
.go::before{content:"";border:6px solid transparent;border-left:10px solid;border-right:0}
.go[aria-disabled]{background:none;color:var(--blk-ink2);border:1px dashed var(--blk-line2);cursor:default}
pre{all:unset;display:block;box-sizing:border-box;max-height:264px;overflow:auto;padding:10px 14px;white-space:pre;tab-size:4;
font:12px/17px ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;
background:var(--blk-panel)}
.sketch{display:block;padding:12px 14px 2px}
.sketch svg{display:block;width:240px;max-width:100%;fill:none;stroke:var(--blk-ink);stroke-width:1.5}
.sketch .fill{fill:var(--blk-line2);stroke:none}
.sketch .plug{stroke-width:7;stroke-dasharray:3 2}
.sketch .slot{stroke:var(--blk-line2);stroke-dasharray:4 3}
.more{border-top:1px solid var(--blk-line)}
.bar{flex:1 1 80px;max-width:200px;height:8px;border:1px solid var(--blk-line2)}
.bar i{display:block;width:0;height:100%;background:var(--blk-ink)}
@media (forced-colors:active){.go{border:1px solid}}
@media print{.foot{display:none}pre{max-height:none}}
`;
