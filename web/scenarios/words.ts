import { besideLanguage, language, strings } from '../strings/index.ts';
import { withComments } from './comments.ts';
import type { Lesson, LessonRun } from './lessons.ts';
import type { LessonTable } from './table.ts';

let table: LessonTable = {};

await besideLanguage(async (to) => {
  if (to === 'zh') table = (await import('../strings/zh/lessons.ts')).lessons;
});

/** The lesson in the present language, its scenarios' opening comments too. */
export function spoken(lesson: Lesson): Lesson {
  const words = table[lesson.runs[0].name];
  if (language() === 'en' || !words) return lesson;
  const { title, intro } = words;
  const runs = lesson.runs.map((run): LessonRun => {
    const [label, look] = words.runs[run.name];
    const comments = [`${title}${label && strings.grammar.colon}${label}`, run.place, intro, look, words.lesson];
    return { ...run, label, look, text: withComments(run.text, comments) };
  });
  return { title, intro, lesson: words.lesson, runs, beside: lesson.beside };
}
