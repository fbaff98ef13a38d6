package cfq44

import (
	"blkplay/core/block"
	"blkplay/core/trace"
)

// MayQueue lets a task for which the disk idles have a request even from a full list.
//
// Linux 4.4: block/cfq-iosched.c:cfq_may_queue().
func (e *Elevator) MayQueue(sync bool) block.Queueing {
	cic := e.cicOf(e.q.Sys.Current.Context)
	if cic == nil {
		return block.May
	}
	c := cic.queue[index(sync)]
	if c == nil {
		return block.May
	}
	e.applyPrio(c, cic)
	if c.waitRequest && !c.mustAllocSlice {
		c.mustAllocSlice = true
		if e.q.Sys.Trace != nil {
			e.q.Record(trace.Note).Cause = trace.CFQ44MustQueue
		}
		return block.Must
	}
	return block.May
}

// SetRequest finds the queue that rq will go to, or makes it, and holds it.
//
// Linux 4.4: block/cfq-iosched.c:cfq_set_request().
func (e *Elevator) SetRequest(rq *block.Request) {
	cic := e.cics[rq.ICQ.Slot]
	i := index(rq.IsSync())
	e.checkPrio(cic)
	c := cic.queue[i]
	if c != nil && c.coop && c.splitCoop {
		c = e.split(cic, c)
	}
	if c == nil {
		c = e.getQueue(rq.IsSync(), cic)
		cic.queue[i] = c
	} else if c.newQueue != nil {
		c = e.joinNew(cic, c)
	}
	c.allocated++
	c.ref++
	for int(rq.Slot) >= len(e.owner) {
		e.owner = append(e.owner, nil)
	}
	e.owner[rq.Slot] = c
	if e.q.Sys.Trace != nil {
		r := e.q.Record(trace.ElevatorState)
		r.Aux, r.Req, r.Sector = StateRequest, rq.ID, int64(c.id)
	}
}

// PutRequest lets go of rq's queue.
//
// Linux 4.4: block/cfq-iosched.c:cfq_put_request().
func (e *Elevator) PutRequest(rq *block.Request) {
	c := e.owner[rq.Slot]
	e.owner[rq.Slot] = nil
	c.allocated--
	e.putQueue(c)
}

// checkPrio notices that the io_context's ioprio was changed. The async queue is
// looked up by the old one, so it stays what it was.
//
// Linux 4.4: block/cfq-iosched.c:check_ioprio_changed().
func (e *Elevator) checkPrio(cic *cic) {
	prio := cic.icq.Context.IOPrio
	if cic.ioprio == prio {
		return
	}
	if c := cic.queue[0]; c != nil {
		e.putQueue(c)
		cic.queue[0] = e.getQueue(false, cic)
	}
	if c := cic.queue[1]; c != nil {
		c.prioChanged = true
	}
	cic.ioprio = prio
}

// applyPrio gives c the priority of cic if that is due.
//
// Linux 4.4: block/cfq-iosched.c:cfq_init_prio_data().
func (e *Elevator) applyPrio(c *queue, cic *cic) {
	if !c.prioChanged {
		return
	}
	c.class, c.level = cic.ioprio.Class(), cic.ioprio.Level()
	switch c.class {
	case block.ClassNone: // as nice 0 has it
		c.class, c.level = block.ClassBE, levelNormal
	case block.ClassIdle:
		c.level = levels - 1
		c.idleWindow = false
	}
	c.orgLevel = c.level
	c.prioChanged = false
}

// getQueue returns a queue with one reference for cic: an async one of its
// priority, which all tasks share, or a new sync one.
//
// Linux 4.4: block/cfq-iosched.c:cfq_get_queue().
func (e *Elevator) getQueue(sync bool, cic *cic) *queue {
	var shared **queue
	if !sync {
		shared = e.asyncQueue(cic.ioprio)
		if *shared != nil {
			(*shared).ref++
			return *shared
		}
	}
	c := e.newQueue()
	c.sync, c.idleWindow, c.prioChanged = sync, sync, true
	e.applyPrio(c, cic)
	c.idleWindow = sync && !c.idle()
	if shared != nil {
		*shared = c
		c.ref++ // pinned for good
	}
	c.ref++
	e.record(StateQueue, int64(c.id), int64(index(sync)), 0)
	return c
}

// asyncQueue is where the shared queue of a priority is kept.
//
// Linux 4.4: block/cfq-iosched.c:cfq_async_queue_prio().
func (e *Elevator) asyncQueue(prio block.IOPrio) **queue {
	switch prio.Class() {
	case block.ClassRT:
		return &e.async[0][prio.Level()]
	case block.ClassBE:
		return &e.async[1][prio.Level()]
	case block.ClassIdle:
		return &e.asyncIdl
	}
	return &e.async[1][levelNormal]
}

// newQueue returns an empty queue with the lowest free number.
func (e *Elevator) newQueue() *queue {
	c := &queue{}
	for i, used := range e.queues {
		if used == nil {
			c.id = int32(i)
			e.queues[i] = c
			return c
		}
	}
	c.id = int32(len(e.queues))
	e.queues = append(e.queues, c)
	return c
}
