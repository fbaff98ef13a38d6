import type { Shared } from './fields.ts';
import { formatTime } from '../scenario/text.ts';

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

/** The tag that shows a scenario in any page; site is the address of the folder that blkplay is served from. */
export function tagFor({ text, at }: Shared, site: string): string {
  return `<script type="module" src="${escaped(site)}blk-play.js"></script>
<blk-play${at ? ` at="${formatTime(at)}"` : ''}><pre>
${escaped(text.replace(/\n*$/, '\n'))}</pre></blk-play>
`;
}
