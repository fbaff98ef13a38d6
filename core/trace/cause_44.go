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

var _ = register(map[Cause]Rule{
	FlushFinished:        {"flush-finished", "blk_finish_plug", "The task finished its plug: its {A} requests go to the elevator and the queue is run at once."},
	FlushSixteen:         {"flush-sixteen", "blk_queue_bio", "The plug holds 16 requests of this queue, and one more comes: it is emptied first."},
	FlushSleep:           {"flush-sleep", "sched_submit_work", "The task goes to sleep: what it holds back in its plug must not wait for it."},
	FlushWait:            {"flush-wait", "io_schedule", "The task waits for its bios: those in its plug must go first."},
	FlushGetRequest:      {"flush-get-request", "io_schedule", "The task waits for a free request: those in its plug must go, or none may ever come free."},
	FlushReclaim:         {"flush-reclaim", "io_schedule", "The task waits for memory: the bio that holds it may sit in this very plug."},
	FlushExit:            {"flush-exit", "sched_submit_work", "The task ended with an open plug; its last schedule empties it."},
	PlugNested:           {"plug-nested", "blk_start_plug", "The task has a plug already: the inner one is ignored."},
	PlugNotOuter:         {"plug-not-outer", "blk_finish_plug", "Not the task's plug but one started inside it: nothing happens."},
	PlugUnseen:           {"plug-unseen", "sched_submit_work", "What if schedule did not see the plug: {A} requests stay in it while the task sleeps."},
	RunUnpluggedAsync:    {"run-unplugged-async", "queue_unplugged", "The plug was emptied by a task about to sleep: kblockd runs the queue."},
	InsertMerged:         {"insert-merged", "elv_attempt_insert_merge", "The request starts where an older one ends: they become one."},
	InsertUnmanaged:      {"insert-unmanaged", "__elv_add_request", "The elevator has no data for this request (its io_context or icq could not be had): it goes to the end of the dispatch list, and everything before it is drained."},
	SplitMaxSectors:      {"split-max-sectors", "blk_bio_segment_split", "The bio has {A} sectors, max_sectors is {B}: it is split."},
	SplitMaxSegments:     {"split-max-segments", "blk_bio_segment_split", "The bio has {A} segments, max_segments is {B}: it is split."},
	SplitMaxPages:        {"split-max-pages", "blk_bio_segment_split", "The bio has {A} pages; no bio may have more than {B}: it is split."},
	WokenOnTheWay:        {"woken-on-the-way", "try_to_wake_up", "Emptying its own plug freed a request: the task does not sleep at all."},
	ContextCreated:       {"ioc-created", "create_task_io_context", "A new io_context: the task holds one reference and is its one user."},
	ContextSpare:         {"ioc-spare", "create_task_io_context", "The task has an io_context already: the new one is freed, the answer is 0."},
	ContextRefused:       {"ioc-refused", "create_task_io_context", "The task is exiting and is not current: it gets no io_context, the answer is -EBUSY."},
	ContextAllocFailed:   {"ioc-alloc-failed", "create_task_io_context", "No memory for an io_context: the answer is -ENOMEM; a bio goes on without one."},
	ICQAllocFailed:       {"icq-alloc-failed", "ioc_create_icq", "No memory for an icq: the request goes on without the elevator."},
	ContextGot:           {"ioc-get", "get_io_context", "Somebody holds one more reference."},
	ContextPut:           {"ioc-put", "put_io_context", "A reference is given back."},
	ContextLinked:        {"ioc-link", "ioc_task_link", "fork with CLONE_IO: one more task, one more user, one more reference."},
	ContextTaskGone:      {"ioc-task-gone", "exit_io_context", "A task that used it exits."},
	ContextUserGone:      {"ioc-user-gone", "put_io_context_active", "One user fewer; with the last one the icqs are exited."},
	ContextLastPut:       {"ioc-exit-put", "put_io_context", "The exiting task's reference is given back."},
	ContextRequestHolds:  {"ioc-request", "__get_request", "A request of the elevator holds a reference until it is freed."},
	ContextRequestFreed:  {"ioc-request-freed", "__blk_put_request", "A request was freed; its reference is given back."},
	ContextICQCreated:    {"icq-created", "ioc_create_icq", "The elevator's part for this queue (icq) is made."},
	ContextICQExited:     {"icq-exited", "ioc_exit_icq", "Nobody will submit with it any more: the elevator lets go of its queues."},
	ContextICQDestroyed:  {"icq-destroyed", "ioc_destroy_icq", "The icq is taken off and freed."},
	ContextReleaseQueued: {"ioc-release-queued", "put_io_context", "The last reference is gone, icqs are left: a work item frees them."},
	ContextFreed:         {"ioc-freed", "put_io_context", "The io_context is freed."},
	ContextIOPrio:        {"ioc-ioprio", "set_task_ioprio", "Its ioprio is set, for every task that shares it."},
	ForkFailed:           {"fork-failed", "copy_io", "No memory for the child's io_context: the fork fails with -ENOMEM."},
})
