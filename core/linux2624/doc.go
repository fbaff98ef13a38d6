// Package linux2624 is the block layer of Linux 2.6.24: the queue is plugged.
//
// A request that finds the queue empty puts a plug on it and arms a timer. While
// the plug is on, the driver takes nothing, so that neighbours can merge and the
// elevator has something to sort. The plug comes off when
//
//   - the timer fires, unplug_delay ticks later, and its work item has run (UT, then U);
//   - unplug_thresh requests wait (not traced);
//   - a sync bio was submitted (not traced);
//   - somebody calls blk_unplug, above all a task that waits for its I/O (U);
//   - a task must sleep for a free request (not traced);
//   - a request completes (not traced).
//
// What a bio goes through:
//
//	Submit ─ Q ─▶ findMerge ──── M, F ───────────────▶ grows a request
//	                 │ none
//	                 ▼
//	         getRequestWait ─ S, G ─▶ plug ─ P ─▶ elevator ─ I ─▶ ║ ─▶ queue_head ─ D ─▶ device ─ C
//	                                                             plug
//
// One plugged write on an idle queue, HZ 250, device 100 us + 1 us a sector:
//
//	1.000 ms  Q W 0+8   [1]
//	1.000 ms  G W 0+8   [1]
//	1.000 ms  P         [1]   the queue was empty; the timer is armed for the next tick
//	1.000 ms  I W 0+8   [1]
//	4.000 ms  UT 1            the timer
//	4.000 ms  U 1             its work item, which takes the plug off
//	4.000 ms  D W 0+8
//	4.108 ms  C W 0+8
//
// The files go along that path: submit, merge, request, plug, elevator, driver,
// complete. kernel.go puts a queue together; iocontext.go stands beside. What is
// changed while a queue runs is in live.go (stores), switch.go (the elevator) and
// mutex.go (for which both sleep).
package linux2624
