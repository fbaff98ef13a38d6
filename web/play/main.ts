// The script that a page loads: it makes <blk-play> known, once, and nothing global.
import { BlkPlay } from './facade.ts';

export { BlkPlay, PlayEvent } from './facade.ts';
export type { FaultDetail, PlayDetail, PlayEvents, StepDetail } from './api.ts';

BlkPlay.home = './index.html';
if (!customElements.get('blk-play')) customElements.define('blk-play', BlkPlay);
