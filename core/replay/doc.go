// Package replay makes a scenario of a real trace: the same bios at the same
// times from as many tasks, on whichever kernel and elevator is asked for.
//
//	files ─▶ Open ─▶ Source ── records ─▶ Workload ── bios ─▶ Scenario
//
// Only the Q events of one device are taken. What the block layer then did with
// them is what the simulation is to tell. The loop is open by default: no task waits for a
// completion, each bio is submitted at the time at which the trace has it. Other
// modes submit as fast as the block layer takes, or let each task wait as it did: see [Mode].
// Of a fio job file the same is made, see package fio.
//
// Hard facts:
//
//   - A task is one line of events. Where a kernel with fewer requests than the
//     traced one lets a task sleep in get_request, that task's later bios are late;
//     those of other tasks are not.
//   - The times are those of the traced machine. What was slow there because its
//     block layer was slow (a plug held, tags used up) stays where it was.
//   - A task's plugs are the task's, not the block layer's: where it began and ended one
//     can be taken from the trace, see [Options]. Without that a bio is plugged as its
//     kernel plugs a lonely one.
//   - The kernels modelled know neither flush nor discard nor FUA. What is left out
//     or changed is counted in a [Report].
package replay
