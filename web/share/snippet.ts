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

/** The frame that shows a scenario where no script of another site is allowed; fragment is that of its link. */
export function frameFor(title: string, fragment: string, site: string): string {
  return `<iframe src="${escaped(site)}embed.html${fragment}" title="${escaped(title)}" width="100%" height="560" loading="lazy" style="border:0"></iframe>
`;
}
