import { instantiate } from './instance.ts';
import { Program, type ProgramExports } from './program.ts';

/** Told while a call works; in the call's own unit: bytes of files, bios of a run. */
export type OnWork = (done: number, total: number) => void;

/** The calls of wasm/tools; see its exports.go. Each takes bytes that lie in the buffer. */
export type ToolCall = 'format' | 'importTrace' | 'exportTrace' | 'exportRun' | 'runStats' | 'recipe' | 'numbers' | 'retarget' | 'sweepCells' | 'difference'
  | 'lessonVariant' | 'lessonCheck' | 'lessonAnswer' | 'lessonScenario' | 'lessonTurned' | 'lessonSheet' | 'lessonGrade' | 'lessonLint' | 'lessonWords';

type Exports = ProgramExports & Record<ToolCall, (bytes: number) => number>;

/** The tools themselves, in the thread that calls them: a call takes as long as its work. */
export class ToolsProgram {
  onWork: OnWork = () => {};
  #go!: Exports;
  #program!: Program;

  static async start(source: string | URL | BufferSource): Promise<ToolsProgram> {
    const tools = new ToolsProgram();
    const progress = (done: number, total: number): void => tools.onWork(done, total);
    tools.#go = await instantiate<Exports>(source, undefined, { blkplay: { progress } });
    tools.#program = new Program(tools.#go);
    return tools;
  }

  /** A copy of the call's result. Throws a BlkplayError. */
  call(name: ToolCall, input: Uint8Array): Uint8Array {
    this.#program.call(() => this.#go[name](this.#program.put(input)));
    return this.#program.result().slice();
  }
}
