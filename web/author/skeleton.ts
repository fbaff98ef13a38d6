/** A statement of a text in its canonical form, and the lines under it. */
interface Statement {
  word: string;
  rest: string;
  body: string[];
}

/**
 * The words of an exercise, to be put into another language: every text that it has,
 * still in its own words, as a section that stands behind everything. It takes the
 * exercise in its canonical form.
 */
export function skeleton(formatted: string, language: string): string {
  const [own] = formatted.split(/^words /m);
  const lines = statements(own.split('\n'), 0).flatMap((s) => {
    if (['title', 'story', 'hint'].includes(s.word)) return text(s);
    if (['predict', 'explain', 'goal'].includes(s.word)) return [`question ${s.rest}`, ...statements(s.body, 2).flatMap(part).map(indented)];
    return s.word === 'run' && s.rest.includes(' ') ? [`run ${s.rest}`] : [];
  });
  return `${[`words ${language}`, ...lines.map(indented)].join('\n')}\n`;
}

function part(s: Statement): string[] {
  if (['ask', 'slot', 'choice', 'right', 'otherwise', 'hint'].includes(s.word)) return text({ ...s, body: s.body.map((line) => line.slice(2)) });
  if (s.word !== 'check' && s.word !== 'wrong') return [];
  return s.body.length > 0 ? [s.word, ...s.body.map((line) => line.slice(2))] : [`${s.word} ${s.rest}`]; // a check without words shows its expression
}

const text = (s: Statement): string[] => [`${s.word} ${s.rest}`.trimEnd(), ...s.body];
const indented = (line: string): string => (line === '' ? '' : `  ${line}`);

function statements(lines: readonly string[], indent: number): Statement[] {
  const list: Statement[] = [];
  for (const line of lines) {
    const [, blanks, word, rest] = /^( *)(\S*) ?(.*)$/.exec(line)!;
    if (word.startsWith('#') && blanks.length <= indent) continue;
    if (word !== '' && blanks.length === indent) list.push({ word, rest, body: [] });
    else list.at(-1)?.body.push(line);
  }
  for (const s of list) while (s.body.at(-1) === '') s.body.pop();
  return list;
}
