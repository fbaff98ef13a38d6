package trace

// Rules by which anticipatory waits and chooses. Of choices A = 1 for a SYNC
// batch, B = writes left in an ASYNC batch; of notes A = mean think time and
// B = antic_expire, in jiffies.
const (
	AnticNext Cause = causeAntic + iota
	AnticOldest
	AnticLate
	AnticAlias
	AnticWaits
	AnticBatchDrains
	AnticTaskCame
	AnticExpired
	AnticTaskHasMore
	AnticClose
	AnticTaskEnded
	AnticThinksTooLong
)

var rulesAntic = []Rule{
	AnticNext - causeAntic:          {"antic-next", "as_dispatch_request", "The batch goes on with the request that is nearest by sector."},
	AnticOldest - causeAntic:        {"antic-oldest", "as_dispatch_request", "A batch begins, with the oldest request of its kind."},
	AnticLate - causeAntic:          {"antic-late", "as_fifo_expired", "The oldest request of its kind is late, so it goes first."},
	AnticAlias - causeAntic:         {"antic-alias", "as_add_rq_rb", "A new request starts at the same sector ({A}), so this one goes out to make room."},
	AnticWaits - causeAntic:         {"antic-waits", "as_antic_waitreq", "Nothing is dispatched: the task that read last is expected to read again close by."},
	AnticBatchDrains - causeAntic:   {"antic-batch-drains", "as_dispatch_request", "Reads and writes change turns: {A} requests of the last turn must complete first."},
	AnticTaskCame - causeAntic:      {"antic-task-came", "as_can_break_anticipation", "The task waited for has submitted."},
	AnticExpired - causeAntic:       {"antic-expired", "as_antic_expired", "The wait lasted antic_expire ({B} jiffies)."},
	AnticTaskHasMore - causeAntic:   {"antic-task-has-more", "as_can_break_anticipation", "No waiting: the task has requests queued already."},
	AnticClose - causeAntic:         {"antic-close", "as_close_req", "No waiting: this request is close to where the task reads."},
	AnticTaskEnded - causeAntic:     {"antic-task-ended", "as_can_break_anticipation", "No waiting: the task has ended, and nobody takes its place."},
	AnticThinksTooLong - causeAntic: {"antic-thinks-too-long", "as_can_break_anticipation", "No waiting: the task thinks too long between reads (mean {A} jiffies, antic_expire {B})."},
}
