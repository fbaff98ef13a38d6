package linux44

import (
	"blkplay/core/block"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

// plug is a task's struct blk_plug. Only the outermost of nested plugs is one.
type plug struct {
	open  bool // current->plug is set
	depth int  // plugs started and not finished
	list  block.RequestList
}

// What a TaskPlug record says, in its Aux.
const (
	plugStarted = 1 + iota
	plugFinished
	plugAdded
	plugFlushed
)

func (q *Queue) recordPlug(what uint16, n int, why trace.Cause) {
	if q.recording() {
		e := q.Record(trace.TaskPlug)
		e.Aux, e.Sector, e.Cause = what, int64(n), why
	}
}

// startPlug begins a plug of k, or one inside it, which is ignored.
//
// Linux 4.4: block/blk-core.c:blk_start_plug().
func (q *Queue) startPlug(k *task) {
	k.plug.depth++
	if q.whatIf.NoPlugging {
		return
	}
	if k.plug.open {
		q.note(trace.PlugNested)
		return
	}
	k.plug.open = true
	q.recordPlug(plugStarted, 0, 0)
}

// finishPlug ends the plug started last; if that is the task's plug, it is emptied.
//
// Linux 4.4: block/blk-core.c:blk_finish_plug().
func (q *Queue) finishPlug(k *task) {
	if k.plug.depth == 0 {
		return
	}
	k.plug.depth--
	if !k.plug.open {
		return
	}
	if k.plug.depth > 0 {
		q.note(trace.PlugNotOuter)
		return
	}
	q.flushPlug(k, trace.FlushFinished, false)
	k.plug.open = false
	q.recordPlug(plugFinished, 0, 0)
}

// plugRequest puts rq last in the task's plug; a plug with 16 requests is emptied first.
//
// Linux 4.4: block/blk-core.c:blk_queue_bio().
func (q *Queue) plugRequest(k *task, rq *block.Request) {
	if k.requests >= maxRequestCount {
		q.flushPlug(k, trace.FlushSixteen, false)
	}
	if k.requests == 0 || k.requests >= maxRequestCount {
		q.recordEmpty(trace.Plug, 0, 0)
	}
	k.plug.list.PushBack(rq)
	if q.recording() {
		e := q.Record(trace.TaskPlug)
		e.Aux, e.Req, e.Sector = plugAdded, rq.ID, int64(k.plug.list.Len())
	}
}

// recordEmpty adds a record without an extent: P, U, UT.
func (q *Queue) recordEmpty(kind trace.Kind, requests int, why trace.Cause) {
	if q.recording() {
		e := q.Record(kind)
		e.RWBS, e.Sectors, e.Cause = trace.NoData, int32(requests), why
	}
}

// flushPlug hands the requests of k's plug to the elevator in order of sector
// and has the queue run: at once, or by kblockd if the task is about to sleep.
//
// Linux 4.4: block/blk-core.c:blk_flush_plug_list().
func (q *Queue) flushPlug(k *task, why trace.Cause, fromSchedule bool) {
	if k.plug.list.Empty() {
		return
	}
	list := q.sortPlug(&k.plug.list)
	q.recordPlug(plugFlushed, len(list), why)
	before := q.Because()
	for i, rq := range list {
		list[i] = nil
		q.addRequest(rq, true)
	}
	q.unplugged(len(list), why, fromSchedule)
	q.Therefore(before)
}

// sortPlug empties list into q.sorted, by start sector. Of requests with the same
// start the one plugged last comes first: list_sort() sees each pair in the order
// older, newer, and plug_rq_cmp() calls equal ones "greater".
//
// Linux 4.4: block/blk-core.c:plug_rq_cmp(), lib/list_sort.c.
func (q *Queue) sortPlug(list *block.RequestList) []*block.Request {
	sorted := q.sorted[:0]
	for rq := list.PopFront(); rq != nil; rq = list.PopFront() {
		i := len(sorted)
		sorted = append(sorted, rq)
		for ; i > 0 && sorted[i-1].Sector >= rq.Sector; i-- {
			sorted[i] = sorted[i-1]
		}
		sorted[i] = rq
	}
	q.sorted = sorted
	return sorted
}

// unplugged has the queue run after n requests came out of a plug.
//
// Linux 4.4: block/blk-core.c:queue_unplugged().
func (q *Queue) unplugged(n int, why trace.Cause, fromSchedule bool) {
	kind := trace.Unplug
	if fromSchedule {
		kind = trace.UnplugTimer
	}
	q.recordEmpty(kind, n, why)
	before := q.Because()
	if fromSchedule {
		q.runQueueAsync()
	} else {
		q.RunQueue()
	}
	q.Therefore(before)
}

// nap is how far a task is on its way to sleep.
type nap uint8

const (
	awake   nap = iota
	falling     // its state is set, but it still empties its plug
	asleep
)

// submitWork empties the plug of a task that is about to sleep.
//
// Linux 4.4: kernel/sched/core.c:sched_submit_work(), io_schedule_timeout().
func (q *Queue) submitWork(k *task, why trace.Cause) {
	if q.whatIf.UntrackedPlug {
		if n := k.plug.list.Len(); n > 0 && q.recording() {
			e := q.Record(trace.Note)
			e.Cause, e.Sector = trace.PlugUnseen, int64(n)
		}
		return
	}
	if k.plug.list.Empty() {
		return
	}
	before := q.Because()
	q.flushPlug(k, why, true)
	q.Therefore(before)
}

// ioSchedule puts k to sleep. It reports false if k sleeps, true if it was woken on the way.
//
// Linux 4.4: kernel/sched/core.c:io_schedule_timeout().
func (q *Queue) ioSchedule(k *task, why, flush trace.Cause, bio int32) (woken bool) {
	k.nap = falling
	q.Sys.Slept(k.Task, why, 0, bio)
	q.submitWork(k, flush)
	if k.nap == awake {
		return true
	}
	k.nap = asleep
	return false
}

// wakeUp makes k run again, unless it is still on its way to sleep: then it just goes on.
//
// Linux 4.4: kernel/sched/core.c:try_to_wake_up().
func (q *Queue) wakeUp(k *task, why trace.Cause) {
	if k.nap == falling {
		if q.recording() {
			q.Sys.Trace.Add(int64(q.Sys.Loop.Now()), trace.TaskWake, k.ID).Cause = trace.WokenOnTheWay
		}
	} else {
		q.Sys.Wake(k.Task, why)
	}
	k.nap = awake
}

// Wait blocks until every bio of t is complete.
func (q *Queue) Wait(t *block.Task) (done bool) {
	k := q.task(t)
	t.Waiting = true
	k.in = "wait"
	q.ioSchedule(k, trace.SleepForBios, trace.FlushWait, trace.None)
	k.State = (*waitState)(k)
	return false
}

// Blocking empties t's plug: it is about to sleep for a time.
//
// Linux 4.4: kernel/sched/core.c:schedule().
func (q *Queue) Blocking(t *block.Task) { q.submitWork(q.task(t), trace.FlushSleep) }

// waitState is a task that sleeps until it is woken once, and then is done.
type waitState task

// Resume ends the wait.
func (k *waitState) Resume(*sim.Task) (done bool) {
	k.nap, k.in = awake, ""
	return true
}
