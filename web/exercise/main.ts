import { pageSpeaks } from '../strings/page.ts';
import type { BlkExercise } from './exercise.ts';
import './exercise.ts';

pageSpeaks(() => document.querySelector<BlkExercise>('blk-exercise')!.pageTitle);
