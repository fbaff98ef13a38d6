/** A cell's background and the ink that reads best on it. */
export interface Shade {
  background: string;
  ink: 'black' | 'white';
}

const hue = 250;
const chromaMost = 0.065;

/** The shade of a value between the least and the most: paler is less by day, darker is less by night. */
export function shade(share: number, dark: boolean): Shade {
  const at = Math.max(0, Math.min(1, share));
  const lightness = dark ? 0.24 + at * (0.86 - 0.24) : 0.97 - at * (0.97 - 0.35);
  // Little colour toward white, where sRGB has little.
  const c = Math.min(chromaMost, (1 - lightness) * 0.5, lightness * 0.25);
  const y = luminance(lightness, c, hue);
  const onBlack = (y + 0.05) / 0.05;
  const onWhite = 1.05 / (y + 0.05);
  return { background: `oklch(${(lightness * 100).toFixed(1)}% ${c.toFixed(3)} ${hue})`, ink: onBlack >= onWhite ? 'black' : 'white' };
}

/** How much the ink stands out from its background; WCAG asks for 4.5. */
export function contrast(share: number, dark: boolean): number {
  const s = shade(share, dark);
  const [, l, c] = /oklch\(([\d.]+)% ([\d.]+)/.exec(s.background)!;
  const y = luminance(Number(l) / 100, Number(c), hue);
  return s.ink === 'black' ? (y + 0.05) / 0.05 : 1.05 / (y + 0.05);
}

/** Relative luminance of a colour in OKLCH (Ottosson's matrices), within sRGB. */
function luminance(lightness: number, c: number, degrees: number): number {
  const a = c * Math.cos((degrees * Math.PI) / 180);
  const b = c * Math.sin((degrees * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (x: number): number => Math.max(0, Math.min(1, x));
  const red = clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How a metric's values are shown: divided, and with so many decimals. */
const units: Record<string, readonly [divisor: number, decimals: number]> = {
  mean_q2c: [1e6, 3],
  p95_q2c: [1e6, 3],
  p99_q2c: [1e6, 3],
  max_q2c: [1e6, 3],
  device_busy: [1e6, 3],
  span: [1e6, 3],
  bios_per_request: [1000, 2],
  throughput: [1 << 20, 2],
};

/** A metric's value as people read it. */
export function metricText(metric: string, value: number): string {
  const [divisor, decimals] = units[metric] ?? [1, 0];
  return (value / divisor).toFixed(decimals);
}

/** The same in the room of a cell: about four digits. */
export function shortText(metric: string, value: number): string {
  const [divisor, decimals] = units[metric] ?? [1, 0];
  const v = value / divisor;
  const room = v >= 100 ? 0 : v >= 10 ? 1 : 2;
  return v.toFixed(Math.min(decimals, room));
}
