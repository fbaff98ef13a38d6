package core

import (
	"blkplay/core/block"
	"blkplay/core/scenario"
)

// Layer is a kernel's block layer as the tasks of a machine call it.
//
// Methods that can block return whether the call is finished. One that is not
// has set t.State, and when t runs again that state's Resume goes on with it.
// A scenario is refused before it runs if it has an op its kernel lacks, so
// methods for such ops are never called.
type Layer interface {
	// Submit hands bio to generic_make_request (6.18: submit_bio).
	Submit(t *block.Task, bio *block.Bio) (done bool)
	// Wait blocks until no more than t.Left bios of t are not complete; there are more.
	Wait(t *block.Task) (done bool)
	// Blocking is called when t is about to sleep for a time; its wake-up is scheduled already.
	Blocking(t *block.Task)
	// Exit is called at the end of a task's list.
	Exit(t *block.Task)
	// Fork copies the I/O context of parent for child; false: the fork failed and there is no child.
	Fork(parent, child *block.Task, cloneIO bool) (ok bool)
	// SetIOPrio is ioprio_set on the task itself.
	SetIOPrio(t *block.Task, prio block.IOPrio)
	// Op runs any other op.
	Op(t *block.Task, op *scenario.Op) (done bool)
	// Stuck names a task's blocked place when nothing is left to happen: the bio
	// it waits for (-1: none) and in what.
	Stuck(t *block.Task) (bio int32, in string)
	// Waiting returns how many requests wait, and whether they do so in a plugged queue or plug.
	Waiting() (requests int, plugged bool)
}
