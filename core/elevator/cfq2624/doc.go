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
// A cic (cfq_io_context) is what CFQ knows of a task: its two queues, how long it
// thinks between I/Os and how far these lie apart. A queue is busy while it has
// requests; the active one is whose slice it is, and it may be idle.
//
// A bio merges only into requests of the queue in which it would be put itself.
//
// # Priorities
//
// A task's ioprio is a class (RT, BE, IDLE) and, in RT and BE, a level from 0, the
// most, to 7; a task without one counts as BE 4. The class says who goes first,
// the level how long a slice is. A SYNC queue hears of a new ioprio when its task
// next submits; an ASYNC queue keeps its own for ever, and the task moves.
//
// IDLE queues have a turn only when no queue of another class has had a request
// complete for HZ/10, and then one request at a time.
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
// clock starts when the slice's first request completes, so the first seek is
// free. It ends when the time is over, when the queue is empty and not worth
// idling for, when another queue preempts it, or when its task exits.
//
// By level, with the defaults (at HZ 100 slice_async is 4 jiffies, which have no
// fifth: 40 ms for all):
//
//	level            0    1    2    3    4    5    6    7
//	slice_sync     180  160  140  120  100   80   60   40 ms
//	slice_async     72   64   56   48   40   32   24   16 ms
//
// # Idling
//
// When a SYNC queue runs empty in its slice, the disk waits up to slice_idle for
// the task's next request, if the task's mean think time is no longer than that
// and, on a drive with command queueing, its requests lie close together. Without
// it a task that reads one block after the other would lose its slice after each.
//
//	C of the last request ─▶ idle_slice_timer ─┬─ the task submits: D at once, plug or no plug
//	                                           └─ it fires: the next queue's turn
//
// The idling queue has no request, so the elevator says that it is empty: the
// request that is waited for puts a plug on, unless others are busy.
//
// # Preemption
//
// A request that comes for another queue ends the active one's slice if that is
// used up or of class IDLE, if the request is SYNC and the slice ASYNC, if it is
// meta and the active queue has none, or if the disk idles and the request is as
// near to the head as the awaited task's requests usually are. RT alone is no
// reason: it waits for the slice's end.
//
// # Dispatch
//
// One call moves up to quantum requests, and goes on while a lone queue may have
// more in flight (4 times quantum). What is moved is sorted into queue_head and
// can no longer merge. Within a queue the next request is the one nearest ahead of
// the head, meta before others; back_seek_max and back_seek_penalty say how one
// behind it counts. Once in a slice the oldest request is looked at, and goes
// first if it is late. No ASYNC request is moved while a SYNC one is in flight.
//
// # An example
//
// HZ 1000, one request at a time, 1 ms each. Task 1 reads 0, waits, reads 8 and
// exits; task 2 reads 100000.
//
//	0 ms  D 0       task 1's slice begins when its wait unplugs the queue
//	1 ms  C 0       the slice's clock starts; its queue is empty: idle until 9 ms
//	1 ms  D 8       task 1 was awaited, and is served before task 2, which came first
//	2 ms  C 8       idle again, until 10 ms; but task 1 exits, and its slice with it
//	2 ms  D 100000  a work item begins the driver: this D has no task
//	3 ms  C 100000
//
// Linux 2.6.24: block/cfq-iosched.c.
package cfq2624
