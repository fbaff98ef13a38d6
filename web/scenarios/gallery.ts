import completion from './completion.blkplay';
import empty from './empty.blkplay';
import fullList from './full-list.blkplay';
import join from './join.blkplay';
import syncWrite from './sync-write.blkplay';
import threeTasks from './three-tasks.blkplay';
import threshold from './threshold.blkplay';
import timer from './timer.blkplay';
import writesStarved from './writes-starved.blkplay';
import { parseTime } from '../scenario/text.ts';
import { language, strings } from '../strings/index.ts';
import { withComments } from './comments.ts';

/** A scenario to begin with. */
export interface Sample {
  name: string;
  title: string; // its first comment
  lookAt: number; // ns: the instant that shows the idea
  text: string;
}

const files: [string, string][] = [
  ['three-tasks', threeTasks],
  ['empty', empty],
  ['timer', timer],
  ['threshold', threshold],
  ['sync-write', syncWrite],
  ['completion', completion],
  ['join', join],
  ['full-list', fullList],
  ['writes-starved', writesStarved],
];

export const samples: readonly Sample[] = files.map(([name, text]) => ({
  name,
  title: /^#\s*(.*)$/m.exec(text)?.[1] ?? name,
  lookAt: parseTime(/^#\s*look at (\S+)$/m.exec(text)?.[1] ?? '0'),
  text,
}));

/** The scenario with its opening comments in the present language. */
export function spokenSample(sample: Sample): Sample {
  const words = strings.samples[sample.name];
  if (language() === 'en' || !words) return sample;
  const [title, ...rest] = words;
  const place = /^#\s*(look at .*)$/m.exec(sample.text)?.[1];
  return { ...sample, title, text: withComments(sample.text, [title, ...(place ? [place] : []), ...rest]) };
}

/** How many lessons there are to choose from; they themselves come with the gallery. */
export const lessonCount = 28;
