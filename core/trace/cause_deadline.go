package trace

// Rules by which deadline chooses. A = starved, B = requests in the batch.
const (
	DeadlineBatch Cause = causeDeadline + iota
	DeadlineNext
	DeadlineLate
	DeadlineOldest
	DeadlineAlias
)

var rulesDeadline = []Rule{
	DeadlineBatch - causeDeadline:  {"deadline-batch", "deadline_dispatch_requests", "The batch goes on with the next request by sector; it is number {B} of the batch."},
	DeadlineNext - causeDeadline:   {"deadline-next", "deadline_dispatch_requests", "A new batch, and nothing in this direction is late: the next request by sector goes."},
	DeadlineLate - causeDeadline:   {"deadline-late", "deadline_check_fifo", "The oldest request of its direction is past its deadline, so it goes first."},
	DeadlineOldest - causeDeadline: {"deadline-oldest", "deadline_dispatch_requests", "A new batch with no place to go on from: the oldest request of the direction goes."},
	DeadlineAlias - causeDeadline:  {"deadline-alias", "deadline_add_rq_rb", "A new request starts at the same sector ({A}), so this one goes out to make room."},
}
