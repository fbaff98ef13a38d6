import { pageSpeaks } from '../strings/page.ts';
import { strings } from '../strings/index.ts';
import './exercise.ts';

pageSpeaks(() => `${strings.exercise.pageTitle} · blkplay`);
