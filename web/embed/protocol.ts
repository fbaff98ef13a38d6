// What a page and the frame with a run in it say to each other, by postMessage.
// Each message is a plain object with `blkplay`, the version of all this, and `type`.
//
//	frame → page   ready    versions        the frame listens; sent until the page says hello
//	               welcome  where           the answer to hello: from now on the frame tells
//	               height   height          px that the run takes, whenever that changes
//	               play pause end step error    as the element's events, with their detail
//	page → frame   hello                    its sender's origin is the one that is told and obeyed
//	               play pause next-unplug
//	               seek     time            ms of the run
//	               step     events          back if negative
//	               load     scenario at     another scenario; at in ms
//
// The frame obeys its parent alone, and only the origin that said hello first: or,
// where its address has ?origin=, only that one. Before hello it tells nothing but
// that it is ready, and its height.

export const version = 1;

export type Command =
  | { type: 'hello' | 'play' | 'pause' | 'next-unplug' }
  | { type: 'seek'; time: number }
  | { type: 'step'; events: number }
  | { type: 'load'; scenario: string; at: number };

/** The command in a message; null if it is none of ours, or not as it should be. */
export function readCommand(data: unknown): Command | null {
  if (typeof data !== 'object' || data === null) return null;
  const m = data as Record<string, unknown>;
  if (m.blkplay !== version) return null;
  switch (m.type) {
    case 'hello':
    case 'play':
    case 'pause':
    case 'next-unplug':
      return { type: m.type };
    case 'seek':
      return isNumber(m.time) ? { type: 'seek', time: m.time } : null;
    case 'step':
      return isNumber(m.events) ? { type: 'step', events: m.events } : null;
    case 'load':
      return typeof m.scenario === 'string' ? { type: 'load', scenario: m.scenario, at: isNumber(m.at) ? m.at : NaN } : null;
    default:
      return null;
  }
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
