package linux618

import (
	"errors"

	"blkplay/core/block"
	"blkplay/core/elevator/kyber"
	"blkplay/core/elevator/mqdeadline"
	"blkplay/core/scenario"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

// Elevator is what blk-mq asks of a scheduler. "none" is no Elevator at all.
//
// Linux 6.18: block/elevator.h:struct elevator_mq_ops.
type Elevator interface {
	// LimitDepth returns how many scheduler tags a bio with these flags may use, 0: all.
	LimitDepth(flags trace.RWBS) int
	// BioMerge merges bio with a request that waits, and reports whether it did.
	BioMerge(bio *block.Bio) bool
	// Insert takes rq in, or joins it to a request that waits.
	Insert(rq *block.Request)
	// HasWork reports whether a request waits.
	HasWork() bool
	// Dispatch gives the next request, nil if none is to go now.
	Dispatch() *block.Request
	// Completed hears that the device is done with rq.
	Completed(rq *block.Request, now sim.Time)
	// Finish hears that rq is about to be freed.
	Finish(rq *block.Request)
	// Store writes a tunable in sysfs units; false: there is no such file.
	Store(name string, value int64) bool
}

// Sorter is an elevator that keeps requests by sector, so that bios and requests can
// merge with those next to them.
type Sorter interface {
	// Merge returns the request that bio could join at its front, nil if there is none.
	Merge(bio *block.Bio) *block.Request
	// Merged hears that a bio joined rq, at its front or its end.
	Merged(rq *block.Request, front bool)
	// MergeRequests hears that rq absorbed next.
	MergeRequests(rq, next *block.Request)
	// Former and Latter return rq's neighbours by sector, nil if there is none.
	Former(rq *block.Request) *block.Request
	Latter(rq *block.Request) *block.Request
}

// attach makes the elevator of that sysfs name the queue's; false if there is none.
func (q *Queue) attach(name string) bool {
	switch name {
	case "none":
	case "mq-deadline":
		e := mqdeadline.New(&q.RequestQueue, q, q.nrRequests)
		q.elevator, q.sorter = e, e
		q.sched.MinShallow(1)
	case "kyber":
		e := kyber.New(&q.RequestQueue, q, q.nrRequests)
		q.elevator, q.keepsTime = e, true
		q.sched.MinShallow(e.AsyncTags())
	default:
		return false
	}
	return true
}

// setElevator attaches sc's elevator and stores its tunables.
//
// Linux 6.18: block/elevator.c:elevator_switch(), elv_attr_store().
func (q *Queue) setElevator(sc *scenario.Scenario) error {
	if !q.attach(sc.Elevator) {
		return errors.New("linux618: no elevator " + sc.Elevator)
	}
	for _, s := range sc.Tunables {
		if q.elevator == nil || !q.elevator.Store(s.Name, s.Value) {
			return errors.New("linux618: elevator " + sc.Elevator + " has no tunable " + s.Name)
		}
	}
	return nil
}

// insertRequests gives the elevator all of list, in order, then frees the requests that
// were joined to others on the way.
//
// Linux 6.18: block/mq-deadline.c:dd_insert_requests(), block/kyber-iosched.c:kyber_insert_requests().
func (q *Queue) insertRequests(list *block.RequestList) {
	for rq := list.PopFront(); rq != nil; rq = list.PopFront() {
		q.elevator.Insert(rq)
	}
	q.freeAbsorbed()
}

// freeAbsorbed frees the requests that others absorbed, the latest first.
//
// Linux 6.18: block/blk-mq-sched.c:blk_mq_free_requests().
func (q *Queue) freeAbsorbed() {
	for n := len(q.absorbed); n > 0; n = len(q.absorbed) {
		rq := q.absorbed[n-1]
		q.absorbed = q.absorbed[:n-1]
		q.freeRequest(rq)
	}
}

// Inserted records that rq waits in the elevator or the software queue; due is when its
// fifo time ends, 0 if it has none.
func (q *Queue) Inserted(rq *block.Request, due sim.Time) {
	if e := q.requestEvent(trace.Insert, rq); e != nil {
		e.Arg = int64(due)
	}
}

// TryMerge merges bio with a request of the sorting elevator, and that with the
// neighbour it then touches; it reports whether the bio was merged.
//
// Linux 6.18: block/blk-mq-sched.c:blk_mq_sched_try_merge().
func (q *Queue) TryMerge(bio *block.Bio) bool {
	rq, back, found := q.findMerge(bio)
	if rq == nil || q.mergeBio(rq, bio, back, found) != mergeDone {
		return false
	}
	var keep, gone *block.Request
	if back {
		keep, gone = rq, q.sorter.Latter(rq)
	} else {
		keep, gone = q.sorter.Former(rq), rq
	}
	if keep != nil && gone != nil && q.attemptRequestMerge(keep, gone, trace.ByNeighbour) {
		q.freeRequest(gone)
		return true
	}
	q.sorter.Merged(rq, !back)
	if back {
		q.Hash.Rehash(rq)
	}
	q.LastMerge = rq
	return true
}

// findMerge returns the request that bio may join, and at which side.
//
// Linux 6.18: block/elevator.c:elv_merge().
func (q *Queue) findMerge(bio *block.Bio) (rq *block.Request, back bool, found trace.Cause) {
	if rq := q.LastMerge; rq != nil {
		back := rq.End() == bio.Sector
		if (back || bio.End() == rq.Sector) && q.mayMerge(rq, bio) {
			return rq, back, trace.ByLastMerge
		}
	}
	if q.noMerges != 0 {
		return nil, false, 0
	}
	if rq := q.Hash.Find(bio.Sector); rq != nil && q.mayMerge(rq, bio) {
		return rq, true, trace.ByHash
	}
	if rq := q.sorter.Merge(bio); rq != nil && q.mayMerge(rq, bio) {
		return rq, false, trace.ByElevator
	}
	return nil, false, 0
}

// mayMerge reports whether bio, which touches rq, may join it, and records why not.
func (q *Queue) mayMerge(rq *block.Request, bio *block.Bio) bool {
	why := refusal(rq, bio)
	if why != 0 {
		q.refused(rq, bio, why, 0, 0)
	}
	return why == 0
}

// TryInsertMerge joins rq, which is about to be inserted, to a request that ends where
// it starts, and that to the next such, and reports whether it did.
//
// Linux 6.18: block/elevator.c:elv_attempt_insert_merge().
func (q *Queue) TryInsertMerge(rq *block.Request) bool {
	if q.noMerges == 2 {
		return false
	}
	if last := q.LastMerge; last != nil && q.attemptRequestMerge(last, rq, trace.ByInsertion) {
		q.absorbed = append(q.absorbed, rq)
		return true
	}
	if q.noMerges != 0 {
		return false
	}
	merged := false
	for {
		before := q.Hash.Find(rq.Sector)
		if before == nil || !q.attemptRequestMerge(before, rq, trace.ByInsertion) {
			return merged
		}
		q.absorbed = append(q.absorbed, rq)
		merged = true
		rq = before
	}
}
