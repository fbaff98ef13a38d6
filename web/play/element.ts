// The player of <blk-play>: assets/element.js, and element.zh.js with Chinese words.
// A page loads it once, when a reader first asks for a run; all runs of a page
// then have one engine.
import { Engine } from '../engine/engine.ts';
import type { Player, Stage } from './api.ts';
import { RunPlayer } from './player.ts';

let engine: Promise<Engine> | null = null;
const watchers = new Set<(share: number) => void>();

function loadEngine(): Promise<Engine> {
  engine ??= Engine.load(new URL('./engine.wasm', import.meta.url), (loaded, total) => {
    for (const watch of watchers) watch(total > 0 ? loaded / total : 0);
  }).catch((e) => {
    engine = null; // the next who asks tries again
    throw e;
  });
  return engine;
}

/** An engine that broke answers nobody any more: the next run gets another. */
function renewEngine(): Promise<Engine> {
  engine = null;
  return loadEngine();
}

export async function open(stage: Stage): Promise<Player> {
  watchers.add(stage.loading);
  try {
    return new RunPlayer(stage, await loadEngine(), renewEngine);
  } finally {
    watchers.delete(stage.loading);
  }
}
