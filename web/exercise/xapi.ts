import type { Lesson, Sheet } from '../engine/tools.ts';

/** What an xAPI statement is made of. */
export interface Statement {
  lesson: Lesson;
  seed: string;
  sheet: Sheet;
  person: string; // '': nobody is named
  finished: boolean; // every question has an answer
  page: URL; // of exercises
  id: string; // a UUID
  now: Date;
}

const verbs = 'http://adlnet.gov/expapi/verbs/';

/** The result as a statement for a learning record store. */
export function statement({ lesson, seed, sheet, person, finished, page, id, now }: Statement): object {
  const verb = !finished ? 'attempted' : sheet.right === sheet.of ? 'passed' : 'completed';
  const object = new URL(page);
  object.hash = `lesson=${lesson.name}&seed=${seed}`;
  object.search = '';
  return {
    id,
    actor: { objectType: 'Agent', account: { homePage: page.origin, name: person || 'anonymous' }, ...(person && { name: person }) },
    verb: { id: verbs + verb, display: { 'en-US': verb } },
    object: {
      objectType: 'Activity',
      id: object.href,
      definition: { type: 'http://adlnet.gov/expapi/activities/assessment', name: { [lesson.language || 'en-US']: `${lesson.name.toUpperCase()}: ${lesson.title}` } },
    },
    result: {
      score: { scaled: sheet.scaled, raw: sheet.right, min: 0, max: sheet.of },
      completion: finished,
      success: sheet.right === sheet.of,
      response: sheet.code,
    },
    timestamp: now.toISOString(),
  };
}
