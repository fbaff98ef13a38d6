package cfq2624

import (
	"blkplay/core/block"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

// Completed hears that rq is complete: the clock of a slice starts, or the slice
// ends, or the disk idles for the task.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_completed_request().
func (e *Elevator) Completed(rq *block.Request) {
	p := e.private[rq.Slot]
	q, now := p.queue, e.q.Jiffies()
	e.inDriver--
	q.dispatched--
	if q.sync {
		e.syncFlight--
	}
	if !q.isIdle() {
		e.lastEnd = now
	}
	if rq.IsSync() {
		p.task.lastEnd = now
	}
	if q == e.active {
		if q.sliceNew {
			q.sliceEnd = now + sim.Jiffies(e.slice(q))
			q.sliceNew = false
			e.recordActive()
		}
		if e.sliceUsed(q) {
			e.expire(q, true, trace.CFQSliceUsed)
		} else if rq.IsSync() && q.tree.Empty() {
			e.idle(q)
		}
	}
	if e.inDriver == 0 {
		e.kick()
	}
}

// idle waits for the next request of q's task, if it is worth while.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_arm_slice_timer().
func (e *Elevator) idle(q *queue) {
	c := e.served
	if e.sliceIdle == 0 || !q.idleWindow || c == nil || c.ioc.Task == nil {
		return
	}
	q.waitRequest = true
	span := e.sliceIdle
	if c.seekSamples > judgeable && c.seeky() {
		span = min(span, e.q.Sys.Loop.MsecsToJiffies(2))
	}
	e.q.Sys.Loop.Mod(&e.idleSlice, e.q.Jiffies()+sim.Jiffies(span))
	e.idleSliceBy = e.recordTimer(&e.idleSlice, trace.TimerIdleSlice, span)
}

// recordTimer tells that a timer was armed and returns the number of that record.
func (e *Elevator) recordTimer(t *sim.Timer, which uint16, span int64) (number int32) {
	if e.q.Sys.Trace == nil {
		return trace.None
	}
	r := e.q.Record(trace.TimerArm)
	r.Aux, r.Sector, r.Arg = which, int64(t.When()), span
	return e.q.Last()
}

// stopTimer disarms a timer if it is armed.
func (e *Elevator) stopTimer(t *sim.Timer, which uint16) {
	if e.q.Sys.Loop.Del(t) && e.q.Sys.Trace != nil {
		e.q.Record(trace.TimerDel).Aux = which
	}
}

// expire ends the slice of q, which keeps what is left of it if it was timed out.
//
// Linux 2.6.24: block/cfq-iosched.c:__cfq_slice_expired().
func (e *Elevator) expire(q *queue, timedOut bool, why trace.Cause) {
	if q.waitRequest {
		e.stopTimer(&e.idleSlice, trace.TimerIdleSlice)
	}
	q.waitRequest = false
	if timedOut && !q.sliceNew {
		q.sliceResid = int64(q.sliceEnd - e.q.Jiffies())
	}
	e.resort(q)
	if q == e.active {
		e.active = nil
		if e.q.Sys.Trace != nil {
			r := e.q.Record(trace.Note)
			r.Cause, r.Sector = why, int64(q.id)
		}
		e.recordActive()
	}
	e.serve(nil)
}

// serve makes c, which may be nil, the task that the slice is for.
func (e *Elevator) serve(c *taskQueues) {
	if e.served != nil {
		e.served.ioc.RefCount--
	}
	if c != nil {
		c.ioc.RefCount++
	}
	e.served = c
}

// shouldPreempt reports whether rq gives its queue the right to end the active
// queue's slice.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_should_preempt().
func (e *Elevator) shouldPreempt(q *queue, rq *block.Request) bool {
	a := e.active
	switch {
	case a == nil:
		return false
	case e.sliceUsed(a):
		return true
	case q.isIdle():
		return false
	case a.isIdle():
		return true
	case rq.IsSync() && !a.sync:
		return true
	case rq.Flags&block.RWMeta != 0 && a.metaPending == 0:
		return true
	case e.served == nil || !a.waitRequest:
		return false
	}
	return e.isClose(rq)
}

// isClose reports whether rq lies as near as the served task's own requests do.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_rq_close().
func (e *Elevator) isClose(rq *block.Request) bool {
	if e.served.seekSamples <= judgeable {
		return false
	}
	d := rq.Sector - e.lastPosition
	if d < 0 {
		d = -d
	}
	return d <= e.served.seekMean
}

// preempt ends the active queue's slice and puts q first in its class.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_preempt_queue().
func (e *Elevator) preempt(q *queue) {
	e.expire(e.active, true, trace.CFQPreempted)
	e.place(q, true)
	q.sliceEnd = 0
	q.sliceNew = true
}

// kick has kblockd begin the driver, if there is anything to do.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_schedule_dispatch().
func (e *Elevator) kick() {
	if e.busy > 0 && e.q.Sys.Loop.Queue(&e.kickWork) && e.q.Sys.Trace != nil {
		e.q.Record(trace.WorkQueue).Aux = trace.WorkKick
		e.kickBy = e.q.Last()
	}
}

// kickWork is the elevator when kblockd runs its unplug_work.
type kickWork Elevator

// Fire begins the driver.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_kick_queue().
func (k *kickWork) Fire() {
	e := (*Elevator)(k)
	before := e.q.BecauseOf(e.kickBy)
	if e.q.Sys.Trace != nil {
		e.q.Record(trace.WorkRun).Aux = trace.WorkKick
		e.q.Because()
	}
	e.q.Runner.RunQueue()
	e.q.Therefore(before)
}

// idleSliceTimer is the elevator when its idle_slice_timer fires.
type idleSliceTimer Elevator

// Fire gives up idling, unless nobody else has requests either: then the queue
// stays active.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_idle_slice_timer().
func (t *idleSliceTimer) Fire() {
	e := (*Elevator)(t)
	before := e.q.BecauseOf(e.idleSliceBy)
	defer e.q.Therefore(before)
	if e.q.Sys.Trace != nil {
		e.q.Record(trace.TimerFire).Aux = trace.TimerIdleSlice
		e.q.Because()
	}
	if q := e.active; q != nil {
		switch {
		case e.sliceUsed(q):
			e.expire(q, false, trace.CFQSliceUsed)
		case e.busy == 0:
			return
		case q.tree.Empty():
			e.expire(q, false, trace.CFQIdledInVain)
		}
	}
	e.kick()
}

// armIdleClass arms the timer for when IDLE queues may be served, and reports
// whether it is too early now: others had I/O end less than HZ/10 ago.
//
// Linux 2.6.24: block/cfq-iosched.c:start_idle_class_timer().
func (e *Elevator) armIdleClass() bool {
	now, end := e.q.Jiffies(), e.lastEnd+sim.Jiffies(e.q.Sys.Loop.HZ()/10)
	if now.Before(e.lastEnd) || !now.Before(end) {
		return false
	}
	pending := e.idleClass.Pending() && e.idleClass.Expires() == end
	e.q.Sys.Loop.Mod(&e.idleClass, end)
	if !pending {
		e.idleClassBy = e.recordTimer(&e.idleClass, trace.TimerIdleClass, int64(end-now))
	}
	return true
}

// idleClassTimer is the elevator when its idle_class_timer fires.
type idleClassTimer Elevator

// Fire begins the driver, or waits on if others had I/O meanwhile.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_idle_class_timer().
func (t *idleClassTimer) Fire() {
	e := (*Elevator)(t)
	before := e.q.BecauseOf(e.idleClassBy)
	if e.q.Sys.Trace != nil {
		e.q.Record(trace.TimerFire).Aux = trace.TimerIdleClass
		e.q.Because()
	}
	if !e.armIdleClass() {
		e.kick()
	}
	e.q.Therefore(before)
}

// What [trace.ElevatorState] records of CFQ carry.
const (
	StateActive  uint16 = 1 // A: the active queue, -1 none; B: instant its slice ends, ns, 0 if its clock has not started
	StateQueue   uint16 = 2 // a queue is made. A: its number; B: class<<8 | level; Req: the task of a SYNC queue
	StateRequest uint16 = 3 // Req belongs to queue A
)

func (e *Elevator) recordActive() {
	if e.q.Sys.Trace == nil {
		return
	}
	r := e.q.Record(trace.ElevatorState)
	r.Aux, r.Sector = StateActive, -1
	if q := e.active; q != nil {
		r.Sector = int64(q.id)
		if !q.sliceNew {
			r.Arg = int64(e.q.Sys.Loop.JiffyStart(q.sliceEnd))
		}
	}
}
