package linux44

import (
	"blkplay/core/block"
	"blkplay/core/observe"
	"blkplay/core/trace"
)

// Errors as system calls return them.
const (
	eNoEnt = -2
	eSrch  = -3
	eNoMem = -12
	eBusy  = -16
	eInval = -22
)

// contexts is all there is of io_contexts.
type contexts struct {
	live    []*block.IOContext // in order of creation
	made    int32
	icqs    int32
	failIOC int64 // allocations of the io_context slab still to fail
	failICQ int64 // of the elevator's icq slab
}

// changed records that a counter of ioc moved.
func (q *Queue) changed(ioc *block.IOContext, why trace.Cause) {
	q.changedFor(q.Sys.Current, ioc, why)
}

// changedFor is changed for a task that need not be the current one.
func (q *Queue) changedFor(t *block.Task, ioc *block.IOContext, why trace.Cause) {
	if q.recording() {
		e := q.Record(trace.IOContext)
		e.Task = uint16(t.ID)
		e.Sector, e.Cause, e.Arg = int64(ioc.ID), why, int64(len(ioc.ICQs))
		e.Sectors, e.Req, e.Bio = ioc.RefCount, ioc.NrTasks, ioc.ActiveRef
	}
}

// mustLive panics if ioc is freed.
func mustLive(ioc *block.IOContext, who string) {
	if ioc.Freed || ioc.RefCount <= 0 {
		panic("linux44: " + who + ": the io_context has no reference left")
	}
}

// allocContext returns a context with one user, nil if the allocation fails.
func (q *Queue) allocContext() *block.IOContext {
	if q.failIOC > 0 {
		q.failIOC--
		q.note(trace.ContextAllocFailed)
		q.observe("ioc-alloc-failed", q.Sys.Current, nil, observe.Field{Name: "left", Value: q.failIOC})
		return nil
	}
	ioc := &block.IOContext{ID: q.made, RefCount: 1, NrTasks: 1, ActiveRef: 1}
	ioc.Release.Bind(&release{q, ioc})
	q.made++
	q.live = append(q.live, ioc)
	return ioc
}

// createContext gives t a context if it has none. It answers 0 if t has one
// now, or -ENOMEM, or -EBUSY: t is exiting, has none, and is not current.
//
// Linux 4.4: block/blk-ioc.c:create_task_io_context().
func (q *Queue) createContext(t *block.Task) (ret int64) {
	ioc := q.allocContext()
	if ioc == nil {
		return eNoMem
	}
	if t.Context == nil && (t == q.Sys.Current || !t.Exiting) {
		t.Context = ioc
		q.changedFor(t, ioc, trace.ContextCreated)
		return 0
	}
	why := trace.ContextSpare
	if t.Context == nil {
		why, ret = trace.ContextRefused, eBusy
	}
	q.changed(ioc, why)
	q.freeContext(ioc)
	return ret
}

// getTaskContext returns t's context with one more reference, made if need be;
// nil if that cannot be.
//
// Linux 4.4: block/blk-ioc.c:get_task_io_context().
func (q *Queue) getTaskContext(t *block.Task) *block.IOContext {
	for t.Context == nil {
		if q.createContext(t) != 0 {
			return nil
		}
	}
	q.GetContext(t.Context, trace.ContextGot)
	return t.Context
}

// GetContext takes a reference.
//
// Linux 4.4: block/blk-ioc.c:get_io_context().
func (q *Queue) GetContext(ioc *block.IOContext, why trace.Cause) {
	mustLive(ioc, "get_io_context")
	ioc.RefCount++
	q.changed(ioc, why)
}

// PutContext gives a reference back. With the last one the context is freed, by
// a work item if it has icqs; nil is ignored.
//
// Linux 4.4: block/blk-ioc.c:put_io_context().
func (q *Queue) PutContext(ioc *block.IOContext, why trace.Cause) {
	if ioc == nil {
		return
	}
	mustLive(ioc, "put_io_context")
	ioc.RefCount--
	q.changed(ioc, why)
	if ioc.RefCount > 0 {
		return
	}
	if len(ioc.ICQs) > 0 {
		if q.recording() {
			e := q.Record(trace.WorkQueue)
			e.Aux, e.Cause, e.Sector = trace.WorkReleaseIOC, trace.ContextReleaseQueued, int64(ioc.ID)
			ioc.By = q.Last()
		}
		q.Sys.Loop.Queue(&ioc.Release)
		return
	}
	q.freeContext(ioc)
}

// linkTask makes one more task a user of ioc.
//
// Linux 4.4: include/linux/iocontext.h:ioc_task_link(), get_io_context_active().
func (q *Queue) linkTask(ioc *block.IOContext) {
	mustLive(ioc, "ioc_task_link")
	if ioc.ActiveRef <= 0 {
		panic("linux44: ioc_task_link: the io_context has no user left")
	}
	ioc.RefCount++
	ioc.ActiveRef++
	ioc.NrTasks++
	q.changed(ioc, trace.ContextLinked)
}

// putActive takes a user off ioc; with the last one its icqs are exited, the newest first.
//
// Linux 4.4: block/blk-ioc.c:put_io_context_active().
func (q *Queue) putActive(ioc *block.IOContext) {
	ioc.ActiveRef--
	q.changed(ioc, trace.ContextUserGone)
	if ioc.ActiveRef == 0 {
		for i := len(ioc.ICQs) - 1; i >= 0; i-- {
			q.exitICQ(ioc.ICQs[i])
		}
	}
	q.PutContext(ioc, trace.ContextLastPut)
}

// freeContext frees ioc.
//
// Preconditions: it has no icq and no task.
func (q *Queue) freeContext(ioc *block.IOContext) {
	if ioc.Freed || len(ioc.ICQs) > 0 {
		panic("linux44: put_io_context: freed twice, or with icqs")
	}
	for i, other := range q.live {
		if other == ioc {
			q.live = append(q.live[:i], q.live[i+1:]...)
			break
		}
	}
	q.changed(ioc, trace.ContextFreed)
	q.observe("free", q.Sys.Current, ioc)
	ioc.RefCount, ioc.ActiveRef, ioc.NrTasks = 0, 0, 0
	ioc.Freed = true
}

// release is the work item that frees a context with its icqs.
type release struct {
	q   *Queue
	ioc *block.IOContext
}

// Fire destroys the icqs, the newest first, and frees the context.
//
// Linux 4.4: block/blk-ioc.c:ioc_release_fn(), ioc_destroy_icq().
func (r *release) Fire() {
	q, ioc := r.q, r.ioc
	if q.recording() {
		e := q.Record(trace.WorkRun)
		e.Aux, e.Sector, e.By = trace.WorkReleaseIOC, int64(ioc.ID), ioc.By
		before := q.Because()
		defer q.Therefore(before)
	}
	for n := len(ioc.ICQs); n > 0; n = len(ioc.ICQs) {
		icq := ioc.ICQs[n-1]
		ioc.ICQs = ioc.ICQs[:n-1]
		if ioc.Hint == icq {
			ioc.Hint = nil
		}
		q.exitICQ(icq)
		q.changed(ioc, trace.ContextICQDestroyed)
	}
	q.freeContext(ioc)
}

// createICQ makes what the elevator keeps for ioc on this queue, nil if the allocation fails.
//
// Linux 4.4: block/blk-ioc.c:ioc_create_icq().
func (q *Queue) createICQ(ioc *block.IOContext) *block.IOCQ {
	if q.failICQ > 0 {
		q.failICQ--
		q.note(trace.ICQAllocFailed)
		q.observe("icq-alloc-failed", q.Sys.Current, q.Sys.Current.Context, observe.Field{Name: "left", Value: q.failICQ})
		return nil
	}
	icq := &block.IOCQ{Context: ioc, Queue: &q.RequestQueue, Slot: q.icqs}
	q.icqs++
	ioc.ICQs = append(ioc.ICQs, icq)
	q.elevator.InitICQ(icq)
	q.changed(ioc, trace.ContextICQCreated)
	return icq
}

// exitICQ has the elevator let go of icq, once.
//
// Linux 4.4: block/blk-ioc.c:ioc_exit_icq().
func (q *Queue) exitICQ(icq *block.IOCQ) {
	if icq.Exited {
		return
	}
	q.elevator.ExitICQ(icq)
	icq.Exited = true
	q.changed(icq.Context, trace.ContextICQExited)
}

// Exit ends t: its context loses a task, a user, and then a reference.
//
// Linux 4.4: kernel/exit.c:do_exit(), block/blk-ioc.c:exit_io_context().
func (q *Queue) Exit(t *block.Task) {
	t.Exiting = true
	ioc := t.Context
	if ioc == nil {
		q.observe("exit-none", t, nil)
	} else {
		q.observe("exit-before", t, ioc)
		t.Context = nil
		ioc.NrTasks--
		q.changed(ioc, trace.ContextTaskGone)
		q.putActive(ioc)
		q.observe("exit-after", t, ioc)
	}
	q.submitWork(q.task(t), trace.FlushExit)
}

// Fork gives child what the flags of fork and the parent's context call for.
//
// Linux 4.4: kernel/fork.c:copy_io().
func (q *Queue) Fork(parent, child *block.Task, cloneIO bool) (ok bool) {
	q.observe("fork-before", parent, parent.Context)
	if ioc := parent.Context; ioc != nil {
		switch {
		case cloneIO:
			q.linkTask(ioc)
			child.Context = ioc
		case ioc.IOPrio.Class() != block.ClassNone:
			// get_task_io_context(), whose second reference copy_io() puts again.
			if got := q.getTaskContext(child); got == nil {
				q.note(trace.ForkFailed)
				q.observe("fork-failed", parent, parent.Context,
					observe.Field{Name: "child", Value: int64(child.ID)}, observe.Field{Name: "ret", Value: eNoMem})
				return false
			}
			child.Context.IOPrio = ioc.IOPrio
			q.PutContext(child.Context, trace.ContextPut)
		}
	}
	q.observe("fork-parent", parent, parent.Context)
	q.observe("fork-child", child, child.Context)
	if child.IOPrio != 0 {
		q.setIOPrio(child, child.IOPrio)
	}
	return true
}

// SetIOPrio is ioprio_set of t on itself.
//
// Linux 4.4: block/ioprio.c:set_task_ioprio().
func (q *Queue) SetIOPrio(t *block.Task, prio block.IOPrio) {
	q.setIOPrio(t, prio)
	q.observe("set-ioprio", t, t.Context)
}

func (q *Queue) setIOPrio(t *block.Task, prio block.IOPrio) {
	ioc := q.getTaskContext(t)
	if ioc == nil {
		return
	}
	ioc.IOPrio = prio
	q.changed(ioc, trace.ContextIOPrio)
	q.PutContext(ioc, trace.ContextPut)
}

// observe shows ioc, which is or was t's, at a named moment.
func (q *Queue) observe(label string, t *block.Task, ioc *block.IOContext, answer ...observe.Field) {
	log := q.Sys.Observe
	if log == nil {
		return
	}
	s := observe.IOContext{Time: int64(q.Sys.Loop.Now()), Task: t.ID, Label: label, ID: -1, Answer: answer}
	if ioc != nil {
		s.ID = int64(ioc.ID)
		if !ioc.Freed {
			s.RefCount, s.NrTasks, s.ActiveRef = int64(ioc.RefCount), int64(ioc.NrTasks), int64(ioc.ActiveRef)
			s.ICQs, s.IOPrio = int64(len(ioc.ICQs)), int64(ioc.IOPrio)
			s.SharedWith = q.sharers(ioc, t)
		}
	}
	log.IOContext(s)
}

// sharers lists the tasks other than t that have ioc.
func (q *Queue) sharers(ioc *block.IOContext, t *block.Task) (ids []int) {
	for _, other := range q.Sys.Tasks {
		if other != t && other.Context == ioc {
			ids = append(ids, other.ID)
		}
	}
	return ids
}

// ObserveEnd shows the contexts that are left when nothing can happen any more.
func (q *Queue) ObserveEnd() {
	for _, ioc := range q.live {
		q.observe("end", &q.Sys.Idle, ioc)
	}
}
