package linux618

import (
	"blkplay/core/block"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

// softQueue holds the requests that a flush of a sleeping task's plug left for kblockd.
// It is used with no elevator only.
//
// Linux 6.18: struct blk_mq_ctx.
type softQueue struct{ list block.RequestList }

// hardQueue is the hardware queue: what goes to the driver before anything else, and
// when to look for more.
//
// Linux 6.18: struct blk_mq_hw_ctx.
type hardQueue struct {
	q         *Queue
	dispatch  block.RequestList // taken from the elevator, and no driver tag for them
	issuing   block.RequestList // on their way to the driver
	restart   bool              // BLK_MQ_S_SCHED_RESTART: a request that is freed has the queue run
	busy      int               // dispatch_busy: above 0 after a shortage
	waitIndex block.WaitIndex   // the wait queue for the next task that finds no tag
	run       sim.Item          // run_work on kblockd
	runRecord int32             // why it runs
}

const (
	retryMs    = 3  // BLK_MQ_BUDGET_DELAY
	busyFactor = 16 // 1 << BLK_MQ_DISPATCH_BUSY_EWMA_FACTOR
	busyWeight = 8  // BLK_MQ_DISPATCH_BUSY_EWMA_WEIGHT
)

// insertRequest puts rq last in the elevator or, with none, in the software queue.
//
// Linux 6.18: block/blk-mq.c:blk_mq_insert_request(), blk_mq_insert_requests().
func (q *Queue) insertRequest(rq *block.Request) {
	if q.elevator != nil {
		q.elevator.Insert(rq)
		q.freeAbsorbed()
		return
	}
	q.Inserted(rq, 0)
	q.ctx.list.PushBack(rq)
	q.listEvent(trace.SoftQueue, rq, enters, trace.RunUT)
}

const (
	enters uint16 = iota
	leaves
)

// listEvent records that rq enters or leaves the software queue or the dispatch list,
// and why. Its issue follows from its leaving.
func (q *Queue) listEvent(kind trace.Kind, rq *block.Request, aux uint16, why trace.Cause) {
	if q.Sys.Trace == nil {
		return
	}
	e := q.event(kind)
	e.Req, e.Aux, e.Cause = rq.ID, aux, why
	if aux == leaves {
		rq.By = q.Sys.Trace.Last()
	}
}

// hasPending reports whether the hardware queue would find something.
//
// Linux 6.18: block/blk-mq.c:blk_mq_hctx_has_pending().
func (q *Queue) hasPending() bool {
	return !q.hctx.dispatch.Empty() || !q.ctx.list.Empty() || q.elevator != nil && q.elevator.HasWork()
}

// runHWQueue runs the hardware queue if there is something for it: now or, async, by
// kblockd, at the end of what is due.
//
// Linux 6.18: block/blk-mq.c:blk_mq_run_hw_queue().
func (q *Queue) runHWQueue(async bool, why trace.Cause) {
	if !q.hasPending() {
		return
	}
	if async {
		q.delayRun(0, why)
		return
	}
	if q.Sys.Trace == nil {
		q.dispatchRequests()
		return
	}
	e := q.event(trace.WorkRun)
	e.Aux, e.Cause = trace.WorkRunQueue, why
	by := q.because()
	q.dispatchRequests()
	q.restore(by)
}

// RunAsync has kblockd run the hardware queue if there is something for it.
func (q *Queue) RunAsync(why trace.Cause) { q.runHWQueue(true, why) }

// delayRun queues the run on kblockd, now or in so many ms; a run already queued is
// moved there.
//
// Linux 6.18: block/blk-mq.c:blk_mq_delay_run_hw_queue(), kernel/workqueue.c:mod_delayed_work_on().
func (q *Queue) delayRun(ms int64, why trace.Cause) {
	loop, h := q.Sys.Loop, &q.hctx
	loop.Cancel(&h.run)
	at, delay := loop.Now(), sim.Jiffies(0)
	if ms > 0 {
		now := loop.Jiffies()
		delay = sim.Jiffies(loop.MsecsToJiffies(ms))
		at = loop.JiffyStart(sim.WheelExpiry(now, now+delay))
	}
	loop.At(at, &h.run)
	if q.Sys.Trace != nil {
		e := q.event(trace.WorkQueue)
		e.Aux, e.Cause, e.Sector, e.Arg = trace.WorkRunQueue, why, int64(at), int64(delay)
		h.runRecord = q.Sys.Trace.Last()
	}
}

// Fire is kblockd's run of the hardware queue.
//
// Linux 6.18: block/blk-mq.c:blk_mq_run_work_fn().
func (h *hardQueue) Fire() {
	q := h.q
	if q.Sys.Trace == nil {
		q.dispatchRequests()
		return
	}
	by := q.Sys.Trace.Because(h.runRecord)
	q.event(trace.WorkRun).Aux = trace.WorkRunQueue
	q.because()
	q.dispatchRequests()
	q.restore(by)
}

// restart has kblockd run the hardware queue if it is marked so.
//
// Linux 6.18: block/blk-mq-sched.c:blk_mq_sched_restart().
func (q *Queue) restart() {
	if q.hctx.restart {
		q.hctx.restart = false
		q.runHWQueue(true, trace.RunRestart)
	}
}

// dispatchRequests hands to the driver what waits, as far as driver tags reach.
//
// Linux 6.18: block/blk-mq-sched.c:blk_mq_sched_dispatch_requests().
func (q *Queue) dispatchRequests() {
	if q.dispatchOnce() && q.dispatchOnce() {
		q.runHWQueue(true, trace.RunLeftOver)
	}
}

// dispatchOnce takes the dispatch list first, and asks the elevator or the software
// queue only if all of that went. It reports whether to do it again.
//
// Linux 6.18: block/blk-mq-sched.c:__blk_mq_sched_dispatch_requests().
func (q *Queue) dispatchOnce() (again bool) {
	h := &q.hctx
	oneByOne := h.busy > 0
	if held := h.dispatch.Len(); held > 0 {
		for rq := h.dispatch.PopFront(); rq != nil; rq = h.dispatch.PopFront() {
			h.issuing.PushBack(rq)
		}
		h.restart = true
		if !q.dispatchList(held) {
			return false
		}
		oneByOne = true
	}
	switch {
	case q.elevator != nil:
		return q.dispatchSched()
	case oneByOne:
		return q.dispatchSoftQueue()
	}
	for rq := q.ctx.list.PopFront(); rq != nil; rq = q.ctx.list.PopFront() {
		q.listEvent(trace.SoftQueue, rq, leaves, 0)
		h.issuing.PushBack(rq)
	}
	q.dispatchList(0)
	return false
}

// dispatchSoftQueue issues the software queue's requests one by one.
//
// Linux 6.18: block/blk-mq-sched.c:blk_mq_do_dispatch_ctx().
func (q *Queue) dispatchSoftQueue() (again bool) {
	for {
		if !q.hctx.dispatch.Empty() {
			return true
		}
		rq := q.ctx.list.PopFront()
		if rq == nil {
			return false
		}
		q.listEvent(trace.SoftQueue, rq, leaves, 0)
		q.hctx.issuing.PushBack(rq)
		if !q.dispatchList(0) {
			return false
		}
	}
}

// dispatchSched issues what the elevator gives, round by round, for at most a second.
//
// Linux 6.18: block/blk-mq-sched.c:blk_mq_do_dispatch_sched().
func (q *Queue) dispatchSched() (again bool) {
	loop := q.Sys.Loop
	end := loop.Jiffies() + sim.Jiffies(loop.HZ())
	for {
		dispatched, again := q.dispatchSchedRound()
		if again || !dispatched {
			return again
		}
		if end.Before(loop.Jiffies()) {
			q.delayRun(0, trace.RunLong)
			return false
		}
	}
}

// dispatchSchedRound takes requests from the elevator, one if driver tags were short,
// else up to nr_requests, and at most one for which there is no driver tag.
//
// Linux 6.18: block/blk-mq-sched.c:__blk_mq_do_dispatch_sched().
func (q *Queue) dispatchSchedRound() (dispatched, again bool) {
	h := &q.hctx
	most := q.nrRequests
	if h.busy > 0 {
		most = 1
	}
	taken, nothingGiven := 0, false
	for taken < most && q.elevator.HasWork() {
		if !h.dispatch.Empty() {
			again = true
			break
		}
		rq := q.elevator.Dispatch()
		if rq == nil {
			nothingGiven = true
			break
		}
		h.issuing.PushBack(rq)
		taken++
		if !q.getDriverTag(rq) {
			break
		}
	}
	if taken > 0 {
		dispatched = q.dispatchList(0)
	} else if nothingGiven && !h.run.Pending() {
		q.delayRun(retryMs, trace.RunNothingGiven)
	}
	return dispatched, again
}

// dispatchList gives the driver the requests under way, in order, each with a driver
// tag. What finds none goes to the end of the dispatch list, where the first held of
// them were before. It reports whether all went.
//
// Linux 6.18: block/blk-mq.c:blk_mq_dispatch_rq_list().
func (q *Queue) dispatchList(held int) bool {
	h := &q.hctx
	if h.issuing.Empty() {
		return false
	}
	for rq := h.issuing.First(); rq != nil; rq = h.issuing.First() {
		if !q.getDriverTag(rq) && !q.markTagWait(rq) {
			break
		}
		h.issuing.Remove(rq)
		if held > 0 {
			held--
			q.listEvent(trace.HardQueue, rq, leaves, trace.GotDriverTag)
		}
		q.queueRequest(rq)
	}
	if h.issuing.Empty() {
		q.updateBusy(false)
		return true
	}
	for rq := h.issuing.PopFront(); rq != nil; rq = h.issuing.PopFront() {
		h.dispatch.PushBack(rq)
		if held > 0 {
			held--
		} else {
			q.listEvent(trace.HardQueue, rq, enters, trace.NoDriverTag)
		}
	}
	q.updateBusy(true)
	return false
}

// markTagWait marks the queue RESTART, then tries once more.
//
// Linux 6.18: block/blk-mq.c:blk_mq_mark_tag_wait().
func (q *Queue) markTagWait(rq *block.Request) bool {
	if !q.hctx.restart && q.Sys.Trace != nil {
		q.event(trace.Note).Cause = trace.SetRestart
	}
	q.hctx.restart = true
	return q.getDriverTag(rq)
}

// updateBusy keeps a moving average of shortages; above 0, requests go one by one.
//
// Linux 6.18: block/blk-mq.c:blk_mq_update_dispatch_busy().
func (q *Queue) updateBusy(busy bool) {
	h := &q.hctx
	if h.busy == 0 && !busy {
		return
	}
	h.busy *= busyWeight - 1
	if busy {
		h.busy += busyFactor
	}
	h.busy /= busyWeight
}
