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

var _ = register(map[Cause]Rule{
	PlugOffTimer:      {"plug-off-timer", "blk_unplug_timeout", "The unplug timer fired: unplug_delay is over."},
	PlugOffThreshold:  {"plug-off-threshold", "elv_insert", "Unplugged because {A} requests wait and unplug_thresh is {B}."},
	PlugOffSync:       {"plug-off-sync", "__make_request", "Unplugged because a sync bio was submitted."},
	PlugOffCall:       {"plug-off-call", "blk_unplug", "The task called blk_unplug."},
	PlugOffWait:       {"plug-off-wait", "sync_buffer", "The task is about to wait for its I/O, so it unplugs the queue."},
	PlugOffGetRequest: {"plug-off-get-request", "get_request_wait", "Unplugged because a task must sleep for a free request."},
	PlugOffCompletion: {"plug-off-completion", "blk_run_queue", "Unplugged because a request completed and the driver runs the queue."},
	PlugOffElevator:   {"plug-off-elevator", "blk_start_queueing", "Unplugged because the elevator wants the driver to begin."},
	PlugOffDrain:      {"plug-off-drain", "elv_insert", "Unplugged because the elevator is drained: it is being switched."},
	ContextMade:       {"context-made", "current_io_context", "The task gets an I/O context of its own."},
	ContextLeft:       {"context-left", "exit_io_context", "The task ended and dropped its I/O context."},
})
