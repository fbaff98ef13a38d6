package cfq2624

import (
	"blkplay/core/block"
	"blkplay/core/block/rb"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

// queue is a task's SYNC requests, or the ASYNC ones of a level (struct cfq_queue).
type queue struct {
	id          int32 // in order of creation
	refs        int
	tree        block.Tree
	fifo        block.RequestList
	next        *block.Request // next_rq
	queued      int
	dispatched  int // moved to queue_head and not complete
	metaPending int

	node       rb.Node[queue]
	key        uint64 // rb_key
	sliceEnd   sim.Jiffies
	sliceResid int64

	class, level int // ioprio_class, ioprio

	sync           bool
	onRR           bool // in the service tree
	waitRequest    bool // the disk idles for its next request
	mustAllocSlice bool
	fifoChecked    bool // fifo_expire: the fifo was looked at in this slice
	idleWindow     bool // worth idling for
	prioChanged    bool
	sliceNew       bool // no request of the slice has completed
}

func (q *queue) kind() int {
	if q.sync {
		return sync
	}
	return async
}

func (q *queue) isIdle() bool { return q.class == block.ClassIdle }
func (q *queue) isRT() bool   { return q.class == block.ClassRT }

// newQueue makes a queue with the current task's priority and one reference.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_find_alloc_queue().
func (e *Elevator) newQueue(kind int) *queue {
	q := &queue{id: e.queues, refs: 1, prioChanged: true}
	e.queues++
	if kind == sync {
		q.sync, q.idleWindow = true, true
	}
	e.applyPriority(q)
	if e.q.Sys.Trace != nil {
		r := e.q.Record(trace.ElevatorState)
		r.Aux, r.Sector, r.Arg = StateQueue, int64(q.id), int64(q.class<<8|q.level)
		if q.sync {
			r.Req = int32(e.q.Sys.Current.ID)
		}
	}
	return q
}

// put drops a reference on q; the last one ends its slice, if it has one.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_put_queue().
func (e *Elevator) put(q *queue) {
	q.refs--
	if q.refs > 0 {
		return
	}
	if q.onRR {
		panic("cfq2624: put: the last reference of a queue with requests")
	}
	if q == e.active {
		e.expire(q, false, trace.CFQQueueGone)
		e.kick()
	}
}

// applyPriority gives q the current task's priority, if q was told that this changed.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_init_prio_data().
func (e *Elevator) applyPriority(q *queue) {
	if !q.prioChanged {
		return
	}
	q.prioChanged = false
	q.class, q.level = effective(e.q.Sys.Current.IOPrio)
	if q.isIdle() {
		q.level = 7
		q.idleWindow = false
	}
}

// effective returns class and level of a priority; a task without one counts as
// best effort in the middle, as nice 0 does.
//
// Linux 2.6.24: include/linux/ioprio.h:task_ioprio(), task_ioprio_class().
func effective(p block.IOPrio) (class, level int) {
	if p.Class() == block.ClassNone {
		return block.ClassBE, 4
	}
	return p.Class(), p.Level()
}

// slice returns how many jiffies a slice of q lasts.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_prio_to_slice().
func (e *Elevator) slice(q *queue) int64 { return e.prioSlice(q.kind(), q.level) }

func (e *Elevator) prioSlice(kind, level int) int64 {
	base := int32(e.sliceLength[kind]) // the kernel's int: a very long slice overflows
	return int64(base + base/5*int32(4-level))
}

// maxRequests returns how many requests an ASYNC queue may dispatch in a slice.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_prio_to_maxrq().
func (e *Elevator) maxRequests(q *queue) int64 {
	return int64(int32(2 * e.sliceAsyncRq * int64(8-q.level))) // an int
}

// sliceUsed reports whether the time of q's slice is over.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_slice_used().
func (e *Elevator) sliceUsed(q *queue) bool {
	return !q.sliceNew && !e.q.Jiffies().Before(q.sliceEnd)
}
