import { language, strings } from '../strings/index.ts';
import { plug } from '../strings/zh/lessons/plug.ts';
import { samplesInChinese } from '../strings/zh/lessons/samples.ts';
import { tasks } from '../strings/zh/lessons/tasks.ts';
import type { Sample } from './gallery.ts';
import type { Lesson, LessonRun } from './lessons.ts';

/** What a lesson says in another language, by its first run's name; for each run: label, where to look. */
export type LessonTable = Record<string, { title: string; intro: string; lesson: string; runs: Record<string, [label: string, look: string]> }>;

export const lessonsInChinese: LessonTable = { ...plug, ...tasks };

/** The lesson in the present language, its scenarios' opening comments too. */
export function spoken(lesson: Lesson): Lesson {
  const words = lessonsInChinese[lesson.runs[0].name];
  if (language() === 'en' || !words) return lesson;
  const { title, intro } = words;
  const runs = lesson.runs.map((run): LessonRun => {
    const [label, look] = words.runs[run.name];
    const comments = [`${title}${label && strings.grammar.colon}${label}`, run.place, intro, look, words.lesson];
    return { ...run, label, look, text: withComments(run.text, comments) };
  });
  return { title, intro, lesson: words.lesson, runs, beside: lesson.beside };
}

/** The same for a scenario to begin with. */
export function spokenSample(sample: Sample): Sample {
  const words = samplesInChinese[sample.name];
  if (language() === 'en' || !words) return sample;
  const [title, ...rest] = words;
  const place = /^#\s*(look at .*)$/m.exec(sample.text)?.[1];
  return { ...sample, title, text: withComments(sample.text, [title, ...(place ? [place] : []), ...rest]) };
}

/** A scenario whose first block of comments is another. */
function withComments(text: string, comments: readonly string[]): string {
  const [version, ...lines] = text.split('\n');
  const rest = lines.slice(lines.findIndex((l) => !l.startsWith('#')));
  return [version, ...comments.map((c) => `# ${c}`), ...rest].join('\n');
}
