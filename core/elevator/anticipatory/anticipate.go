package anticipatory

import (
	"blkplay/core/block"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

func (e *Elevator) waiting() bool { return e.status == waitReq || e.status == waitNext }

// wait begins to wait: for the completion first, if that has not come.
//
// Linux 2.6.24: block/as-iosched.c:as_antic_waitreq().
func (e *Elevator) wait() {
	if e.status != off {
		return
	}
	if e.ioc == nil || e.iocFinished {
		e.waitForNext()
	} else {
		e.setStatus(waitReq)
	}
}

// waitForNext waits for the task's next request until the timer fires.
//
// Linux 2.6.24: block/as-iosched.c:as_antic_waitnext().
func (e *Elevator) waitForNext() {
	e.q.Sys.Loop.Mod(&e.timer, e.anticStart+e.anticExpire)
	if e.q.Sys.Trace != nil {
		r := e.q.Record(trace.TimerArm)
		r.Aux, r.Sector, r.Arg = trace.TimerAntic, int64(e.timer.When()), int64(e.anticExpire)
		e.timerBy = e.q.Last()
	}
	e.setStatus(waitNext)
}

// stopWaiting ends a wait and has the driver begin by a work item.
//
// Linux 2.6.24: block/as-iosched.c:as_antic_stop().
func (e *Elevator) stopWaiting() {
	if !e.waiting() {
		return
	}
	if e.status == waitNext && e.q.Sys.Loop.Del(&e.timer) && e.q.Sys.Trace != nil {
		e.q.Record(trace.TimerDel).Aux = trace.TimerAntic
	}
	e.setStatus(finished)
	e.queueWork()
}

func (e *Elevator) queueWork() {
	if e.q.Sys.Loop.Queue(&e.work) && e.q.Sys.Trace != nil {
		e.q.Record(trace.WorkQueue).Aux = trace.WorkAntic
		e.workBy = e.q.Last()
	}
}

// anticTimer is the elevator when its antic_timer fires.
type anticTimer Elevator

// Fire gives the wait up and remembers that it was in vain.
//
// Linux 2.6.24: block/as-iosched.c:as_antic_timeout().
func (a *anticTimer) Fire() {
	e := (*Elevator)(a)
	if !e.waiting() {
		return
	}
	before := e.q.BecauseOf(e.timerBy)
	if e.q.Sys.Trace != nil {
		e.q.Record(trace.TimerFire).Aux = trace.TimerAntic
		e.q.Because()
	}
	e.setStatus(finished)
	e.queueWork()
	aic := e.ioc.AS
	if aic.TtimeSamples == 0 {
		e.stats.exitProb = up(e.stats.exitProb)
	}
	if !aic.Running {
		e.stats.exitNoCoop = up(e.stats.exitNoCoop)
	}
	e.q.Therefore(before)
}

// anticWork is the elevator when kblockd runs its antic_work.
type anticWork Elevator

// Fire has the driver begin.
//
// Linux 2.6.24: block/as-iosched.c:as_work_handler().
func (a *anticWork) Fire() {
	e := (*Elevator)(a)
	before := e.q.BecauseOf(e.workBy)
	if e.q.Sys.Trace != nil {
		e.q.Record(trace.WorkRun).Aux = trace.WorkAntic
		e.q.Because()
	}
	e.q.Runner.RunQueue()
	e.q.Therefore(before)
}

// canBreak reports whether there is a reason not to wait (any longer), of which
// rq, if there is one, may be the first. It also learns: each look at a foreign
// or ended task moves the statistics.
//
// Linux 2.6.24: block/as-iosched.c:as_can_break_anticipation().
func (e *Elevator) canBreak(rq *block.Request) bool {
	if rq != nil && rq.Context == e.ioc {
		return e.because(trace.AnticTaskCame)
	}
	if e.iocFinished && e.q.Jiffies()-e.anticStart >= e.anticExpire {
		return e.because(trace.AnticExpired)
	}
	aic := e.ioc.AS
	if aic == nil {
		return false
	}
	if aic.NrQueued > 0 || aic.NrDispatched > 0 {
		return e.because(trace.AnticTaskHasMore)
	}
	if rq != nil && rq.IsSync() && e.isClose(aic, rq) {
		if !aic.Running {
			if aic.TtimeSamples == 0 {
				e.stats.exitProb = up(e.stats.exitProb)
			}
			e.stats.exitNoCoop = down(e.stats.exitNoCoop)
		}
		e.learn(aic, rq)
		return e.because(trace.AnticClose)
	}
	if !aic.Running {
		if aic.TtimeSamples == 0 {
			e.stats.exitProb = up(e.stats.exitProb)
		}
		if e.stats.exitNoCoop > 128 {
			return e.because(trace.AnticTaskEnded)
		}
	}
	if e.thinksTooLong(aic) {
		return e.because(trace.AnticThinksTooLong)
	}
	return false
}

// thinksTooLong judges by the task's mean think time, or by that of new tasks if
// it has none yet.
func (e *Elevator) thinksTooLong(aic *block.ASContext) bool {
	if aic.TtimeSamples == 0 {
		s := &e.stats
		return s.newTtimeMean > int64(e.anticExpire) || s.exitProb*s.exitNoCoop > 128*256
	}
	return aic.TtimeMean > int64(e.anticExpire)
}

// because notes why there is no (more) waiting.
func (e *Elevator) because(why trace.Cause) bool {
	if e.q.Sys.Trace != nil {
		r := e.q.Record(trace.Note)
		r.Cause = why
		if e.ioc != nil && e.ioc.AS != nil {
			r.Sector, r.Arg = e.ioc.AS.TtimeMean, int64(e.anticExpire)
		}
	}
	return true
}

// canAnticipate reports whether to wait instead of dispatching rq, which may be nil.
//
// Linux 2.6.24: block/as-iosched.c:as_can_anticipate().
func (e *Elevator) canAnticipate(rq *block.Request) bool {
	return e.ioc != nil && e.status != finished && !e.canBreak(rq)
}

// What [trace.ElevatorState] records of anticipatory carry.
const (
	StateBatch uint16 = 1 // A: 1 SYNC, 0 ASYNC; B: instant the batch's time is over, ns
	StateAntic uint16 = 2 // A: 0 off, 1 waits for a completion, 2 for the next request, 3 finished; B: instant the timer fires, ns; Req: the task
)

func (e *Elevator) setStatus(s status) {
	if e.status == s {
		return
	}
	e.status = s
	if e.q.Sys.Trace == nil {
		return
	}
	r := e.q.Record(trace.ElevatorState)
	r.Aux, r.Sector = StateAntic, int64(s)
	if s == waitNext {
		r.Arg = int64(e.timer.When())
	}
	if e.ioc != nil && e.ioc.Task != nil {
		r.Req = int32(e.ioc.Task.ID)
	}
}

// remember makes ioc, which may be nil, the one to wait for.
func (e *Elevator) remember(ioc *block.IOContext) {
	if ioc != nil {
		ioc.RefCount++
	}
	if e.ioc != nil {
		e.ioc.RefCount--
	}
	e.ioc = ioc
}

// batchTime is the instant at which the batch's time is over.
func (e *Elevator) batchTime() sim.Time { return e.q.Sys.Loop.JiffyStart(e.batchExpires) }
