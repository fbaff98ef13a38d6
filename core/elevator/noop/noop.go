// Package noop is the elevator that keeps requests in the order of their arrival.
//
//	AddRequest ──▶ list ──▶ Dispatch ──▶ dispatch list, which sorts what waits there
//
// It merges at the end of a request only, by what the queue itself knows: its
// last merge and its hash.
package noop

import (
	"blkplay/core/block"
	"blkplay/core/trace"
)

// Elevator is noop on a queue. It has no tunables.
//
// Linux 2.6.24, 4.4: block/noop-iosched.c.
type Elevator struct {
	block.ElevatorDefaults
	q    *block.RequestQueue
	list block.RequestList
}

// New returns noop on q.
func New(q *block.RequestQueue) *Elevator { return &Elevator{q: q} }

// AddRequest puts rq last.
//
// Linux 2.6.24, 4.4: block/noop-iosched.c:noop_add_request().
func (e *Elevator) AddRequest(rq *block.Request) { e.list.PushBack(rq) }

// Dispatch moves the first request to the dispatch list and reports whether there was one.
//
// Linux 2.6.24, 4.4: block/noop-iosched.c:noop_dispatch().
func (e *Elevator) Dispatch(force bool) bool {
	rq := e.list.PopFront()
	if rq == nil {
		return false
	}
	e.q.Choose(rq, trace.NoopFirst, int64(e.list.Len()), 0)
	e.q.DispatchSort(rq)
	return true
}

// MergeRequests hears that rq absorbed next.
//
// Linux 2.6.24, 4.4: block/noop-iosched.c:noop_merged_requests().
func (e *Elevator) MergeRequests(rq, next *block.Request) { e.list.Remove(next) }

// Former returns the request that came before rq, nil if none waits.
//
// Preconditions: rq is in the elevator.
// Linux 2.6.24, 4.4: block/noop-iosched.c:noop_former_request().
func (e *Elevator) Former(rq *block.Request) *block.Request { return rq.Prev() }

// Latter returns the request that came after rq, nil if none waits.
//
// Preconditions: rq is in the elevator.
// Linux 2.6.24, 4.4: block/noop-iosched.c:noop_latter_request().
func (e *Elevator) Latter(rq *block.Request) *block.Request { return rq.Next() }

// QueueEmpty reports whether no request waits.
//
// Linux 2.6.24: block/noop-iosched.c:noop_queue_empty().
func (e *Elevator) QueueEmpty() bool { return e.list.Empty() }
