// Package anticipatory is the elevator that waits: after a read it may leave the
// disk idle for a moment, because the same task will probably read next to it.
//
// Requests are SYNC (reads, and writes from sync bios) or ASYNC. Each kind has a
// tree by sector and a fifo by age, and the two take turns in batches that end
// by time.
//
//	AddRequest ─▶ tree, fifo of its kind ─▶ Dispatch ─▶ queue_head
//	                                           │
//	             a SYNC request was the last ──┤ wait for its task?
//	                                           ▼
//	   off ─▶ wait for the completion ─▶ wait for the next request ─▶ finished
//	                                      antic_timer, antic_expire
//
// Whether waiting is worth while is judged by what tasks did before: how long
// each thinks between I/Os, how far its requests lie apart, and whether tasks
// tend to end or to be helped by others.
//
// The wait ends early when the awaited task submits, when a request near the
// head comes, or when the statistics no longer speak for it. What then has the
// driver begin is a work item, so a dispatch after a wait is traced without a task.
//
// Linux 2.6.24: block/as-iosched.c.
package anticipatory

import (
	"blkplay/core/block"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

const (
	async = 0
	sync  = 1
)

// status says where anticipation stands.
type status uint8

const (
	off      status = iota
	waitReq         // for the completion of the last SYNC request
	waitNext        // for the task's next request; the timer runs
	finished        // no more waiting: the next call dispatches
)

// Kernel is what the elevator asks of its kernel.
type Kernel interface {
	// Context returns the I/O context of the current task, made if there is none.
	Context(t *block.Task) *block.IOContext
}

// Elevator is anticipatory on a queue.
type Elevator struct {
	block.ElevatorDefaults
	q      *block.RequestQueue
	kernel Kernel

	tree       [2]block.Tree
	fifo       [2]block.RequestList
	next       [2]*block.Request // next_rq: next by sector
	lastSector [2]int64          // behind the request of that kind dispatched last
	checked    [2]sim.Jiffies    // last_check_fifo
	Tunables

	batch             int // batch_data_dir
	changedBatch      bool
	newBatch          bool
	batchExpires      sim.Jiffies // current_batch_expires
	writeBatchCount   int64       // requests an ASYNC batch may have; adapts
	currentWriteCount int64
	writeBatchIdled   bool
	nrDispatched      int64 // dispatched and not complete

	status      status
	anticStart  sim.Jiffies
	timer       sim.Timer        // antic_timer
	work        sim.Work         // antic_work
	ioc         *block.IOContext // whose SYNC request was dispatched last
	iocFinished bool             // and that is complete
	timerBy     int32            // the record that armed the timer
	workBy      int32            // the record that queued the work
	stats       statistics
}

// New returns anticipatory on q with its default tunables.
//
// Linux 2.6.24: block/as-iosched.c:as_init_queue().
func New(q *block.RequestQueue, kernel Kernel) *Elevator {
	e := &Elevator{q: q, kernel: kernel, Tunables: defaults(q.Sys.Loop.HZ())}
	e.batchExpires = q.Jiffies() + e.batchExpire[sync]
	e.writeBatchCount = max(int64(e.batchExpire[async])/10, 2)
	e.timer.Bind((*anticTimer)(e))
	e.work.Bind((*anticWork)(e))
	return e
}

// Exit cancels what is pending.
//
// Linux 2.6.24: block/as-iosched.c:as_exit_queue().
func (e *Elevator) Exit() {
	e.q.Sys.Loop.Del(&e.timer)
	e.q.Sys.Loop.Cancel(&e.work.Item)
	e.remember(nil)
}

func kind(rq *block.Request) int {
	if rq.IsSync() {
		return sync
	}
	return async
}

// AddRequest puts rq in sector order and last in its kind's fifo, learns from it
// and may end a wait by it.
//
// Linux 2.6.24: block/as-iosched.c:as_add_request().
func (e *Elevator) AddRequest(rq *block.Request) {
	k := kind(rq)
	rq.Context = e.kernel.Context(e.q.Sys.Current)
	rq.Context.RefCount++
	aic := e.taskOf(rq.Context)
	e.learn(aic, rq)
	aic.NrQueued++
	e.addBySector(rq)
	rq.FifoTime = e.q.Jiffies() + e.fifoExpire[k]
	e.fifo[k].PushBack(rq)
	e.next[k] = reach.Nearer(rq, e.next[k], e.lastSector[k])
	if e.waiting() && e.canBreak(rq) {
		e.stopWaiting()
	}
}

// taskOf returns the record of ioc's task, made on first use.
func (e *Elevator) taskOf(ioc *block.IOContext) *block.ASContext {
	if ioc.AS == nil {
		ioc.AS = &block.ASContext{Running: true}
	}
	return ioc.AS
}

// FifoSpan returns after how many jiffies rq is late.
func (e *Elevator) FifoSpan(rq *block.Request) sim.Jiffies { return e.fifoExpire[kind(rq)] }

// addBySector puts rq into its tree; a request with its start sector is dispatched first.
func (e *Elevator) addBySector(rq *block.Request) {
	tree := &e.tree[kind(rq)]
	for alias := tree.AddUnique(rq); alias != nil; alias = tree.AddUnique(rq) {
		e.q.Choose(alias, trace.AnticAlias, alias.Sector, int64(rq.ID))
		e.move(alias)
		e.stopWaiting()
	}
}

// MayQueue lets the awaited task have a request even if the list is full.
//
// Linux 2.6.24: block/as-iosched.c:as_may_queue().
func (e *Elevator) MayQueue(bool) block.Queueing {
	if e.waiting() && e.kernel.Context(e.q.Sys.Current) == e.ioc {
		return block.Must
	}
	return block.May
}

// Merge returns the request that starts where bio ends. It looks among the
// requests whose kind has the number of the bio's direction, so a read looks
// among ASYNC requests and a write among SYNC ones; only a sync write can find one.
//
// Linux 2.6.24: block/as-iosched.c:as_merge().
func (e *Elevator) Merge(bio *block.Bio) *block.Request {
	return e.tree[int(bio.Flags&trace.Write)].Find(bio.End())
}

// Merged moves rq to its new place by sector after a front merge.
//
// Linux 2.6.24: block/as-iosched.c:as_merged_request().
func (e *Elevator) Merged(rq *block.Request, front bool) {
	if front {
		e.tree[kind(rq)].Remove(rq)
		e.addBySector(rq)
	}
}

// MergeRequests gives rq the fifo place of next, which it absorbed, if that was older.
//
// Linux 2.6.24: block/as-iosched.c:as_merged_requests().
func (e *Elevator) MergeRequests(rq, next *block.Request) {
	if next.FifoTime.Before(rq.FifoTime) {
		fifo := &e.fifo[kind(rq)]
		fifo.Remove(rq)
		fifo.InsertAfter(rq, next)
		rq.FifoTime = next.FifoTime
	}
	e.remove(next)
	e.finish(next)
}

// finish drops what rq holds of its task, which has had an I/O end.
//
// Linux 2.6.24: block/as-iosched.c:as_put_request(), as_completed_request().
func (e *Elevator) finish(rq *block.Request) {
	if rq.IsSync() {
		aic := rq.Context.AS
		aic.IORunning = true
		aic.LastEnd = e.q.Jiffies()
	}
	rq.Context.RefCount--
	rq.Context = nil
}

// remove takes rq out of fifo and tree.
//
// Linux 2.6.24: block/as-iosched.c:as_remove_queued_request().
func (e *Elevator) remove(rq *block.Request) {
	k := kind(rq)
	rq.Context.AS.NrQueued--
	if e.next[k] == rq {
		e.next[k] = e.nextBySector(rq)
	}
	e.fifo[k].Remove(rq)
	e.tree[k].Remove(rq)
}

// Former returns the request before rq by sector, nil if there is none.
func (e *Elevator) Former(rq *block.Request) *block.Request { return rq.TreePrev() }

// Latter returns the request behind rq by sector, nil if there is none.
func (e *Elevator) Latter(rq *block.Request) *block.Request { return rq.TreeNext() }

// QueueEmpty reports whether no request waits.
func (e *Elevator) QueueEmpty() bool { return e.fifo[sync].Empty() && e.fifo[async].Empty() }
