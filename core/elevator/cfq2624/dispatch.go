package cfq2624

import (
	"blkplay/core/block"
	"blkplay/core/trace"
)

// Dispatch moves requests of one queue after the other to the dispatch list, as
// long as slices and the number in flight allow, and reports whether it moved any.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_dispatch_requests().
func (e *Elevator) Dispatch(force bool) bool {
	if e.busy == 0 {
		return false
	}
	if force {
		return e.drain()
	}
	moved := false
	for {
		q := e.selectQueue()
		if q == nil {
			return moved
		}
		most := int(e.quantum)
		if q.isIdle() {
			most = 1
		}
		if q.dispatched >= most && (e.busy > 1 || q.dispatched >= 4*most) {
			e.q.Hold(trace.CFQEnoughInFlight, int64(q.dispatched), int64(most))
			return moved
		}
		if e.syncFlight > 0 && !q.sync {
			e.q.Hold(trace.CFQSyncInFlight, int64(e.syncFlight), 0)
			return moved
		}
		q.waitRequest = false
		e.stopTimer(&e.idleSlice, trace.TimerIdleSlice)
		e.dispatchQueue(q, most)
		moved = true
	}
}

// selectQueue returns the queue to dispatch from, nil if the disk is to wait or
// there is none.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_select_queue().
func (e *Elevator) selectQueue() *queue {
	q := e.active
	if q == nil {
		return e.activateNext()
	}
	if e.sliceUsed(q) {
		e.expire(q, false, trace.CFQSliceUsed)
		return e.activateNext()
	}
	if !q.tree.Empty() {
		return q
	}
	if e.idleSlice.Pending() || q.dispatched > 0 && q.idleWindow {
		e.q.Hold(trace.CFQIdles, int64(q.id), int64(e.idleSlice.When()))
		return nil
	}
	e.expire(q, false, trace.CFQQueueEmpty)
	return e.activateNext()
}

// activateNext gives the slice to the first queue of the service tree.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_set_active_queue(), cfq_get_next_queue().
func (e *Elevator) activateNext() *queue {
	q := e.service.First().Value()
	if q != nil && q.isIdle() && e.armIdleClass() {
		e.q.Hold(trace.CFQIdleGrace, 0, int64(e.idleClass.When()))
		q = nil
	}
	e.active = q
	if q == nil {
		return nil
	}
	e.stopTimer(&e.idleClass, trace.TimerIdleClass)
	q.sliceEnd = 0
	q.mustAllocSlice, q.fifoChecked = false, false
	q.sliceNew = true
	e.recordActive()
	return q
}

// dispatchQueue moves up to most requests of q.
//
// Linux 2.6.24: block/cfq-iosched.c:__cfq_dispatch_requests().
func (e *Elevator) dispatchQueue(q *queue, most int) {
	moved := 0
	for {
		rq, rule := e.late(q), trace.CFQLate
		if rq == nil {
			rq, rule = q.next, trace.CFQNext
		}
		e.q.Choose(rq, rule, int64(q.id), int64(moved+1))
		e.dispatchInsert(rq)
		moved++
		if e.served == nil {
			e.serve(e.private[rq.Slot].task)
		}
		if q.tree.Empty() || moved >= most {
			break
		}
	}
	if e.busy > 1 && (!q.sync && int64(moved) >= e.maxRequests(q) || q.isIdle()) {
		q.sliceEnd = e.q.Jiffies() + 1
		e.expire(q, false, trace.CFQHadItsCount)
	}
}

// late returns the oldest request of q if that is late. It looks once a slice.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_check_fifo().
func (e *Elevator) late(q *queue) *block.Request {
	if q.fifoChecked {
		return nil
	}
	q.fifoChecked = true
	rq := q.fifo.First()
	if rq == nil || int64(e.q.Jiffies()-rq.StartTime) < e.fifoExpire[q.kind()] {
		return nil
	}
	return rq
}

// dispatchInsert moves rq to queue_head.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_dispatch_insert().
func (e *Elevator) dispatchInsert(rq *block.Request) {
	q := e.private[rq.Slot].queue
	e.remove(rq)
	q.dispatched++
	e.q.DispatchSort(rq)
	if q.sync {
		e.syncFlight++
	}
}

// drain moves everything, queue after queue.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_forced_dispatch().
func (e *Elevator) drain() bool {
	moved := false
	for q := e.service.First().Value(); q != nil; q = e.service.First().Value() {
		for q.next != nil {
			e.dispatchInsert(q.next)
			moved = true
		}
	}
	if e.active != nil {
		e.expire(e.active, false, trace.CFQDrained)
	}
	return moved
}

// Activate hears that the driver takes rq.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_activate_request().
func (e *Elevator) Activate(rq *block.Request) {
	e.inDriver++
	if e.inDriver > 4 {
		e.hwTag = true
	}
	e.lastPosition = rq.End()
}
