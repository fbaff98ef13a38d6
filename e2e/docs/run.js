import { buildDocs } from './build.js';

await buildDocs();
