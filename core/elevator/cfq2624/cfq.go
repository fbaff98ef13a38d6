package cfq2624

import (
	"blkplay/core/block"
	"blkplay/core/block/rb"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

const (
	async = 0
	sync  = 1
)

// Kernel is what the elevator asks of its kernel.
type Kernel interface {
	// Context returns the I/O context of the current task, made if there is none.
	Context(t *block.Task) *block.IOContext
}

// Elevator is CFQ on a queue (struct cfq_data).
type Elevator struct {
	block.ElevatorDefaults
	q      *block.RequestQueue
	kernel Kernel
	Tunables

	service rb.Tree[queue] // service_tree
	busy    int            // busy_queues: queues in it
	active  *queue
	served  *taskQueues // active_cic: whose requests the slice is for

	inDriver   int  // rq_in_driver
	syncFlight int  // SYNC requests dispatched and not complete
	hwTag      bool // the drive queues commands: more than 4 were in the driver

	idleSlice sim.Timer // idle_slice_timer: the active queue's task may submit until then
	idleClass sim.Timer // idle_class_timer: IDLE queues may be served from then on
	kickWork  sim.Work  // unplug_work
	// The records that armed the timers and queued the work: they explain what these do.
	idleSliceBy, idleClassBy, kickBy int32

	asyncQueues  [2][8]*queue // RT, BE
	asyncIdle    *queue
	lastPosition int64       // behind the request that the driver took last
	lastEnd      sim.Jiffies // last_end_request: of a queue that is not IDLE

	tasks   []*taskQueues // by I/O context number
	private []private     // by request slot
	queues  int32         // ever made
}

// private is what CFQ knows of a request.
type private struct {
	task  *taskQueues
	queue *queue
}

// New returns CFQ on q with its default tunables.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_init_queue().
func New(q *block.RequestQueue, kernel Kernel) *Elevator {
	e := &Elevator{q: q, kernel: kernel, Tunables: defaults(q.Sys.Loop.HZ()), lastEnd: q.Jiffies()}
	e.idleSlice.Bind((*idleSliceTimer)(e))
	e.idleClass.Bind((*idleClassTimer)(e))
	e.kickWork.Bind((*kickWork)(e))
	return e
}

// Exit cancels what is pending.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_exit_queue().
func (e *Elevator) Exit() {
	loop := e.q.Sys.Loop
	loop.Del(&e.idleSlice)
	loop.Del(&e.idleClass)
	loop.Cancel(&e.kickWork.Item)
	e.serve(nil)
}

// AddRequest puts rq into its queue. It may begin the driver, if rq was waited
// for or preempts the active queue.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_insert_request(), cfq_rq_enqueued().
func (e *Elevator) AddRequest(rq *block.Request) {
	p := e.private[rq.Slot]
	c, q := p.task, p.queue
	e.applyPriority(q)
	e.addBySector(q, rq)
	q.fifo.PushBack(rq)
	if rq.Flags&block.RWMeta != 0 {
		q.metaPending++
	}
	c.learnThinkTime(e.q.Jiffies(), 2*e.sliceIdle)
	c.learnSeek(rq.Sector)
	e.judgeIdling(q, c)
	c.lastRequestPos = rq.End()
	switch {
	case q == e.active:
		if q.waitRequest {
			e.stopTimer(&e.idleSlice, trace.TimerIdleSlice)
			e.q.Runner.RunQueue()
		}
	case e.shouldPreempt(q, rq):
		e.preempt(q)
		e.q.Runner.RunQueue()
	}
}

// addBySector puts rq into its queue's tree, and the queue into the service tree.
// A request with rq's start sector is dispatched first.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_add_rq_rb().
func (e *Elevator) addBySector(q *queue, rq *block.Request) {
	q.queued++
	for alias := q.tree.AddUnique(rq); alias != nil; alias = q.tree.AddUnique(rq) {
		e.q.Choose(alias, trace.CFQAlias, alias.Sector, int64(rq.ID))
		e.dispatchInsert(alias)
	}
	if !q.onRR {
		e.addToService(q)
	}
	q.next = e.choose(q.next, rq)
}

// remove takes rq out of its queue, and an empty queue out of the service tree.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_remove_request(), cfq_del_rq_rb().
func (e *Elevator) remove(rq *block.Request) {
	q := e.private[rq.Slot].queue
	if q.next == rq {
		q.next = e.nextBySector(q, rq)
	}
	q.fifo.Remove(rq)
	q.queued--
	q.tree.Remove(rq)
	if q.onRR && q.tree.Empty() {
		e.leaveService(q)
	}
	if rq.Flags&block.RWMeta != 0 {
		q.metaPending--
	}
}

// bioKind is SYNC for a read and a sync bio.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_bio_sync().
func bioKind(bio *block.Bio) int {
	if !bio.Write() || bio.Flags&trace.Sync != 0 {
		return sync
	}
	return async
}

// AllowMerge reports whether bio may join rq: only the current task's own queue
// takes it, and a SYNC bio joins no ASYNC request.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_allow_merge().
func (e *Elevator) AllowMerge(rq *block.Request, bio *block.Bio) bool {
	kind := bioKind(bio)
	if kind == sync && !rq.IsSync() {
		return false
	}
	c := e.currentTask()
	return c != nil && c.queues[kind] == e.private[rq.Slot].queue
}

// Merge returns the request of the current task's queue that starts where bio ends.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_merge(), cfq_find_rq_fmerge().
func (e *Elevator) Merge(bio *block.Bio) *block.Request {
	if c := e.currentTask(); c != nil {
		if q := c.queues[bioKind(bio)]; q != nil {
			return q.tree.Find(bio.End())
		}
	}
	return nil
}

// Merged moves rq to its new place by sector after a front merge.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_merged_request(), cfq_reposition_rq_rb().
func (e *Elevator) Merged(rq *block.Request, front bool) {
	if front {
		q := e.private[rq.Slot].queue
		q.tree.Remove(rq)
		q.queued--
		e.addBySector(q, rq)
	}
}

// MergeRequests hears that rq absorbed next. Unlike other elevators CFQ never
// moves rq up in the fifo: it compares start times, and rq's was lowered already.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_merged_requests().
func (e *Elevator) MergeRequests(rq, next *block.Request) {
	if next.StartTime.Before(rq.StartTime) {
		fifo := &e.private[rq.Slot].queue.fifo
		fifo.Remove(rq)
		fifo.InsertAfter(rq, next)
	}
	e.remove(next)
}

// Former returns the request before rq by sector, nil if there is none.
func (e *Elevator) Former(rq *block.Request) *block.Request { return rq.TreePrev() }

// Latter returns the request behind rq by sector, nil if there is none.
func (e *Elevator) Latter(rq *block.Request) *block.Request { return rq.TreeNext() }

// QueueEmpty reports whether no queue has requests. An idling queue has none.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_queue_empty().
func (e *Elevator) QueueEmpty() bool { return e.busy == 0 }

// FifoSpan returns after how many jiffies rq is late.
func (e *Elevator) FifoSpan(rq *block.Request) sim.Jiffies {
	if rq.IsSync() {
		return sim.Jiffies(e.fifoExpire[sync])
	}
	return sim.Jiffies(e.fifoExpire[async])
}
