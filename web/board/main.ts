import { pageSpeaks } from '../strings/page.ts';
import { strings } from '../strings/index.ts';
import './board.ts';

pageSpeaks(() => `blkplay: ${strings.board.heading}`);
