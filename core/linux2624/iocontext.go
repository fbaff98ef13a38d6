package linux2624

import (
	"blkplay/core/block"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

// contexts makes the tasks' I/O contexts: one a task, when it first needs one.
type contexts struct {
	sys    *block.System
	next   int32
	window sim.Jiffies // for how long a batcher is one: HZ/50
}

func (c *contexts) init(sys *block.System) {
	c.sys, c.window = sys, sim.Jiffies(sys.Loop.HZ()/50)
}

// of returns the I/O context of t, the current task, and makes it if there is none.
//
// Linux 2.6.24: block/ll_rw_blk.c:current_io_context().
func (c *contexts) of(t *block.Task) *block.IOContext {
	if t.Context == nil {
		t.Context = &block.IOContext{ID: c.next, RefCount: 1, Task: t, IOPrio: t.IOPrio, LastWaited: c.sys.Loop.Jiffies()}
		c.next++
		if c.sys.Trace != nil {
			e := c.sys.Trace.Add(int64(c.sys.Loop.Now()), trace.IOContext, t.ID)
			e.Cause, e.Sector, e.Sectors = trace.ContextMade, int64(t.Context.ID), t.Context.RefCount
		}
	}
	return t.Context
}

// Context returns the I/O context of t, the current task, for an elevator.
func (q *Queue) Context(t *block.Task) *block.IOContext { return q.contexts.of(t) }

// batching reports whether ioc may take requests beyond a full list.
//
// Linux 2.6.24: block/ll_rw_blk.c:ioc_batching().
func (q *Queue) batching(ioc *block.IOContext) bool {
	return ioc.NrBatchRequests == nrBatching ||
		ioc.NrBatchRequests > 0 && q.Jiffies().Before(ioc.LastWaited+q.contexts.window)
}

// setBatching makes ioc a batcher, unless it is one.
//
// Linux 2.6.24: block/ll_rw_blk.c:ioc_set_batching().
func (q *Queue) setBatching(ioc *block.IOContext) {
	if q.batching(ioc) {
		return
	}
	ioc.NrBatchRequests, ioc.LastWaited = nrBatching, q.Jiffies()
	if q.Sys.Trace != nil {
		q.Record(trace.Batcher).Sector = nrBatching
	}
}

// Fork starts child without an I/O context and with parent's priority, unless
// the scenario gave it one; CLONE_IO does not exist yet.
//
// Linux 2.6.24: kernel/fork.c:copy_process().
func (q *Queue) Fork(parent, child *block.Task, cloneIO bool) (ok bool) {
	if child.IOPrio == 0 {
		child.IOPrio = parent.IOPrio
	}
	return true
}

// SetIOPrio gives t a priority, of which its elevator hears at its next request.
// A level beyond the class's leaves all as it was.
//
// Linux 2.6.24: fs/ioprio.c:sys_ioprio_set(), set_task_ioprio().
func (q *Queue) SetIOPrio(t *block.Task, prio block.IOPrio) {
	switch prio.Class() {
	case block.ClassRT, block.ClassBE:
		if prio.Level() >= 8 {
			return
		}
	case block.ClassNone:
		if prio.Level() != 0 {
			return
		}
	}
	t.IOPrio = prio
	if t.Context != nil {
		t.Context.IOPrioChanged = true
	}
}

// Exit drops the task's I/O context, if it has one. Requests in flight may hold
// it for longer.
//
// Linux 2.6.24: block/ll_rw_blk.c:exit_io_context().
func (q *Queue) Exit(t *block.Task) {
	ioc := t.Context
	if ioc == nil {
		return
	}
	t.Context, ioc.Task = nil, nil
	if ioc.AS != nil {
		ioc.AS.Running = false
	}
	q.elevator.ExitContext(ioc)
	ioc.RefCount--
	if q.Sys.Trace != nil {
		e := q.Record(trace.IOContext)
		e.Cause, e.Sector, e.Sectors = trace.ContextLeft, int64(ioc.ID), ioc.RefCount
	}
}
