import { BlkplayError, broken } from './errors.ts';
import { ToolsProgram } from './tools.program.ts';
import type { ToolAnswer, ToolTask } from './tools.ts';

// The tools in a worker of their own: one task at a time, in the order they come. A module, or
// a plain script: it says nothing that only one of them may.

const answer = (a: ToolAnswer, moved: Transferable[] = []): void => postMessage(a, { transfer: moved });
const started = ToolsProgram.start(new URL('./tools.wasm', location.href)).catch(broken);
started.catch(() => {}); // each task tells it

addEventListener('message', async (e: MessageEvent<ToolTask>) => {
  const { id, call, input } = e.data;
  try {
    const tools = await started;
    tools.onWork = (done, total) => answer({ id, done, total });
    const result = tools.call(call, input);
    answer({ id, result }, [result.buffer]);
  } catch (e) {
    const error = e instanceof BlkplayError ? e : new BlkplayError([{ line: 0, column: 0, message: String(e) }], true);
    answer({ id, errors: [...error.all], crashed: error.crashed });
  }
});
