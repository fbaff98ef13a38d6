/** The tokens as colours that a canvas takes. */
export interface Palette {
  panel: string;
  sunk: string;
  line: string;
  line2: string;
  ink: string;
  ink2: string;
  on: string;
  hues: string[]; // by (task - 1) % 6
  tints: string[];
  ui: string;
  mono: string;
}

/** Reads the tokens as they are at `host` now: once a theme, not once a frame. */
export function readPalette(host: HTMLElement): Palette {
  const probe = document.createElement('span');
  (host.shadowRoot ?? host).append(probe);
  const style = getComputedStyle(probe);
  const colour = (name: string): string => {
    probe.style.color = `var(--blk-${name})`;
    return style.color;
  };
  const font = (name: string): string => {
    probe.style.fontFamily = `var(--blk-${name})`;
    return style.fontFamily;
  };
  const six = [1, 2, 3, 4, 5, 6];
  const palette = {
    panel: colour('panel'),
    sunk: colour('sunk'),
    line: colour('line'),
    line2: colour('line2'),
    ink: colour('ink'),
    ink2: colour('ink2'),
    on: colour('on'),
    hues: six.map((n) => colour(`t${n}`)),
    tints: six.map((n) => colour(`t${n}-tint`)),
    ui: font('ui'),
    mono: font('mono'),
  };
  probe.remove();
  return palette;
}
