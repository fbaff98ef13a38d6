package trace

// Causes that every kernel has.
const (
	ByLastMerge Cause = causeCommon + iota
	ByHash
	ByElevator
	ByPlugList
	RefusedMaxSectors
	RefusedMaxSegments
	RefusedNoMerge
	RefusedDirection
	RefusedElevator
	SleepForTime
	SleepForBios
	SleepForRequest
	SleepForMutex
	SleepForSwitch
	SleepForReclaim
	WokenByTime
	WokenByBio
	WokenByRequest
	WokenByMutex
	WokenByStore
	RunComplete
	RunStuck
	RunDeadlocked
	RunLimit
	WaitsForPlug
	StarvedByPlug
	NoopFirst
)

var rulesCommon = []Rule{
	ByLastMerge - causeCommon:        {"by-last-merge", "elv_merge", "The bio touches the request that merged last (last_merge)."},
	ByHash - causeCommon:             {"by-hash", "elv_rqhash_find", "The bio starts where this request ends; the hash of request ends found it."},
	ByElevator - causeCommon:         {"by-elevator", "elv_merge", "The bio ends where this request starts; the elevator's tree found it."},
	ByPlugList - causeCommon:         {"by-plug-list", "blk_attempt_plug_merge", "The bio touches a request in the task's own plug."},
	RefusedMaxSectors - causeCommon:  {"refused-max-sectors", "ll_back_merge_fn", "Not merged: the request would have {A} sectors, max_sectors is {B}."},
	RefusedMaxSegments - causeCommon: {"refused-max-segments", "ll_new_hw_segment", "Not merged: the request would have {A} segments, max_segments is {B}."},
	RefusedNoMerge - causeCommon:     {"refused-nomerge", "rq_mergeable", "Not merged: an earlier refusal closed the request (REQ_NOMERGE)."},
	RefusedDirection - causeCommon:   {"refused-direction", "elv_rq_merge_ok", "Not merged: one reads, the other writes."},
	RefusedElevator - causeCommon:    {"refused-elevator", "elv_iosched_allow_merge", "Not merged: the elevator keeps the two tasks' requests apart."},
	SleepForTime - causeCommon:       {"sleep-time", "schedule_timeout", "The task sleeps until {A.ms} ms."},
	SleepForBios - causeCommon:       {"sleep-bios", "io_schedule", "The task waits until its {B} open bios are complete."},
	SleepForRequest - causeCommon:    {"sleep-request", "get_request_wait", "The task waits for a free request."},
	SleepForMutex - causeCommon:      {"sleep-mutex", "mutex_lock", "The task waits for the queue's sysfs mutex: another task switches the elevator."},
	SleepForSwitch - causeCommon:     {"sleep-switch", "elevator_switch", "The switch waits until the old elevator's requests are gone."},
	SleepForReclaim - causeCommon:    {"sleep-reclaim", "wait_on_page_writeback", "The task waits for memory that bio {bio} holds."},
	WokenByTime - causeCommon:        {"woken-time", "process_timeout", "The time to sleep is over."},
	WokenByBio - causeCommon:         {"woken-bio", "bio_endio", "The bio the task waited for is complete."},
	WokenByRequest - causeCommon:     {"woken-request", "freed_request", "A request came free."},
	WokenByMutex - causeCommon:       {"woken-mutex", "mutex_unlock", "The queue's sysfs mutex came free."},
	WokenByStore - causeCommon:       {"woken-store", "queue_requests_store", "nr_requests was written and there is room."},
	RunComplete - causeCommon:        {"run-complete", "", "Every task ended and every bio is complete."},
	RunStuck - causeCommon:           {"run-stuck", "", "Nothing is left to happen, and {A} bios wait."},
	RunDeadlocked - causeCommon:      {"run-deadlocked", "", "Deadlock: a task waits for what a sleeping task holds in its plug, and {A} bios wait for ever."},
	WaitsForPlug - causeCommon:       {"waits-for-plug", "", "Task {task} waits for bio {bio}, which sits in the plug of task {A}."},
	StarvedByPlug - causeCommon:      {"starved-by-plug", "", "Task {task} waits for a free request, and {B} sit in the plug of task {A}."},
	RunLimit - causeCommon:           {"run-limit", "", "The run was ended at its limit."},
	NoopFirst - causeCommon:          {"noop-first", "noop_dispatch", "The oldest request; {A} wait behind it."},
}
