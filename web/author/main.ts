import { pageSpeaks } from '../strings/page.ts';
import './author.ts';
import './findings.ts';
import './seeds.ts';
import './wordlist.ts';
import { words } from './words.ts';

pageSpeaks(() => `${words().pageTitle} · blkplay`);
