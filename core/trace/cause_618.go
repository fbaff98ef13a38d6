package trace

// Causes of Linux 6.18's block layer.
const (
	ImplicitPlug Cause = cause618 + iota
	FlushFinish
	FlushImplicit
	FlushFull
	FlushHeadLarge
	FlushBlocking
	FlushAtExit
	BySoftQueue
	RefusedIOPrio
	RefusedNotNewest
	CutMaxSectors
	CutMaxSegments
	SleepForTag
	WokenByTag
	ByInsertion
	ByNeighbour
	RunInsert
	RunUT
	RunRestart
	RunTagWaiter
	RunNothingGiven
	RunLeftOver
	RunLong
	RunToken
	DirectIssue
	NoDriverTag
	GotDriverTag
	SetRestart
	RunNoPlug
	ContextAllocated
	ContextCloned
	ContextExited
)

var rules618 = []Rule{
	ImplicitPlug - cause618:     {"implicit-plug", "__submit_bio", "The task has no plug, so the submission opens one of its own around this bio."},
	FlushFinish - cause618:      {"flush-finish", "blk_finish_plug", "The task closed its plug: its {A} requests leave it, in the order of their arrival."},
	FlushImplicit - cause618:    {"flush-implicit", "__submit_bio", "The plug around the single bio ends, and with it the request's wait."},
	FlushFull - cause618:        {"flush-full", "blk_add_rq_to_plug", "The plug holds {A} requests, as many as it may: they go before the next one is added."},
	FlushHeadLarge - cause618:   {"flush-head-large", "blk_add_rq_to_plug", "The oldest request in the plug has {B} sectors, 256 (128 KiB) or more: the plug is flushed before the next request is added."},
	FlushBlocking - cause618:    {"flush-blocking", "io_schedule", "The task is about to sleep: its plug is flushed first, or its own requests might be what it waits for. kblockd issues them."},
	FlushAtExit - cause618:      {"flush-at-exit", "do_exit", "The task ended with its plug open."},
	BySoftQueue - cause618:      {"by-soft-queue", "blk_bio_list_merge", "The bio touches one of the newest 8 requests that wait in the software queue."},
	RefusedIOPrio - cause618:    {"refused-ioprio", "blk_rq_merge_ok", "Not merged: the two have different I/O priorities."},
	RefusedNotNewest - cause618: {"refused-not-newest", "blk_attempt_plug_merge", "Not merged: the request is in the task's plug, but only the newest one there is looked at."},
	CutMaxSectors - cause618:    {"cut-max-sectors", "bio_split_rw", "The bio is longer than max_sectors ({B}): the first {sectors} sectors go as a bio of their own."},
	CutMaxSegments - cause618:   {"cut-max-segments", "bio_split_rw", "The bio has more than max_segments ({B}) pages: the first {sectors} sectors go as a bio of their own."},
	SleepForTag - cause618:      {"sleep-tag", "blk_mq_get_tag", "The task waits for a tag: every request slot it may use is taken."},
	WokenByTag - cause618:       {"woken-tag", "sbitmap_queue_wake_up", "Tags came free. None is kept for the task: whoever runs first takes it."},
	ByInsertion - cause618:      {"by-insertion", "elv_attempt_insert_merge", "The request starts where one in the elevator ends: they are joined, and it is never inserted."},
	ByNeighbour - cause618:      {"by-neighbour", "attempt_merge", "A merge closed the gap between two requests: they become one."},
	RunInsert - cause618:        {"run-insert", "blk_mq_run_hw_queue", "Requests were inserted: the hardware queue runs at once."},
	RunUT - cause618:            {"run-ut", "blk_mq_run_hw_queue", "The task went to sleep after the insertion: kblockd runs the hardware queue."},
	RunRestart - cause618:       {"run-restart", "blk_mq_sched_restart", "A request gave its tag back and the queue is marked RESTART: kblockd runs it again."},
	RunTagWaiter - cause618:     {"run-tag-waiter", "blk_mq_get_tag", "A task that finds no tag runs the hardware queue itself: that might free one."},
	RunNothingGiven - cause618:  {"run-nothing-given", "blk_mq_do_dispatch_sched", "The elevator has requests but gave none: kblockd asks again in 3 ms, in whole ticks and one more."},
	RunLeftOver - cause618:      {"run-left-over", "blk_mq_dispatch_rq_list", "Requests are left on the dispatch list: kblockd runs the queue again."},
	RunLong - cause618:          {"run-long", "blk_mq_do_dispatch_sched", "This run has gone on for a second: kblockd goes on with it."},
	RunToken - cause618:         {"run-token", "kyber_domain_wake", "A token of the domain came back: kblockd runs the queue."},
	DirectIssue - cause618:      {"direct-issue", "blk_mq_issue_direct", "No elevator, and the task is not going to sleep: the request goes straight to the driver, past everything that waits."},
	NoDriverTag - cause618:      {"no-driver-tag", "blk_mq_get_driver_tag", "The device has all the requests it takes: this one waits on the dispatch list, where it can neither merge nor be passed."},
	GotDriverTag - cause618:     {"got-driver-tag", "blk_mq_dispatch_rq_list", "A driver tag came free: what waits on the dispatch list goes before anything else."},
	SetRestart - cause618:       {"set-restart", "blk_mq_mark_tag_wait", "The queue is marked RESTART: the next request that ends has kblockd run it."},
	ContextAllocated - cause618: {"ioc-allocated", "alloc_io_context", "A new io_context: the task is its one user."},
	ContextCloned - cause618:    {"ioc-cloned", "__copy_io", "fork with CLONE_IO: one more task uses the io_context."},
	ContextExited - cause618:    {"ioc-exited", "exit_io_context", "A task that used the io_context exits."},
	RunNoPlug - cause618:        {"run-no-plug", "blk_mq_submit_bio", "There is no plug: the request is inserted and the hardware queue runs."},
}
