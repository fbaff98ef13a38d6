package trace

// Causes of mq-deadline.
const (
	MQDeadlineBatch Cause = causeMQDeadline + iota
	MQDeadlineNext
	MQDeadlineExpired
	MQDeadlineWrap
	MQDeadlineStarved
	MQDeadlineAged
	MQDeadlineHigherInFlight
	MQDeadlineEarlier
)

var rulesMQDeadline = []Rule{
	MQDeadlineBatch - causeMQDeadline:          {"mq-deadline-batch", "__dd_dispatch_request", "The batch goes on: the next request by sector in the same direction, number {B} of at most fifo_batch."},
	MQDeadlineNext - causeMQDeadline:           {"mq-deadline-next", "__dd_dispatch_request", "A new batch, from the last position of this direction upwards; nothing has expired."},
	MQDeadlineExpired - causeMQDeadline:        {"mq-deadline-expired", "deadline_check_fifo", "The oldest request of this direction has waited past its deadline: a new batch begins with it."},
	MQDeadlineWrap - causeMQDeadline:           {"mq-deadline-wrap", "__dd_dispatch_request", "Nothing is left above the last position: a new batch begins with the oldest request."},
	MQDeadlineStarved - causeMQDeadline:        {"mq-deadline-starved", "__dd_dispatch_request", "Writes have been passed over for writes_starved batches of reads: now a batch of writes."},
	MQDeadlineAged - causeMQDeadline:           {"mq-deadline-aged", "dd_dispatch_prio_aged_requests", "The request waited longer than prio_aging_expire in a lower priority: it goes before higher ones."},
	MQDeadlineHigherInFlight - causeMQDeadline: {"mq-deadline-higher-in-flight", "dd_dispatch_request", "Nothing is given: a higher priority has requests that are not finished, if only in the device, and lower ones wait."},
	MQDeadlineEarlier - causeMQDeadline:        {"mq-deadline-earlier", "dd_merged_requests", "The absorbed request had the earlier deadline: the request that is left takes it over."},
}
