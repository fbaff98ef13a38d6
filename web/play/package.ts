// The same script in the package: it knows of no playground beside it.
import { BlkPlay } from './facade.ts';

export { BlkPlay, PlayEvent } from './facade.ts';

if (!customElements.get('blk-play')) customElements.define('blk-play', BlkPlay);
