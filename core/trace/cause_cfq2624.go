package trace

// Rules by which CFQ of 2.6.24 chooses, holds back and ends slices. Of choices
// A = the queue's number, B = how many requests this call moved.
const (
	CFQNext Cause = causeCFQ2624 + iota
	CFQLate
	CFQAlias
	CFQIdles
	CFQEnoughInFlight
	CFQSyncInFlight
	CFQIdleGrace
	CFQSliceUsed
	CFQQueueEmpty
	CFQHadItsCount
	CFQPreempted
	CFQIdledInVain
	CFQTaskEnded
	CFQQueueGone
	CFQDrained
)

var rulesCFQ2624 = []Rule{
	CFQNext - causeCFQ2624:           {"cfq-next", "__cfq_dispatch_requests", "The active queue's next request by sector goes."},
	CFQLate - causeCFQ2624:           {"cfq-late", "cfq_check_fifo", "The active queue's oldest request is late, so it goes first."},
	CFQAlias - causeCFQ2624:          {"cfq-alias", "cfq_add_rq_rb", "A new request starts at the same sector ({A}), so this one goes out to make room."},
	CFQIdles - causeCFQ2624:          {"cfq-idles", "cfq_select_queue", "Nothing is dispatched: the active queue is empty, and its task is expected to submit again."},
	CFQEnoughInFlight - causeCFQ2624: {"cfq-enough-in-flight", "cfq_dispatch_requests", "Nothing is dispatched: the active queue has {A} requests in flight, quantum is {B}."},
	CFQSyncInFlight - causeCFQ2624:   {"cfq-sync-in-flight", "cfq_dispatch_requests", "No async request is dispatched while {A} sync ones are in flight."},
	CFQIdleGrace - causeCFQ2624:      {"cfq-idle-grace", "start_idle_class_timer", "An idle-class queue waits until nobody else had I/O for a tenth of a second."},
	CFQSliceUsed - causeCFQ2624:      {"cfq-slice-used", "cfq_slice_used", "The slice ends: its time is over."},
	CFQQueueEmpty - causeCFQ2624:     {"cfq-queue-empty", "cfq_select_queue", "The slice ends: the queue is empty and not worth idling for."},
	CFQHadItsCount - causeCFQ2624:    {"cfq-had-its-count", "cfq_prio_to_maxrq", "The slice ends: the queue had as many requests as its level allows."},
	CFQPreempted - causeCFQ2624:      {"cfq-preempted", "cfq_should_preempt", "The slice ends: another queue's request preempts it."},
	CFQIdledInVain - causeCFQ2624:    {"cfq-idled-in-vain", "cfq_idle_slice_timer", "The slice ends: the task did not submit again within slice_idle."},
	CFQTaskEnded - causeCFQ2624:      {"cfq-task-ended", "cfq_exit_cfqq", "The slice ends: a task of the queue ended."},
	CFQQueueGone - causeCFQ2624:      {"cfq-queue-gone", "cfq_put_queue", "The slice ends: the queue is gone."},
	CFQDrained - causeCFQ2624:        {"cfq-drained", "cfq_forced_dispatch", "The slice ends: the elevator is drained."},
}
