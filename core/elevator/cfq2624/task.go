package cfq2624

import (
	"blkplay/core/block"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

// taskQueues is what CFQ keeps of a task: its two queues and how it behaves
// (struct cfq_io_context).
type taskQueues struct {
	ioc            *block.IOContext
	queues         [2]*queue
	lastEnd        sim.Jiffies // last_end_request
	ttimeSamples   int64       // think time: weight of 256, sums of jiffies times 256
	ttimeTotal     int64
	ttimeMean      int64
	seekSamples    int64 // likewise, distances in sectors
	seekTotal      int64
	seekMean       int64
	lastRequestPos int64
}

// judgeable is the weight from which on samples count: the third one has it.
const judgeable = 80

// learnThinkTime takes in the time since the task's last request ended, at most most jiffies.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_update_io_thinktime().
func (c *taskQueues) learnThinkTime(now sim.Jiffies, most int64) {
	t := int64(min(uint64(now-c.lastEnd), uint64(most)))
	c.ttimeSamples = (7*c.ttimeSamples + 256) / 8
	c.ttimeTotal = (7*c.ttimeTotal + 256*t) / 8
	c.ttimeMean = (c.ttimeTotal + 128) / c.ttimeSamples
}

// learnSeek takes in the distance from the task's last request, cut down if it
// is an outlier.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_update_io_seektime().
func (c *taskQueues) learnSeek(sector int64) {
	d := sector - c.lastRequestPos
	if d < 0 {
		d = -d
	}
	if c.seekSamples <= 60 { // second and third
		d = min(d, 4*c.seekMean+2*1024*1024)
	} else {
		d = min(d, 4*c.seekMean+2*1024*64)
	}
	c.seekSamples = (7*c.seekSamples + 256) / 8
	c.seekTotal = (7*c.seekTotal + 256*d) / 8
	c.seekMean = (c.seekTotal + c.seekSamples/2) / c.seekSamples
}

// seeky reports whether the task's requests lie far apart.
func (c *taskQueues) seeky() bool { return c.seekMean > 8*1024 }

// judgeIdling decides whether the disk should idle for q. An ASYNC queue is never idled for.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_update_idle_window().
func (e *Elevator) judgeIdling(q *queue, c *taskQueues) {
	if !q.sync {
		return
	}
	switch {
	case c.ioc.Task == nil, e.sliceIdle == 0, e.hwTag && c.seeky():
		q.idleWindow = false
	case c.ttimeSamples > judgeable:
		q.idleWindow = c.ttimeMean <= e.sliceIdle
	}
}

// currentTask returns what is kept of the current task, nil if nothing is.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_cic_rb_lookup().
func (e *Elevator) currentTask() *taskQueues {
	ioc := e.q.Sys.Current.Context
	if ioc == nil || int(ioc.ID) >= len(e.tasks) {
		return nil
	}
	return e.tasks[ioc.ID]
}

// taskOf returns what is kept of ioc's task, made if nothing is. A priority that
// changed reaches its queues now.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_get_io_context().
func (e *Elevator) taskOf(ioc *block.IOContext) *taskQueues {
	for int(ioc.ID) >= len(e.tasks) {
		e.tasks = append(e.tasks, nil)
	}
	c := e.tasks[ioc.ID]
	if c == nil {
		c = &taskQueues{ioc: ioc, lastEnd: e.q.Jiffies()}
		e.tasks[ioc.ID] = c
	}
	if ioc.IOPrioChanged {
		ioc.IOPrioChanged = false
		e.priorityChanged(c)
	}
	return c
}

// priorityChanged moves the task to the ASYNC queue of its new level. If that
// level has none yet the present one is put there too, and keeps its priority.
//
// Linux 2.6.24: block/cfq-iosched.c:changed_ioprio().
func (e *Elevator) priorityChanged(c *taskQueues) {
	if old := c.queues[async]; old != nil {
		slot := e.asyncSlot()
		if *slot == nil {
			*slot = old
			old.refs++
		}
		(*slot).refs++
		c.queues[async] = *slot
		e.put(old)
	}
	if q := c.queues[sync]; q != nil {
		q.prioChanged = true
	}
}

// asyncSlot returns where the ASYNC queue of the current task's level is.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_async_queue_prio().
func (e *Elevator) asyncSlot() **queue {
	switch class, level := effective(e.q.Sys.Current.IOPrio); class {
	case block.ClassRT:
		return &e.asyncQueues[0][level]
	case block.ClassBE:
		return &e.asyncQueues[1][level]
	}
	return &e.asyncIdle
}

// queueOf returns the task's queue of a kind, made or found if it has none.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_get_queue().
func (e *Elevator) queueOf(c *taskQueues, kind int) *queue {
	if c.queues[kind] != nil {
		return c.queues[kind]
	}
	if kind == sync {
		c.queues[sync] = e.newQueue(sync)
		return c.queues[sync]
	}
	slot := e.asyncSlot()
	if *slot == nil {
		*slot = e.newQueue(async)
	}
	(*slot).refs++
	c.queues[async] = *slot
	return *slot
}

// SetRequest finds the queue of rq, just allocated for the current task.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_set_request().
func (e *Elevator) SetRequest(rq *block.Request) {
	for int(rq.Slot) >= len(e.private) {
		e.private = append(e.private, private{})
	}
	kind := async
	if rq.IsSync() {
		kind = sync
	}
	ioc := e.kernel.Context(e.q.Sys.Current)
	c := e.taskOf(ioc)
	q := e.queueOf(c, kind)
	q.refs++
	ioc.RefCount++
	rq.Context = ioc
	e.private[rq.Slot] = private{c, q}
	if e.q.Sys.Trace != nil {
		r := e.q.Record(trace.ElevatorState)
		r.Aux, r.Req, r.Sector = StateRequest, rq.ID, int64(q.id)
	}
}

// PutRequest hears that rq is freed.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_put_request().
func (e *Elevator) PutRequest(rq *block.Request) {
	p := &e.private[rq.Slot]
	rq.Context.RefCount--
	rq.Context = nil
	q := p.queue
	*p = private{}
	e.put(q)
}

// MayQueue lets a task whose request is waited for have one even if the list is
// full. A plain read asks about the task's ASYNC queue.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_may_queue().
func (e *Elevator) MayQueue(rwSync bool) block.Queueing {
	c := e.currentTask()
	if c == nil {
		return block.May
	}
	q := c.queues[async]
	if rwSync {
		q = c.queues[sync]
	}
	if q == nil {
		return block.May
	}
	e.applyPriority(q)
	if q.waitRequest && !q.mustAllocSlice {
		q.mustAllocSlice = true
		return block.Must
	}
	return block.May
}

// ExitContext hears that the task of ioc ended. If one of its queues has the
// slice, a shared one included, the slice ends.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_exit_io_context(), cfq_exit_cfqq().
func (e *Elevator) ExitContext(ioc *block.IOContext) {
	if int(ioc.ID) >= len(e.tasks) || e.tasks[ioc.ID] == nil {
		return
	}
	c := e.tasks[ioc.ID]
	for kind, q := range c.queues {
		if q == nil {
			continue
		}
		if q == e.active {
			e.expire(q, false, trace.CFQTaskEnded)
			e.kick()
		}
		c.queues[kind] = nil
		e.put(q)
	}
}
