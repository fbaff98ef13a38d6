import { define } from '../elements/element.ts';
import { BlkPlayground } from './playground.ts';

// What was read is one task, the page that it makes is another.
await new Promise((done) => setTimeout(done));
define('blk-playground', BlkPlayground);
