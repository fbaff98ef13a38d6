package linux2624

import (
	"blkplay/core/block"
	"blkplay/core/scenario"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

// plug is what stops the driver from taking requests, and what takes it off.
type plug struct {
	on     bool      // QUEUE_FLAG_PLUGGED
	timer  sim.Timer // unplug_timer
	work   sim.Work  // unplug_work, which the timer queues
	thresh int       // unplug_thresh, requests
	delay  sim.Jiffies
	// What explains the timer's and the work's running: the records of the P and of
	// the work's queueing.
	timerBy, workBy int32
}

func (p *plug) init(q *Queue, thresh, delayMs int64) {
	p.thresh = int(thresh)
	p.delay = unplugDelay(delayMs, q.Sys.Loop.HZ())
	p.timer.Bind((*unplugTimer)(q))
	p.work.Bind((*unplugWork)(q))
}

// unplugDelay converts to jiffies: rounded down, at least 1.
//
// Linux 2.6.24: block/ll_rw_blk.c:blk_queue_make_request().
func unplugDelay(ms, hz int64) sim.Jiffies { return sim.Jiffies(max(ms*hz/1000, 1)) }

// plugDevice puts the plug on, unless it is, and arms the timer.
//
// Linux 2.6.24: block/ll_rw_blk.c:blk_plug_device().
func (q *Queue) plugDevice() {
	p := &q.plug
	if p.on || q.whatIf.NoPlugging {
		return
	}
	p.on = true
	fires := sim.Time(0)
	if !q.whatIf.NoUnplugTimer {
		q.Sys.Loop.Mod(&p.timer, q.Jiffies()+p.delay)
		fires = p.timer.When()
	}
	if q.Sys.Trace != nil {
		e := q.Record(trace.Plug)
		e.RWBS, e.Arg = trace.NoData, int64(fires)
		p.timerBy = q.Last()
		if fires != 0 {
			e = q.Record(trace.TimerArm)
			e.Aux, e.Sector, e.Arg, e.By = trace.TimerUnplug, int64(fires), int64(p.delay), p.timerBy
		}
	}
}

// removePlug takes the plug off and reports whether it was on.
//
// Linux 2.6.24: block/ll_rw_blk.c:blk_remove_plug().
func (q *Queue) removePlug(why trace.Cause) bool {
	if !q.plug.on {
		return false
	}
	q.plug.on = false
	armed := q.Sys.Loop.Del(&q.plug.timer)
	if q.Sys.Trace != nil {
		if armed {
			q.Record(trace.TimerDel).Aux = trace.TimerUnplug
		}
		e := q.Record(trace.PlugOff)
		e.Cause, e.Sector, e.Arg = why, int64(q.waiting()), int64(q.plug.thresh)
	}
	return true
}

// unplugQueue takes the plug off and lets the driver begin; nothing if it is off.
//
// Linux 2.6.24: block/ll_rw_blk.c:__generic_unplug_device().
func (q *Queue) unplugQueue(why trace.Cause) {
	if !q.removePlug(why) {
		return
	}
	before := q.Because()
	q.requestFn()
	q.Therefore(before)
}

// unplug is a call of blk_unplug: traced whether or not the plug is on.
//
// Linux 2.6.24: block/ll_rw_blk.c:blk_unplug().
func (q *Queue) unplug(why trace.Cause) {
	q.recordUnplug(trace.Unplug, why)
	before := q.Because()
	q.unplugQueue(why)
	q.Therefore(before)
}

// recordUnplug traces U or UT, whose number is all requests allocated, those in
// flight included.
func (q *Queue) recordUnplug(kind trace.Kind, why trace.Cause) {
	if q.Sys.Trace != nil {
		e := q.Record(kind)
		e.RWBS, e.Cause, e.Sectors = trace.NoData, why, int32(q.list.count[0]+q.list.count[1])
	}
}

// testThreshold unplugs if enough requests wait.
//
// Linux 2.6.24: block/elevator.c:elv_insert(), at its end.
func (q *Queue) testThreshold() {
	if q.plug.on && !q.whatIf.NoUnplugThresh && q.waiting() >= q.plug.thresh {
		q.unplugQueue(trace.PlugOffThreshold)
	}
}

// unplugTimer is the queue when its unplug_timer fires.
type unplugTimer Queue

// Fire has kblockd unplug.
//
// Linux 2.6.24: block/ll_rw_blk.c:blk_unplug_timeout().
func (u *unplugTimer) Fire() {
	q := (*Queue)(u)
	before := q.BecauseOf(q.plug.timerBy)
	if q.Sys.Trace != nil {
		q.Record(trace.TimerFire).Aux = trace.TimerUnplug
		q.Because()
	}
	q.recordUnplug(trace.UnplugTimer, trace.PlugOffTimer)
	if q.Sys.Loop.Queue(&q.plug.work) && q.Sys.Trace != nil {
		q.Because()
		e := q.Record(trace.WorkQueue)
		e.Aux, e.Cause = trace.WorkUnplug, trace.PlugOffTimer
		q.plug.workBy = q.Last()
	}
	q.Therefore(before)
}

// unplugWork is the queue when kblockd runs its unplug_work.
type unplugWork Queue

// Fire unplugs, be it a plug that was put on since the timer fired.
//
// Linux 2.6.24: block/ll_rw_blk.c:blk_unplug_work().
func (u *unplugWork) Fire() {
	q := (*Queue)(u)
	before := q.BecauseOf(q.plug.workBy)
	if q.Sys.Trace != nil {
		q.Record(trace.WorkRun).Aux = trace.WorkUnplug
		q.Because()
	}
	q.unplug(trace.PlugOffTimer)
	q.Therefore(before)
}

// Wait unplugs and sleeps until every bio of t is complete.
//
// Linux 2.6.24: fs/buffer.c:sync_buffer().
func (q *Queue) Wait(t *block.Task) (done bool) {
	q.unplug(trace.PlugOffWait)
	t.Waiting = true
	q.Sys.Slept(t, trace.SleepForBios, 0, trace.None)
	return false
}

// Blocking does nothing: in this kernel going to sleep leaves the plug on.
func (q *Queue) Blocking(t *block.Task) {}

// Op runs an op that only some kernels have.
func (q *Queue) Op(t *block.Task, op *scenario.Op) (done bool) {
	switch op.Kind {
	case scenario.Unplug:
		q.unplug(trace.PlugOffCall)
	case scenario.Set:
		return q.set(t, op)
	case scenario.SwitchElevator:
		return q.switchElevator(t, op.Name)
	}
	return true // an op of another kernel, under "lenient"
}

// Stuck says what t waits for when nothing is left to happen.
func (q *Queue) Stuck(t *block.Task) (bio int32, in string) {
	switch {
	case t.State != nil:
		if s, ok := t.State.(*sleeper); ok {
			return s.bio.ID, "get_request"
		}
		return trace.None, "elevator_switch"
	case t.Waiting:
		return trace.None, "wait"
	}
	return trace.None, ""
}
