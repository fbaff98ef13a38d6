package trace

// Causes of Linux 4.4's own path.
const (
	FlushFinished Cause = cause44 + iota
	FlushSixteen
	FlushSleep
	FlushWait
	FlushGetRequest
	FlushReclaim
	FlushExit
	PlugNested
	PlugNotOuter
	PlugUnseen
	RunUnpluggedAsync
	InsertMerged
	InsertUnmanaged
	SplitMaxSectors
	SplitMaxSegments
	SplitMaxPages
	WokenOnTheWay
	ContextCreated
	ContextSpare
	ContextRefused
	ContextAllocFailed
	ICQAllocFailed
	ContextGot
	ContextPut
	ContextLinked
	ContextTaskGone
	ContextUserGone
	ContextLastPut
	ContextRequestHolds
	ContextRequestFreed
	ContextICQCreated
	ContextICQExited
	ContextICQDestroyed
	ContextReleaseQueued
	ContextFreed
	ContextIOPrio
	ForkFailed
)

var rules44 = []Rule{
	FlushFinished - cause44:        {"flush-finished", "blk_finish_plug", "The task finished its plug: its {A} requests go to the elevator and the queue is run at once."},
	FlushSixteen - cause44:         {"flush-sixteen", "blk_queue_bio", "The plug holds 16 requests of this queue, and one more comes: it is emptied first."},
	FlushSleep - cause44:           {"flush-sleep", "sched_submit_work", "The task goes to sleep: what it holds back in its plug must not wait for it."},
	FlushWait - cause44:            {"flush-wait", "io_schedule", "The task waits for its bios: those in its plug must go first."},
	FlushGetRequest - cause44:      {"flush-get-request", "io_schedule", "The task waits for a free request: those in its plug must go, or none may ever come free."},
	FlushReclaim - cause44:         {"flush-reclaim", "io_schedule", "The task waits for memory: the bio that holds it may sit in this very plug."},
	FlushExit - cause44:            {"flush-exit", "sched_submit_work", "The task ended with an open plug; its last schedule empties it."},
	PlugNested - cause44:           {"plug-nested", "blk_start_plug", "The task has a plug already: the inner one is ignored."},
	PlugNotOuter - cause44:         {"plug-not-outer", "blk_finish_plug", "Not the task's plug but one started inside it: nothing happens."},
	PlugUnseen - cause44:           {"plug-unseen", "sched_submit_work", "What if schedule did not see the plug: {A} requests stay in it while the task sleeps."},
	RunUnpluggedAsync - cause44:    {"run-unplugged-async", "queue_unplugged", "The plug was emptied by a task about to sleep: kblockd runs the queue."},
	InsertMerged - cause44:         {"insert-merged", "elv_attempt_insert_merge", "The request starts where an older one ends: they become one."},
	InsertUnmanaged - cause44:      {"insert-unmanaged", "__elv_add_request", "The elevator has no data for this request (its io_context or icq could not be had): it goes to the end of the dispatch list, and everything before it is drained."},
	SplitMaxSectors - cause44:      {"split-max-sectors", "blk_bio_segment_split", "The bio has {A} sectors, max_sectors is {B}: it is split."},
	SplitMaxSegments - cause44:     {"split-max-segments", "blk_bio_segment_split", "The bio has {A} segments, max_segments is {B}: it is split."},
	SplitMaxPages - cause44:        {"split-max-pages", "blk_bio_segment_split", "The bio has {A} pages; no bio may have more than {B}: it is split."},
	WokenOnTheWay - cause44:        {"woken-on-the-way", "try_to_wake_up", "Emptying its own plug freed a request: the task does not sleep at all."},
	ContextCreated - cause44:       {"ioc-created", "create_task_io_context", "A new io_context: the task holds one reference and is its one user."},
	ContextSpare - cause44:         {"ioc-spare", "create_task_io_context", "The task has an io_context already: the new one is freed, the answer is 0."},
	ContextRefused - cause44:       {"ioc-refused", "create_task_io_context", "The task is exiting and is not current: it gets no io_context, the answer is -EBUSY."},
	ContextAllocFailed - cause44:   {"ioc-alloc-failed", "create_task_io_context", "No memory for an io_context: the answer is -ENOMEM; a bio goes on without one."},
	ICQAllocFailed - cause44:       {"icq-alloc-failed", "ioc_create_icq", "No memory for an icq: the request goes on without the elevator."},
	ContextGot - cause44:           {"ioc-get", "get_io_context", "Somebody holds one more reference."},
	ContextPut - cause44:           {"ioc-put", "put_io_context", "A reference is given back."},
	ContextLinked - cause44:        {"ioc-link", "ioc_task_link", "fork with CLONE_IO: one more task, one more user, one more reference."},
	ContextTaskGone - cause44:      {"ioc-task-gone", "exit_io_context", "A task that used it exits."},
	ContextUserGone - cause44:      {"ioc-user-gone", "put_io_context_active", "One user fewer; with the last one the icqs are exited."},
	ContextLastPut - cause44:       {"ioc-exit-put", "put_io_context", "The exiting task's reference is given back."},
	ContextRequestHolds - cause44:  {"ioc-request", "__get_request", "A request of the elevator holds a reference until it is freed."},
	ContextRequestFreed - cause44:  {"ioc-request-freed", "__blk_put_request", "A request was freed; its reference is given back."},
	ContextICQCreated - cause44:    {"icq-created", "ioc_create_icq", "The elevator's part for this queue (icq) is made."},
	ContextICQExited - cause44:     {"icq-exited", "ioc_exit_icq", "Nobody will submit with it any more: the elevator lets go of its queues."},
	ContextICQDestroyed - cause44:  {"icq-destroyed", "ioc_destroy_icq", "The icq is taken off and freed."},
	ContextReleaseQueued - cause44: {"ioc-release-queued", "put_io_context", "The last reference is gone, icqs are left: a work item frees them."},
	ContextFreed - cause44:         {"ioc-freed", "put_io_context", "The io_context is freed."},
	ContextIOPrio - cause44:        {"ioc-ioprio", "set_task_ioprio", "Its ioprio is set, for every task that shares it."},
	ForkFailed - cause44:           {"fork-failed", "copy_io", "No memory for the child's io_context: the fork fails with -ENOMEM."},
}
