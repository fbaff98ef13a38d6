// Package cfq2624 is CFQ, completely fair queueing, as 2.6.24 has it: each task
// gets the disk for a slice of time, by its ioprio.
//
// # Queues
//
// Requests are SYNC (reads, and writes from sync bios) or ASYNC. Each task has a
// queue of its own for SYNC requests; ASYNC requests of all tasks with the same
// class and level share one. A queue holds its requests twice, in a tree by
// sector and in a fifo by age.
//
//	task ── io_context ── cic ──┬─ SYNC queue ──┐
//	                            └─ ASYNC queue ─┤ (shared by level)
//	                                            ▼
//	         service tree: queues that have requests, by key ──▶ active queue
//	                                                                  │ quantum
//	                                                                  ▼
//	                                                              queue_head
//
// # The service tree
//
// The leftmost queue is served next. A queue's key is about the jiffy at which
// it came, later for a lower priority the more queues there are. RT queues stand
// left of all others, IDLE ones right. A queue that kept its slice's rest gets a
// larger key by it, one that overran a smaller one.
//
// # Slices
//
// A slice lasts b + b/5*(4-level) jiffies, b being slice_sync or slice_async:
// level 0 has 1.8 times the time of level 4, level 7 less than half of it. Its
// clock starts when the slice's first request completes. It ends when the time
// is over, when the queue is empty and not worth idling for, when another queue
// preempts it, or when its task exits.
//
// # Idling
//
// When a SYNC queue runs empty in its slice, the disk waits up to slice_idle for
// the task's next request, if the task's mean think time is no longer than that
// and, on a drive with command queueing, its requests lie close together.
//
// # Dispatch
//
// One call moves up to quantum requests, and goes on while a lone queue may have
// more in flight. What is moved is sorted into queue_head and can no longer merge.
//
// Linux 2.6.24: block/cfq-iosched.c.
package cfq2624
