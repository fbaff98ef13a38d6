// Package realkernel says how a scenario is done on a machine that runs the kernel
// itself: the job for fio, the stores to sysfs, the blktrace command, and what will
// be different there.
//
//	scenario ── run ──▶ who submits what, when ─┐
//	         └─────── ops of each task ─────────┴─▶ Recipe: a job, logs, a script, notes
//
// A task whose list is one submission or one stream becomes a job that says so
// (rw, bs, offset, number_ios). Any other becomes a job that replays a log of what
// the task submits in the run, at the times of the run.
package realkernel
