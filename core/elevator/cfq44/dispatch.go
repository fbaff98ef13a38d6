package cfq44

import (
	"math"

	"blkplay/core/block"
	"blkplay/core/trace"
)

// Dispatch moves one request of the active queue, which it may choose first, to
// the dispatch list, and reports whether it did; with force, all there are.
//
// Linux 4.4: block/cfq-iosched.c:cfq_dispatch_requests().
func (e *Elevator) Dispatch(force bool) bool {
	if e.busyQueues == 0 {
		return false
	}
	if force {
		return e.dispatchAll()
	}
	c := e.selectQueue()
	if c == nil || !e.dispatchFrom(c) {
		return false
	}
	c.sliceDispatch++
	c.mustDispatch = false
	if e.busyQueues > 1 && (!c.sync && int64(c.sliceDispatch) >= e.maxAsync(c) || c.idle()) {
		c.sliceEnd = e.q.Jiffies() + 1
		e.expireActive(false, trace.CFQ44ExpireRoundDone)
	}
	return true
}

// maxAsync is how many requests an async queue gives in a slice.
//
// Linux 4.4: block/cfq-iosched.c:cfq_prio_to_maxrq().
func (e *Elevator) maxAsync(c *queue) int64 { return 2 * e.sliceAsyncRQ * int64(levels-c.level) }

// dispatchFrom moves the late or the next request of c, unless c has to wait.
//
// Linux 4.4: block/cfq-iosched.c:cfq_dispatch_request().
func (e *Elevator) dispatchFrom(c *queue) bool {
	rq, rule := e.late(c), trace.CFQ44Late
	if rq != nil {
		c.mustDispatch = true
	}
	if !e.mayDispatch(c) {
		return false
	}
	if rq == nil {
		rq, rule = c.nextRQ, trace.CFQ44Next
	}
	e.dispatch(c, rq, rule)
	if e.activeCIC == nil {
		e.activeCIC = e.cics[rq.ICQ.Slot]
		e.host.GetContext(e.activeCIC.icq.Context, trace.CFQ44ActiveHolds)
	}
	return true
}

// late returns c's oldest request if it is past its time; it looks once in a slice.
//
// Linux 4.4: block/cfq-iosched.c:cfq_check_fifo().
func (e *Elevator) late(c *queue) *block.Request {
	if c.fifoExpire {
		return nil
	}
	c.fifoExpire = true
	rq := c.fifo.First()
	if rq == nil || e.q.Jiffies().Before(rq.FifoTime) {
		return nil
	}
	return rq
}

// dispatch moves rq to the dispatch list.
//
// Linux 4.4: block/cfq-iosched.c:cfq_dispatch_insert().
func (e *Elevator) dispatch(c *queue, rq *block.Request, rule trace.Cause) {
	e.q.Choose(rq, rule, int64(c.fifo.Len()), int64(c.id))
	c.nextRQ = e.findNext(c, rq)
	e.remove(c, rq)
	c.dispatched++
	e.q.DispatchSort(rq)
	e.rqInFlight[index(c.sync)]++
}

// mayDispatch decides whether c, which has its turn, may give a request now.
//
// Linux 4.4: block/cfq-iosched.c:cfq_may_dispatch().
func (e *Elevator) mayDispatch(c *queue) bool {
	if c.mustDispatch {
		return true
	}
	if e.shouldIdle(c) && e.rqInFlight[0] > 0 {
		e.q.Hold(trace.CFQ44HoldAsyncFirst, int64(e.rqInFlight[0]), int64(c.id))
		return false
	}
	if e.rqInFlight[1] > 0 && !c.sync {
		e.q.Hold(trace.CFQ44HoldSyncFirst, int64(e.rqInFlight[1]), int64(c.id))
		return false
	}
	most, ok := e.mostInFlight(c)
	if !ok {
		return false
	}
	why := trace.CFQ44HoldQuantum
	if !c.sync && e.lowLatency != 0 {
		depth := int64(e.q.Jiffies()-e.lastDelayedSync) / e.slice[1]
		if depth == 0 && c.dispatched == 0 {
			depth = 1
		}
		if depth < most {
			most, why = depth, trace.CFQ44HoldAsyncDepth
		}
	}
	if int64(c.dispatched) >= most {
		e.q.Hold(why, int64(c.dispatched), most)
		return false
	}
	return true
}

// mostInFlight is how many requests c may have in flight; ok is false if no more at all.
func (e *Elevator) mostInFlight(c *queue) (most int64, ok bool) {
	most = max(e.quantum/2, 1)
	if c.idle() {
		most = 1
	}
	if int64(c.dispatched) < most {
		return most, true
	}
	if c.idle() {
		e.q.Hold(trace.CFQ44HoldIdleClass, int64(c.dispatched), 1)
		return 0, false
	}
	alone := c.sync && e.busySyncQueues == 1
	if e.busyQueues > 1 && e.sliceUsedSoon(c) && !alone {
		e.q.Hold(trace.CFQ44HoldSliceSoon, int64(c.dispatched), int64(c.id))
		return 0, false
	}
	if e.busyQueues == 1 || alone {
		return math.MaxUint32, true
	}
	return e.quantum, true
}

// selectQueue returns the queue that has the disk, nil if none gives a request now.
//
// Linux 4.4: block/cfq-iosched.c:cfq_select_queue().
func (e *Elevator) selectQueue() *queue {
	c := e.active
	if c == nil {
		return e.nextActive(nil)
	}
	if e.rqQueued == 0 {
		return nil
	}
	if c.waitBusy && !c.empty() {
		e.expireActive(false, trace.CFQ44ExpireWaitBusy)
		return e.nextActive(nil)
	}
	if e.sliceUsed(c) && !c.mustDispatch {
		if e.nrQueues == 1 && c.empty() && c.dispatched > 0 && e.shouldIdle(c) {
			e.q.Hold(trace.CFQ44HoldLastOfSlice, int64(c.id), int64(c.dispatched))
			return nil
		}
		return e.expireAndNext(c, trace.CFQ44ExpireUsed)
	}
	if !c.empty() {
		return c
	}
	if other := e.closeCooperator(c); other != nil {
		if c.newQueue == nil {
			e.setupMerge(c, other)
		}
		e.expireActive(false, trace.CFQ44ExpireClose)
		return e.nextActive(other)
	}
	if e.idleTimer.Pending() {
		e.q.Hold(trace.CFQ44HoldIdling, int64(c.id), 0)
		return nil
	}
	now := e.q.Jiffies()
	if c.seeky() && c.idleWindow && (c.sliceNew || c.sliceEnd-now > now-c.sliceStart) {
		c.deep, c.idleWindow = false, false
	}
	if c.dispatched > 0 && e.shouldIdle(c) {
		e.q.Hold(trace.CFQ44HoldInFlight, int64(c.id), int64(c.dispatched))
		return nil
	}
	return e.expireAndNext(c, trace.CFQ44ExpireEmpty)
}

// expireAndNext ends c's turn, unless group_idle keeps it for the requests in flight.
func (e *Elevator) expireAndNext(c *queue, why trace.Cause) *queue {
	if e.groupIdle != 0 && e.nrQueues == 1 && e.rqInFlight[0]+e.rqInFlight[1] > 0 {
		e.q.Hold(trace.CFQ44HoldInFlight, int64(c.id), int64(e.rqInFlight[0]+e.rqInFlight[1]))
		return nil
	}
	e.expireActive(false, why)
	return e.nextActive(nil)
}

// nextActive begins the turn of c or, if that is nil, of the first queue of the
// workload that is chosen then.
//
// Linux 4.4: block/cfq-iosched.c:cfq_set_active_queue(), cfq_get_next_queue().
func (e *Elevator) nextActive(c *queue) *queue {
	why := trace.CFQ44ActiveClose
	if c == nil {
		e.chooseWorkload()
		why = trace.CFQ44ActiveTree
		if e.rqQueued > 0 {
			c = e.treeFor(e.servingClass, e.servingType).first
		}
		if c == nil {
			e.q.Hold(trace.CFQ44HoldNoQueue, int64(e.rqQueued), 0)
		}
	}
	e.setActive(c, why)
	return c
}

// dispatchAll empties the elevator, tree by tree.
//
// Linux 4.4: block/cfq-iosched.c:cfq_forced_dispatch().
func (e *Elevator) dispatchAll() (any bool) {
	e.expireActive(false, trace.CFQ44ExpireForced)
	for c := e.firstOfAll(); c != nil; c = e.firstOfAll() {
		e.setActive(c, trace.CFQ44Forced)
		for c.nextRQ != nil {
			e.dispatch(c, c.nextRQ, trace.CFQ44Forced)
			any = true
		}
		e.expire(c, false, trace.CFQ44ExpireForced)
	}
	if e.busyQueues != 0 {
		panic("cfq44: cfq_forced_dispatch: a queue is still busy")
	}
	return any
}

// firstOfAll returns the first queue of the first service tree that has one, nil if no request waits.
//
// Linux 4.4: block/cfq-iosched.c:cfq_get_next_queue_forced().
func (e *Elevator) firstOfAll() *queue {
	if e.rqQueued == 0 {
		return nil
	}
	for class := range e.trees {
		for kind := range e.trees[class] {
			if c := e.trees[class][kind].first; c != nil {
				return c
			}
		}
	}
	return e.idleTree.first
}

// shouldPreempt returns why c, which has got rq, preempts the active queue; 0 if it does not.
//
// Linux 4.4: block/cfq-iosched.c:cfq_should_preempt().
func (e *Elevator) shouldPreempt(c *queue, rq *block.Request) trace.Cause {
	a := e.active
	switch {
	case a == nil || c.idle():
		return 0
	case a.idle():
		return trace.CFQ44PreemptIdleClass
	case a.rt() && !c.rt():
		return 0
	case rq.IsSync() && !a.sync && !a.mustDispatch:
		return trace.CFQ44PreemptSync
	case e.sliceUsed(a):
		return trace.CFQ44PreemptSliceUsed
	case e.servingType == typeSyncNoIdle && c.wlType() == typeSyncNoIdle && c.tree.count == 2 && a.empty():
		return trace.CFQ44PreemptNoIdle
	case c.rt() && !a.rt():
		return trace.CFQ44PreemptRT
	case a.empty() && !e.shouldIdle(a):
		return trace.CFQ44PreemptNotIdling
	case e.activeCIC == nil || !a.waitRequest:
		return 0
	case e.near(rq.Sector):
		return trace.CFQ44PreemptClose
	}
	return 0
}

// preempt ends the active queue's turn and puts c before all others of its tree.
//
// Linux 4.4: block/cfq-iosched.c:cfq_preempt_queue().
func (e *Elevator) preempt(c *queue, why trace.Cause) {
	kind := e.active.wlType()
	e.expireActive(true, trace.CFQ44ExpirePreempted)
	if kind != c.wlType() {
		e.saved.left = 0
	}
	e.addToTree(c, true)
	c.sliceEnd = 0
	c.sliceNew = true
	e.record(StatePreempt, int64(c.id), 0, why)
}
