package linux44

import (
	"blkplay/core/block"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

// Elevator is what this kernel asks of an I/O scheduler. Hooks that one leaves
// NULL come from [block.ElevatorDefaults].
//
// Linux 4.4: include/linux/elevator.h:struct elevator_ops.
type Elevator interface {
	// Merge returns the request that bio could join at its front.
	Merge(bio *block.Bio) *block.Request
	// Merged hears that a bio joined rq.
	Merged(rq *block.Request, front bool)
	// MergeRequests hears that rq absorbed next.
	MergeRequests(rq, next *block.Request)
	// AllowMerge is asked whether bio of the current task may join rq.
	AllowMerge(rq *block.Request, bio *block.Bio) bool
	// Former and Latter return the neighbours that rq might merge with.
	Former(rq *block.Request) *block.Request
	Latter(rq *block.Request) *block.Request
	// AddRequest takes rq into the elevator.
	AddRequest(rq *block.Request)
	// Dispatch moves requests to the dispatch list and reports whether it moved
	// any; with force it holds none back.
	Dispatch(force bool) bool
	// Activate and Completed hear that the driver begins with rq, and that rq is complete.
	Activate(rq *block.Request)
	Completed(rq *block.Request)
	// MayQueue is asked before the current task gets a request; SetRequest and
	// PutRequest hear that it got one, and that it is freed.
	MayQueue(sync bool) block.Queueing
	SetRequest(rq *block.Request)
	PutRequest(rq *block.Request)
	// InitICQ and ExitICQ hear of the beginning and the end of an icq.
	InitICQ(icq *block.IOCQ)
	ExitICQ(icq *block.IOCQ)
	// FifoSpan is how long rq may wait, 0 if no time is kept.
	FifoSpan(rq *block.Request) sim.Jiffies
	// Store and Show are the elevator's files in sysfs.
	Store(name string, value int64) bool
	Show(name string) (value int64, ok bool)
}

// addRequest puts rq into the elevator; one from a plug may be absorbed by an older one instead.
//
// Linux 4.4: block/elevator.c:__elv_add_request() with ELEVATOR_INSERT_SORT,
// ELEVATOR_INSERT_SORT_MERGE and, for a request that is not the elevator's, ELEVATOR_INSERT_BACK.
func (q *Queue) addRequest(rq *block.Request, fromPlug bool) {
	if q.recording() {
		e := q.RecordRequest(trace.Insert, rq)
		if span := q.elevator.FifoSpan(rq); span != 0 && rq.Flags&block.ElvPriv != 0 {
			e.Arg = int64(q.Sys.Loop.JiffyStart(q.Jiffies() + span))
		}
	}
	if rq.Flags&block.ElvPriv == 0 {
		q.addBehindAll(rq)
		return
	}
	if fromPlug && q.mergeOnInsert(rq) {
		return
	}
	rq.Flags |= block.Sorted
	q.NrSorted++
	if rq.Mergeable() {
		q.Hash.Add(rq)
		if q.LastMerge == nil {
			q.LastMerge = rq
		}
	}
	before := q.Because()
	q.elevator.AddRequest(rq)
	q.Therefore(before)
}

// addBehindAll empties the elevator, puts rq behind all that, and runs the queue.
//
// Linux 4.4: block/elevator.c:__elv_add_request() with ELEVATOR_INSERT_BACK.
func (q *Queue) addBehindAll(rq *block.Request) {
	if q.recording() {
		e := q.Record(trace.Note)
		e.Cause, e.Req = trace.InsertUnmanaged, rq.ID
	}
	rq.Flags |= block.SoftBarrier
	q.drain()
	q.Head.PushBack(rq)
	q.RunQueue()
}

// drain has the elevator dispatch all it has.
//
// Linux 4.4: block/elevator.c:elv_drain_elevator().
func (q *Queue) drain() {
	for q.elevator.Dispatch(true) {
	}
	if q.NrSorted != 0 {
		panic("linux44: elv_drain_elevator: the elevator kept requests back")
	}
}

// peek returns the request that the driver is to take next, nil if there is none.
//
// Linux 4.4: block/blk.h:__elv_next_request(), block/blk-core.c:blk_peek_request().
func (q *Queue) peek() *block.Request {
	for q.Head.Empty() {
		if !q.elevator.Dispatch(false) {
			return nil
		}
	}
	return q.Head.First()
}
