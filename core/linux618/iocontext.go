package linux618

import (
	"blkplay/core/block"
	"blkplay/core/observe"
	"blkplay/core/trace"
)

// defaultIOPrio is what a task of nice 0 without an ioprio of its own has: best effort,
// level (nice+20)/5.
//
// Linux 6.18: include/linux/ioprio.h:task_nice_ioclass(), task_nice_ioprio().
var defaultIOPrio = block.MakeIOPrio(block.ClassBE, 4)

// currentIOPrio returns the ioprio that t's bios get.
//
// Linux 6.18: block/ioprio.c:__get_task_ioprio().
func currentIOPrio(t *block.Task) block.IOPrio {
	if t.Context == nil || t.Context.IOPrio.Class() == block.ClassNone {
		return defaultIOPrio
	}
	return t.Context.IOPrio
}

// newIOContext makes a context held by one task. None of the elevators here needs one:
// only ioprio_set makes it, and a fork of a task that has one.
//
// Linux 6.18: block/blk-ioc.c:alloc_io_context().
func (q *Queue) newIOContext(t *block.Task, prio block.IOPrio) *block.IOContext {
	ioc := &block.IOContext{ID: q.nextIOC, RefCount: 1, ActiveRef: 1, IOPrio: prio}
	q.nextIOC++
	q.contextEvent(t, ioc, trace.ContextAllocated)
	return ioc
}

// SetIOPrio sets the ioprio of t, the current task.
//
// Linux 6.18: block/blk-ioc.c:set_task_ioprio().
func (q *Queue) SetIOPrio(t *block.Task, prio block.IOPrio) {
	t.IOPrio = prio
	if t.Context == nil {
		t.Context = q.newIOContext(t, prio)
	}
	t.Context.IOPrio = prio
	q.contextEvent(t, t.Context, trace.ContextIOPrio)
	q.observe(t, "set-ioprio", t.Context)
}

// Fork gives child a share in parent's context, with cloneIO, or one of its own with
// the same ioprio.
//
// Linux 6.18: block/blk-ioc.c:__copy_io().
func (q *Queue) Fork(parent, child *block.Task, cloneIO bool) (ok bool) {
	q.observe(parent, "fork-before", parent.Context)
	ioc := parent.Context
	switch {
	case ioc == nil || child.Context != nil: // the child's ioprio is given
	case cloneIO:
		ioc.ActiveRef++
		child.Context = ioc
		q.contextEvent(child, ioc, trace.ContextCloned)
	case ioc.IOPrio.Class() != block.ClassNone:
		child.Context = q.newIOContext(child, ioc.IOPrio)
	}
	q.observe(parent, "fork-parent", parent.Context)
	q.observe(child, "fork-child", child.Context)
	return true
}

// exitIOContext drops t's context; the last task that has it frees it.
//
// Linux 6.18: block/blk-ioc.c:exit_io_context(), put_io_context().
func (q *Queue) exitIOContext(t *block.Task) {
	ioc := t.Context
	if ioc == nil {
		q.observe(t, "exit-none", nil)
		return
	}
	q.observe(t, "exit-before", ioc)
	t.Context = nil
	ioc.ActiveRef--
	q.contextEvent(t, ioc, trace.ContextExited)
	if ioc.ActiveRef == 0 {
		ioc.RefCount--
		q.contextEvent(t, ioc, trace.ContextFreed)
		q.observe(t, "free", ioc)
		q.observe(t, "exit-after", &block.IOContext{ID: ioc.ID})
		return
	}
	q.observe(t, "exit-after", ioc)
}

// contextEvent records that ioc, which is or was t's, changed.
func (q *Queue) contextEvent(t *block.Task, ioc *block.IOContext, why trace.Cause) {
	if q.Sys.Trace == nil {
		return
	}
	e := q.event(trace.IOContext)
	e.Task, e.Cause = uint16(t.ID), why
	e.Sector, e.Sectors, e.Req, e.Bio = int64(ioc.ID), ioc.RefCount, 0, ioc.ActiveRef
}

// observeFirstIO shows t's context after its first bio was submitted.
func (q *Queue) observeFirstIO(t *block.Task) { q.observe(t, "first-io", t.Context) }

// observe shows ioc, nil for none, as what t has at a moment.
func (q *Queue) observe(t *block.Task, moment string, ioc *block.IOContext) {
	if q.Sys.Observe == nil {
		return
	}
	o := observe.IOContext{Time: int64(q.Sys.Loop.Now()), Task: t.ID, Label: moment, ID: -1}
	if ioc != nil {
		o.ID, o.RefCount, o.ActiveRef, o.IOPrio = int64(ioc.ID), int64(ioc.RefCount), int64(ioc.ActiveRef), int64(ioc.IOPrio)
		for _, other := range q.Sys.Tasks {
			if other != t && other.Context == ioc {
				o.SharedWith = append(o.SharedWith, other.ID)
			}
		}
	}
	q.Sys.Observe.IOContext(o)
}
