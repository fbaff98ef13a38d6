// Package linux44 is the path of a bio in Linux 4.4's legacy (request_fn) block layer.
//
// In this kernel plugging has moved from the queue to the task: what a task
// submits between blk_start_plug and blk_finish_plug collects in a list of its
// own, without the queue's lock, and goes to the elevator in one go, sorted.
//
//	task ── bio ──▶ queueBio ─┬─ merge into a request of the task's plug
//	                          ├─ merge into a request of the elevator
//	                          └─ new request ─┬─▶ the task's plug ── flushPlug ─┐
//	                                          └─────────────────────────────────┴▶ elevator ─▶ dispatch list ─▶ device
//
// A plug is emptied when it is finished (U, and the queue is run at once), when
// a 17th request would join it (likewise), or when its task goes to sleep (UT,
// and kblockd runs the queue). That last rule is why nobody can wait for ever for
// a bio in his own plug.
//
// One task, noop, depth 1; it plugs, writes at 100 and at 92, and finishes:
//
//	Q W 100+8    the bio comes; no io_context yet, so one is made before
//	G W 100+8    it gets a request
//	P            the first request of this queue in the plug
//	Q W 92+8
//	F W 92+8     the plug holds a request that starts where the bio ends
//	I W 92+16    blk_finish_plug: the one request goes to the elevator
//	U 1          one request came out of the plug
//	D W 92+16    the queue is run by the task itself
//	C W 92+16
//
// The files, in the order in which a bio meets them: kernel (what this kernel
// is made of), submit, plug, request, merge, elevator, complete, iocontext,
// driver, live (what a hand can change while it runs).
package linux44
