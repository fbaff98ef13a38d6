import { addAt, addTask } from './text.ts';

/** Adds a child of `parent` and has the parent fork it at an instant. */
export function forkAt(text: string, timeNs: number, parent: number, child: number, shares: boolean): string {
  const name = `task${child}`;
  const line = `task ${child} name=${name}`;
  const listed = addTask(text, child, name).replace(new RegExp(`^${line}$`, 'm'), `${line} parent=${parent}`);
  return addAt(listed, timeNs, [`task ${parent} fork ${child}${shares ? ' clone_io' : ''}`]);
}
