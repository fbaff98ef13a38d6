import { lesson } from './messages/lesson.ts';
import { linter } from './messages/linter.ts';
import { scenario } from './messages/scenario.ts';
import { traces } from './messages/traces.ts';

/**
 * What the engine and the tools say in English, by its pattern. The holes of a pattern:
 * {q} something in quotes, {n} a number, {t} a time, {w} a word, {x} anything, which is
 * a message itself or stays as it is. Of the Chinese {1} is the first hole, {2} the second.
 * A noun behind a number stands for one and for many.
 */
export const messages: Record<string, string> = { ...scenario, ...traces, ...lesson, ...linter };

interface Pattern {
  fits: RegExp;
  holes: string[];
  chinese: string;
  weight: number; // letters that are no holes: the pattern with the most is meant
}

const holes: Record<string, string> = {
  q: '("(?:[^"\\\\]|\\\\.)*"(?:\\.\\.\\.)?)',
  n: '(-?\\d[\\d.]*)',
  t: '(-?[\\d.]+(?:ns|us|ms|s)?)',
  w: '([\\w./-]+)',
  x: '([^]*?)',
};

let compiled: Pattern[] | undefined;

function patterns(): Pattern[] {
  return (compiled ??= Object.entries(messages).map(([english, chinese]) => {
    const names: string[] = [];
    const source = english
      .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
      .replace(/\{n\} ([a-z ]+)s(?![a-z])/g, '{n} $1(?:e?s)?')
      .replace(/\{([qntwx])\}/g, (_, hole: string) => (names.push(hole), holes[hole]));
    return { fits: new RegExp(`^${source}$`), holes: names, chinese, weight: english.replace(/\{[qntwx]\}/g, '').length };
  }).sort((a, b) => b.weight - a.weight));
}

const known = new Map<string, string>();

/** A message in Chinese; as it is if there is no pattern that it fits. */
export function translate(text: string): string {
  let said = known.get(text);
  if (said === undefined) known.set(text, (said = close(found(text, 0))));
  return said;
}

/** How deep messages stand in each other. */
const depthMax = 8;

function found(text: string, depth: number): string {
  if (depth === depthMax || !/[a-z]/i.test(text)) return text;
  for (const p of patterns()) {
    const parts = p.fits.exec(text);
    if (!parts) continue;
    return p.chinese.replace(/\{(\d)\}/g, (_, k: string) => {
      const part = parts[Number(k)] ?? '';
      return p.holes[Number(k) - 1] === 'x' && part !== text ? found(part, depth + 1) : part;
    });
  }
  return text;
}

/** No blank stands between two Chinese characters, nor beside a Chinese mark; there is one beside Latin. */
function close(text: string): string {
  const han = '\\u4e00-\\u9fff';
  return text
    .replace(new RegExp(`([${han}，。：；（）、]) +(?=[${han}，。：；（）、])`, 'g'), '$1')
    .replace(/([，。：；（）、]) +/g, '$1')
    .replace(/ +(?=[，。：；（）、])/g, '')
    .replace(new RegExp(`([${han}])(?=[A-Za-z0-9"\`])`, 'g'), '$1 ')
    .replace(new RegExp(`([A-Za-z0-9"\`])(?=[${han}])`, 'g'), '$1 ');
}
