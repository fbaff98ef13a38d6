// Package sim is the simulated machine under a block layer: a clock in
// nanoseconds, jiffies, timers, work items and tasks.
//
// Everything that happens does so because an [Item] came due. Items that are
// due at the same instant run in the order in which they were scheduled: task
// wake-ups, timers, work items, softirqs and device completions share that one
// FIFO. Nothing pre-empts anything, nothing runs in parallel, and no time passes
// while an item runs.
//
//	Loop.At, Loop.Soon ──▶ [ due items, by (time, order of scheduling) ] ──▶ Event.Fire
//
// The package knows no block layer, no kernel version and no real clock.
package sim
