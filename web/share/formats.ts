import type { Tools, Watch } from '../engine/tools.ts';
import { pixels } from './png.ts';

/** Endings of the files that a scenario can be saved as, in the order in which they are offered. */
export const endings = ['.blkplay', '.svg', '.png', '.txt', '.blktrace.0', '.iolog', '.v2.iolog', '.json', '.csv', '.stats.json'] as const;
export type Ending = (typeof endings)[number];

const types: Partial<Record<Ending, string>> = {
  '.blkplay': 'text/plain', '.svg': 'image/svg+xml', '.png': 'image/png', '.txt': 'text/plain',
  '.iolog': 'text/plain', '.v2.iolog': 'text/plain', '.json': 'application/json', '.csv': 'text/csv', '.stats.json': 'application/json',
};

/** A scenario, or its run, as the bytes of a file. Rejects as the tools do. */
export async function make(ending: Ending, text: string, tools: Tools, watch: Watch = {}): Promise<Blob> {
  const type = types[ending] ?? 'application/octet-stream';
  switch (ending) {
    case '.blkplay':
      return new Blob([text], { type });
    case '.png':
      return pixels(await picture(text, tools, watch));
    case '.stats.json':
      return new Blob([JSON.stringify(await tools.runStats(text, watch), null, 2), '\n'], { type });
    default:
      return new Blob([(await tools.exportRun(text, ending, watch)) as BlobPart], { type });
  }
}

async function picture(text: string, tools: Tools, watch: Watch): Promise<Blob> {
  return new Blob([(await tools.exportRun(text, '.svg', watch)) as BlobPart], { type: 'image/svg+xml' });
}

/** The same, gzipped. */
export async function gzipped(file: Blob): Promise<Blob> {
  return new Response(file.stream().pipeThrough(new CompressionStream('gzip'))).blob();
}
