import type { LessonTable } from '../../scenarios/table.ts';
import { plug } from './lessons/plug.ts';
import { tasks } from './lessons/tasks.ts';

/** Every lesson in Chinese: loaded with the lessons, not with the page's other words. */
export const lessons: LessonTable = { ...plug, ...tasks };
