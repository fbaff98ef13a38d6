// Package cfq44 is Linux 4.4's completely fair queueing: each task's sync
// requests have a queue of their own, and queues take turns at the disk.
//
//	task ── io_context ── icq ─┬─ sync queue (its own) ──────┐
//	                           └─ async queue (by priority) ─┤
//	                                                         ▼
//	          service trees: RT | BE  x  async | sync without idling | sync;  idle
//	                                                         │ one workload, its first queue, for a time slice
//	                                                         ▼
//	          active queue ── fifo head if late, else next by sector ──▶ dispatch list
//
// A sync queue that has run empty keeps the disk for slice_idle: its task may
// well send a request close by. In that time the disk idles on purpose. What
// ends it is the request, the timer, a preempting queue, or the task's exit.
//
// Queues whose requests lie close together are merged into one and split again
// when they drift apart. Without group scheduling there is one group, whose
// figures are the elevator's own here.
package cfq44
