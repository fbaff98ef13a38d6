package cfq44

import (
	"blkplay/core/block"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

// Activate hears that the driver begins with rq.
//
// Linux 4.4: block/cfq-iosched.c:cfq_activate_request().
func (e *Elevator) Activate(rq *block.Request) {
	e.rqInDriver++
	e.lastPosition = rq.End()
}

// Completed hears that rq is complete: the slice of its queue may end with it,
// or the disk begins to idle for the next.
//
// Linux 4.4: block/cfq-iosched.c:cfq_completed_request().
func (e *Elevator) Completed(rq *block.Request) {
	c := e.ownerOf(rq)
	now := e.q.Jiffies()
	sync := rq.IsSync()
	e.rqInDriver--
	c.dispatched--
	e.rqInFlight[index(c.sync)]--
	if sync {
		e.cics[rq.ICQ.Slot].think.lastEnd = now
		tree := c.tree
		if !c.onRR {
			tree = e.treeFor(c.wlClass(), c.wlType())
		}
		tree.think.lastEnd = now
		if !(rq.StartTime + sim.Jiffies(e.fifoExpire[1])).After(now) {
			e.lastDelayedSync = now
		}
	}
	if c == e.active {
		e.completedActive(c, sync)
	}
	if e.rqInDriver == 0 {
		e.scheduleDispatch()
	}
}

func (e *Elevator) completedActive(c *queue, sync bool) {
	empty := c.empty()
	if c.sliceNew {
		e.beginSlice(c)
	}
	if e.shouldWaitBusy(c) {
		extend := e.sliceIdle
		if extend == 0 {
			extend = e.groupIdle
		}
		c.sliceEnd = e.q.Jiffies() + sim.Jiffies(extend)
		c.waitBusy = true
	}
	if e.sliceUsed(c) || c.idle() {
		e.expireActive(true, trace.CFQ44ExpireCompleted)
	} else if sync && empty && e.closeCooperator(c) == nil {
		e.armTimer(c)
	}
}

// shouldWaitBusy reports whether c, the only queue, is kept beyond its slice
// until it has a request: otherwise it would lose its place for nothing.
//
// Linux 4.4: block/cfq-iosched.c:cfq_should_wait_busy().
func (e *Elevator) shouldWaitBusy(c *queue) bool {
	if !c.empty() || e.nrQueues > 1 {
		return false
	}
	if e.sliceUsed(c) {
		return true
	}
	left := c.sliceEnd - e.q.Jiffies()
	if cic := e.activeCIC; cic != nil && cic.think.valid() && uint64(left) < cic.think.mean {
		return true
	}
	return left == 1
}

// shouldIdle reports whether the disk idles for c when it runs empty.
//
// Linux 4.4: block/cfq-iosched.c:cfq_should_idle().
func (e *Elevator) shouldIdle(c *queue) bool {
	if e.sliceIdle == 0 || c.idle() {
		return false
	}
	return c.idleWindow || c.tree.count == 1 && c.sync && !c.tree.think.big(e.sliceIdle)
}

// armTimer begins to idle for c, if that is worth it.
//
// Linux 4.4: block/cfq-iosched.c:cfq_arm_slice_timer().
func (e *Elevator) armTimer(c *queue) {
	span, group := e.sliceIdle, false
	if !e.shouldIdle(c) {
		if e.groupIdle == 0 {
			return
		}
		span, group = e.groupIdle, true
	}
	if c.dispatched > 0 {
		return
	}
	cic := e.activeCIC
	if cic == nil || cic.icq.Context.ActiveRef == 0 {
		return
	}
	now := e.q.Jiffies()
	if cic.think.valid() && uint64(c.sliceEnd-now) < cic.think.mean {
		return
	}
	if group && e.nrQueues > 1 {
		return
	}
	c.waitRequest = true
	e.q.Sys.Loop.Mod(&e.idleTimer, now+sim.Jiffies(span))
	if e.q.Sys.Trace != nil {
		r := e.q.Record(trace.TimerArm)
		r.Aux, r.Cause, r.Sector, r.Arg = trace.TimerIdleSlice, trace.CFQ44Idle, int64(e.idleTimer.When()), span
		e.timerBy = e.q.Last()
	}
}

// delTimer ends the idling.
func (e *Elevator) delTimer() {
	if e.q.Sys.Loop.Del(&e.idleTimer) && e.q.Sys.Trace != nil {
		e.q.Record(trace.TimerDel).Aux = trace.TimerIdleSlice
	}
}

// idleTimer is the end of an idle wait.
type idleTimer Elevator

// Fire expires the active queue for which no request came.
//
// Linux 4.4: block/cfq-iosched.c:cfq_idle_slice_timer().
func (t *idleTimer) Fire() {
	e := (*Elevator)(t)
	if e.q.Sys.Trace != nil {
		r := e.q.Record(trace.TimerFire)
		r.Aux, r.By = trace.TimerIdleSlice, e.timerBy
		before := e.q.Because()
		defer e.q.Therefore(before)
	}
	if c := e.active; c != nil && !c.mustDispatch {
		if !e.sliceUsed(c) {
			if e.busyQueues == 0 {
				return
			}
			if !c.empty() {
				e.scheduleDispatch()
				return
			}
			c.deep = false
		}
		e.expireActive(false, trace.CFQ44ExpireIdledOut)
	}
	e.scheduleDispatch()
}

// scheduleDispatch has kblockd run the queue, if any queue has a turn to come.
//
// Linux 4.4: block/cfq-iosched.c:cfq_schedule_dispatch().
func (e *Elevator) scheduleDispatch() {
	if e.busyQueues > 0 && e.q.Sys.Loop.Queue(&e.unplugWork) && e.q.Sys.Trace != nil {
		r := e.q.Record(trace.WorkQueue)
		r.Aux, r.Cause = trace.WorkKick, trace.CFQ44Kick
		e.workBy = e.q.Last()
	}
}

// unplugWork runs the queue from kblockd.
type unplugWork Elevator

// Fire runs the queue.
//
// Linux 4.4: block/cfq-iosched.c:cfq_kick_queue().
func (w *unplugWork) Fire() {
	e := (*Elevator)(w)
	if e.q.Sys.Trace != nil {
		r := e.q.Record(trace.WorkRun)
		r.Aux, r.By = trace.WorkKick, e.workBy
	}
	e.runNow()
}
