import { BoardServer, type BoardError } from '../board/api.ts';
import { fill, language, strings } from '../strings/index.ts';
import type { Source } from './address.ts';

/** An exercise could not be had; the message is a sentence for the reader. */
export class SourceError extends Error {}

/** The text of an exercise, and what its board is called. */
export async function textOf(source: Source): Promise<{ text: string; title: string }> {
  const e = strings.exercise;
  switch (source.kind) {
    case 'text':
      return { text: source.text, title: '' };
    case 'site': {
      const response = await got(`lessons/${source.name}.lesson`);
      const text = response?.ok ? await response.text() : '';
      if (!/^version /m.test(text)) throw new SourceError(fill(e.noLesson, { name: source.name })); // or a host's page for what it lacks
      return { text, title: '' };
    }
    case 'board': {
      const { title, lesson } = await new BoardServer().lesson(source.name).catch((why: BoardError) => {
        throw new SourceError(why.status === 0 ? e.noBoards : why.status === 404 ? strings.board.gone : fill(strings.board.failed, { reason: why.message }));
      });
      return { text: lesson, title };
    }
  }
}

function got(path: string): Promise<Response | null> {
  return fetch(new URL(path, document.baseURI)).catch(() => null);
}

/** An exercise of this site as the list tells of it, without running it. */
export interface Listed {
  name: string;
  title: string;
  titles: Record<string, string>; // in other languages
  kernels: string[];
  questions: Record<'predict' | 'explain' | 'goal', number>;
}

/** The exercises of this site in teaching order. */
export async function listExercises(): Promise<Listed[]> {
  return Promise.all((await namesHere()).map(ofSite));
}

/** The exercise behind another, null if that is the last. */
export async function nextOf(name: string): Promise<Listed | null> {
  const names = await namesHere().catch((): string[] => []);
  const next = names[names.indexOf(name) + 1];
  return next === undefined ? null : ofSite(next).catch(() => null);
}

/** Names of the exercises here; their order is the one they are taught in. */
async function namesHere(): Promise<string[]> {
  const response = await got('lessons/index.json');
  const names: unknown = response?.ok ? await response.json().catch(() => null) : null;
  if (!Array.isArray(names)) throw new SourceError(strings.exercise.noList);
  return names.map((file) => String(file).replace(/\.lesson$/, '')).sort();
}

async function ofSite(name: string): Promise<Listed> {
  return listed(name, (await textOf({ kind: 'site', name })).text);
}

/** Its title in the reader's language if it has one there, else its own. */
export function titleOf(x: Listed): { text: string; language: string } {
  const told = x.titles[language()];
  return told === undefined ? { text: x.title, language: '' } : { text: told, language: language() };
}

export function listed(name: string, text: string): Listed {
  const count = (kind: string): number => text.match(new RegExp(`^${kind} `, 'gm'))?.length ?? 0;
  return {
    name,
    title: /^title (.*)$/m.exec(text)?.[1] ?? name,
    titles: Object.fromEntries([...text.matchAll(/^words (\S+)\n  title (.*)$/gm)].map((m) => [m[1], m[2]])),
    kernels: [...new Set([...text.matchAll(/^ +kernel (\S+)$/gm)].map((m) => m[1]))],
    questions: { predict: count('predict'), explain: count('explain'), goal: count('goal') },
  };
}
