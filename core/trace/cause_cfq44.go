package trace

// Causes of Linux 4.4's cfq.
const (
	CFQ44Next Cause = causeCFQ44 + iota
	CFQ44Late
	CFQ44Forced
	CFQ44ActiveTree
	CFQ44ActiveClose
	CFQ44ExpireUsed
	CFQ44ExpireEmpty
	CFQ44ExpireClose
	CFQ44ExpireWaitBusy
	CFQ44ExpirePreempted
	CFQ44ExpireRoundDone
	CFQ44ExpireIdledOut
	CFQ44ExpireCompleted
	CFQ44ExpireExit
	CFQ44ExpireForced
	CFQ44HoldIdling
	CFQ44HoldInFlight
	CFQ44HoldLastOfSlice
	CFQ44HoldAsyncFirst
	CFQ44HoldSyncFirst
	CFQ44HoldIdleClass
	CFQ44HoldQuantum
	CFQ44HoldSliceSoon
	CFQ44HoldAsyncDepth
	CFQ44HoldNoQueue
	CFQ44PreemptIdleClass
	CFQ44PreemptSync
	CFQ44PreemptSliceUsed
	CFQ44PreemptNoIdle
	CFQ44PreemptRT
	CFQ44PreemptNotIdling
	CFQ44PreemptClose
	CFQ44RequestInIdle
	CFQ44Idle
	CFQ44Kick
	CFQ44Merge
	CFQ44Split
	CFQ44MustQueue
	CFQ44ActiveHolds
	CFQ44ActiveDrops
	CFQ44Workload
)

var rulesCFQ44 = []Rule{
	CFQ44Next - causeCFQ44:            {"cfq44-next", "cfq_dispatch_request", "The active queue's next request by sector; {A} wait in that queue."},
	CFQ44Late - causeCFQ44:            {"cfq44-late", "cfq_check_fifo", "The active queue's oldest request is past its time; it goes before the next by sector."},
	CFQ44Forced - causeCFQ44:          {"cfq44-forced", "cfq_forced_dispatch", "The elevator is drained: every queue gives all it has."},
	CFQ44ActiveTree - causeCFQ44:      {"cfq44-active-first", "cfq_get_next_queue", "Queue {A} is first in its service tree and becomes the active one."},
	CFQ44ActiveClose - causeCFQ44:     {"cfq44-active-close", "cfq_close_cooperator", "Queue {A} has a request close to the last one and becomes the active one."},
	CFQ44ExpireUsed - causeCFQ44:      {"cfq44-expire-used", "cfq_select_queue", "The time slice of queue {A} is used up."},
	CFQ44ExpireEmpty - causeCFQ44:     {"cfq44-expire-empty", "cfq_select_queue", "Queue {A} has no request left and is not worth waiting for."},
	CFQ44ExpireClose - causeCFQ44:     {"cfq44-expire-close", "cfq_select_queue", "Queue {A} is empty, and another queue works close by."},
	CFQ44ExpireWaitBusy - causeCFQ44:  {"cfq44-expire-wait-busy", "cfq_select_queue", "The only queue, {A}, was kept beyond its slice until it got a request; now a new slice begins."},
	CFQ44ExpirePreempted - causeCFQ44: {"cfq44-expire-preempted", "cfq_preempt_queue", "Queue {A} is preempted."},
	CFQ44ExpireRoundDone - causeCFQ44: {"cfq44-expire-round", "cfq_dispatch_requests", "Queue {A} gave as many requests as an async or idle one may at a time."},
	CFQ44ExpireIdledOut - causeCFQ44:  {"cfq44-expire-idled", "cfq_idle_slice_timer", "No request came while the disk idled for queue {A}."},
	CFQ44ExpireCompleted - causeCFQ44: {"cfq44-expire-completed", "cfq_completed_request", "A request is complete and the slice of queue {A} is over."},
	CFQ44ExpireExit - causeCFQ44:      {"cfq44-expire-exit", "cfq_exit_cfqq", "The task of queue {A} exits: nothing more is to come from it."},
	CFQ44ExpireForced - causeCFQ44:    {"cfq44-expire-forced", "cfq_forced_dispatch", "The elevator is drained: slices do not count."},
	CFQ44HoldIdling - causeCFQ44:      {"cfq44-hold-idling", "cfq_select_queue", "The disk idles: the active queue's next request is expected within slice_idle."},
	CFQ44HoldInFlight - causeCFQ44:    {"cfq44-hold-in-flight", "cfq_select_queue", "The active queue has requests in flight, and idling will follow: nothing else goes meanwhile."},
	CFQ44HoldLastOfSlice - causeCFQ44: {"cfq44-hold-last", "cfq_select_queue", "The only queue has used its slice; it is kept until its requests are complete."},
	CFQ44HoldAsyncFirst - causeCFQ44:  {"cfq44-hold-async-first", "cfq_may_dispatch", "Async requests in flight must be complete before a queue that idles begins."},
	CFQ44HoldSyncFirst - causeCFQ44:   {"cfq44-hold-sync-first", "cfq_may_dispatch", "An async queue waits while sync requests are in flight."},
	CFQ44HoldIdleClass - causeCFQ44:   {"cfq44-hold-idle-class", "cfq_may_dispatch", "A queue of the idle class has at most one request in flight."},
	CFQ44HoldQuantum - causeCFQ44:     {"cfq44-hold-quantum", "cfq_may_dispatch", "The queue has {A} requests in flight, as many as it may."},
	CFQ44HoldSliceSoon - causeCFQ44:   {"cfq44-hold-slice-soon", "cfq_may_dispatch", "Other queues wait, and what is in flight will use up the slice."},
	CFQ44HoldAsyncDepth - causeCFQ44:  {"cfq44-hold-async-depth", "cfq_may_dispatch", "A sync request was late not long ago: the async queue may have {B} in flight."},
	CFQ44HoldNoQueue - causeCFQ44:     {"cfq44-hold-no-queue", "cfq_get_next_queue", "The service tree chosen has no queue."},

	CFQ44PreemptIdleClass - causeCFQ44: {"cfq44-preempt-idle-class", "cfq_should_preempt", "The active queue is of the idle class: anything better preempts it."},
	CFQ44PreemptSync - causeCFQ44:      {"cfq44-preempt-sync", "cfq_should_preempt", "A sync request preempts an async queue."},
	CFQ44PreemptSliceUsed - causeCFQ44: {"cfq44-preempt-used", "cfq_should_preempt", "The active queue's slice is used up."},
	CFQ44PreemptNoIdle - causeCFQ44:    {"cfq44-preempt-noidle", "cfq_should_preempt", "The disk idles for the tree of queues that do not idle, and one of them has a request."},
	CFQ44PreemptRT - causeCFQ44:        {"cfq44-preempt-rt", "cfq_should_preempt", "A real-time queue preempts one that is not."},
	CFQ44PreemptNotIdling - causeCFQ44: {"cfq44-preempt-not-idling", "cfq_should_preempt", "The active queue is empty and not worth waiting for."},
	CFQ44PreemptClose - causeCFQ44:     {"cfq44-preempt-close", "cfq_should_preempt", "The disk idles, and this request is as close as one the active queue might send."},
	CFQ44RequestInIdle - causeCFQ44:    {"cfq44-request-in-idle", "cfq_rq_enqueued", "The request the disk idled for has come: it goes at once."},
	CFQ44Idle - causeCFQ44:             {"cfq44-idle", "cfq_arm_slice_timer", "The active queue is empty; its task will soon send more close by, so the disk idles for {B} jiffies at most."},
	CFQ44Kick - causeCFQ44:             {"cfq44-kick", "cfq_schedule_dispatch", "kblockd is to run the queue."},
	CFQ44Merge - causeCFQ44:            {"cfq44-merge", "cfq_setup_merge", "Queues {A} and {B} work close together: they become one."},
	CFQ44Split - causeCFQ44:            {"cfq44-split", "split_cfqq", "Queue {A} was shared but has become seeky: its tasks get queues of their own."},
	CFQ44MustQueue - causeCFQ44:        {"cfq44-must-queue", "__cfq_may_queue", "The disk idles for this task: it gets a request even if the list is full."},
	CFQ44ActiveHolds - causeCFQ44:      {"cfq44-active-cic", "cfq_dispatch_request", "The slice's first request: cfq keeps the io_context as active_cic."},
	CFQ44ActiveDrops - causeCFQ44:      {"cfq44-active-cic-drop", "__cfq_slice_expired", "The slice is over: active_cic is given up."},
	CFQ44Workload - causeCFQ44:         {"cfq44-workload", "choose_wl_class_and_type", "Service tree {A} is served for {B} jiffies."},
}
