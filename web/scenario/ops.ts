// Which ops a kernel has besides those that all have, as core/scenario/kernels_table.go says.

const ops: Record<string, readonly string[]> = {
  '2.6.24': ['unplug', 'set', 'elevator'],
  '4.4': ['start_plug', 'finish_plug', 'set', 'reclaim'],
  '6.18': ['start_plug', 'finish_plug'],
};

const everywhere = ['write', 'read', 'stream', 'wait', 'sleep', 'compute', 'ioprio', 'fork'];

/** Whether a scenario of this kernel may have the op. */
export function hasOp(kernel: string, op: string): boolean {
  return everywhere.includes(op) || (ops[kernel] ?? []).includes(op);
}
