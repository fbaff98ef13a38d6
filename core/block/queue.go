package block

import (
	"blkplay/core/sim"
	"blkplay/core/trace"
)

// RequestQueue is what every request_fn kernel keeps for a queue, and all of it
// that elevators see. A generation's own queue has it as its first field, by value.
type RequestQueue struct {
	Sys       *System
	Head      RequestList // queue_head: dispatched by the elevator, not yet taken by the driver
	LastMerge *Request    // the request that merged, or was inserted, last; nil: none
	Hash      MergeHash   // requests in the elevator that may grow at their end
	NrSorted  int         // requests in the elevator
	EndSector int64       // behind the request that the driver saw last
	Boundary  *Request    // the last one put at the tail, until the driver sees it
	Runner    Runner      // the generation's queue
}

// Runner lets an elevator have its queue run.
type Runner interface {
	// RunQueue has the driver take what the elevator gives, now.
	RunQueue()
}

// Jiffies returns jiffies now.
func (q *RequestQueue) Jiffies() sim.Jiffies { return q.Sys.Loop.Jiffies() }

// DispatchTail moves rq from the elevator to the end of the dispatch list.
//
// Preconditions: rq is on no list and in no tree.
// Linux 2.6.24, 4.4: block/elevator.c:elv_dispatch_add_tail().
func (q *RequestQueue) DispatchTail(rq *Request) {
	q.leaveElevator(rq)
	q.EndSector, q.Boundary = rq.End(), rq
	q.Head.PushBack(rq)
	q.dispatched(rq)
}

// Seen hears that the driver looks at rq for the first time: where the sweep of
// [RequestQueue.DispatchSort] begins moves behind it.
//
// Linux 2.6.24: block/elevator.c:elv_next_request(). Linux 4.4: block/blk-core.c:blk_peek_request().
func (q *RequestQueue) Seen(rq *Request) {
	if q.Boundary == nil || q.Boundary == rq {
		q.EndSector, q.Boundary = rq.End(), nil
	}
}

// DispatchSort moves rq from the elevator into the dispatch list, which is a
// one-way sweep that begins at the sector the driver saw last. Requests of the
// other direction, and those that were started or are barriers, are not passed.
//
// Preconditions: rq is on no list and in no tree.
// Linux 2.6.24, 4.4: block/elevator.c:elv_dispatch_sort().
func (q *RequestQueue) DispatchSort(rq *Request) {
	q.leaveElevator(rq)
	pos := q.Head.Last()
	for ; pos != nil; pos = pos.prev {
		if rq.Dir() != pos.Dir() || pos.Flags&(SoftBarrier|Started) != 0 {
			break
		}
		if rq.Sector >= q.EndSector {
			if pos.Sector < q.EndSector {
				continue
			}
		} else if pos.Sector >= q.EndSector {
			break
		}
		if rq.Sector >= pos.Sector {
			break
		}
	}
	q.Head.InsertAfter(rq, pos)
	q.dispatched(rq)
}

func (q *RequestQueue) leaveElevator(rq *Request) {
	if q.LastMerge == rq {
		q.LastMerge = nil
	}
	q.Hash.Remove(rq)
	q.NrSorted--
}

func (q *RequestQueue) dispatched(rq *Request) {
	if q.Sys.Trace != nil {
		q.recordDispatch(rq)
	}
}

func (q *RequestQueue) recordDispatch(rq *Request) {
	place := int64(0)
	for pos := rq.prev; pos != nil; pos = pos.prev {
		place++
	}
	e := q.Record(trace.Dispatch)
	e.Req, e.Sector, e.Sectors = rq.ID, place, rq.Sectors
}

// Choose records that the elevator chose rq by a rule; a and b are the rule's figures.
func (q *RequestQueue) Choose(rq *Request, rule trace.Cause, a, b int64) {
	if q.Sys.Trace != nil {
		q.recordChoice(rq, rule, a, b)
	}
}

func (q *RequestQueue) recordChoice(rq *Request, rule trace.Cause, a, b int64) {
	e := q.Record(trace.Choose)
	e.Req, e.Cause, e.Sector, e.Arg = rq.ID, rule, a, b
	rq.By = q.Last()
}

// Hold records that the elevator has requests and gives none.
func (q *RequestQueue) Hold(rule trace.Cause, a, b int64) {
	if q.Sys.Trace != nil {
		q.recordHold(rule, a, b)
	}
}

func (q *RequestQueue) recordHold(rule trace.Cause, a, b int64) {
	e := q.Record(trace.Hold)
	e.Cause, e.Sector, e.Arg = rule, a, b
}
