package trace

// Causes of 2.6.24: what takes the plug off, and what makes and drops I/O contexts.
const (
	PlugOffTimer Cause = cause2624 + iota
	PlugOffThreshold
	PlugOffSync
	PlugOffCall
	PlugOffWait
	PlugOffGetRequest
	PlugOffCompletion
	PlugOffElevator
	PlugOffDrain
	ContextMade
	ContextLeft
)

var rules2624 = []Rule{
	PlugOffTimer - cause2624:      {"plug-off-timer", "blk_unplug_timeout", "The unplug timer fired: unplug_delay is over."},
	PlugOffThreshold - cause2624:  {"plug-off-threshold", "elv_insert", "Unplugged because {A} requests wait and unplug_thresh is {B}."},
	PlugOffSync - cause2624:       {"plug-off-sync", "__make_request", "Unplugged because a sync bio was submitted."},
	PlugOffCall - cause2624:       {"plug-off-call", "blk_unplug", "The task called blk_unplug."},
	PlugOffWait - cause2624:       {"plug-off-wait", "sync_buffer", "The task is about to wait for its I/O, so it unplugs the queue."},
	PlugOffGetRequest - cause2624: {"plug-off-get-request", "get_request_wait", "Unplugged because a task must sleep for a free request."},
	PlugOffCompletion - cause2624: {"plug-off-completion", "blk_run_queue", "Unplugged because a request completed and the driver runs the queue."},
	PlugOffElevator - cause2624:   {"plug-off-elevator", "blk_start_queueing", "Unplugged because the elevator wants the driver to begin."},
	PlugOffDrain - cause2624:      {"plug-off-drain", "elv_insert", "Unplugged because the elevator is drained: it is being switched."},
	ContextMade - cause2624:       {"context-made", "current_io_context", "The task gets an I/O context of its own."},
	ContextLeft - cause2624:       {"context-left", "exit_io_context", "The task ended and dropped its I/O context."},
}
