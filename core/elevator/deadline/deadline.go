// Package deadline is the elevator that goes by sector, but lets no request wait
// too long and no write starve.
//
// Each direction has its requests twice: in a tree by sector and in a fifo by
// age, where each has a time at which it is late.
//
//	             ┌── tree by sector ── next_rq ──┐
//	AddRequest ──┤                               ├─▶ Dispatch: one request a call
//	             └── fifo by age ──── head ──────┘
//
// Dispatch serves batches in one direction. When one ends, reads go first unless
// writes were passed over writes_starved times; then the oldest request goes if
// it is late or there is no next one by sector, else the next one by sector.
//
// 2.6.24 and 4.4 share the algorithm; where they differ is in [Quirks].
package deadline

import (
	"blkplay/core/block"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

// Quirks are the points on which kernels differ.
type Quirks struct {
	// StrictExpiry: a request is late only after its time, not at it (2.6.24).
	StrictExpiry bool
	// SeekEndsBatch: a batch goes on only while requests are contiguous (2.6.24).
	SeekEndsBatch bool
	// AliasDispatched: of two requests with one start sector the older is
	// dispatched to make room (2.6.24); else both are in the tree.
	AliasDispatched bool
}

const (
	read  = 0
	write = 1
)

// Elevator is deadline on a queue.
//
// Linux 2.6.24, 4.4: block/deadline-iosched.c.
type Elevator struct {
	block.ElevatorDefaults
	q      *block.RequestQueue
	quirks Quirks
	tree   [2]block.Tree
	fifo   [2]block.RequestList
	next   [2]*block.Request // next_rq: goes next if its batch goes on; at most one is set
	Tunables
	batching   uint32 // requests of this batch, and more once it is to end
	starved    uint32 // times that reads were chosen while a write waited
	lastSector int64  // behind the request dispatched last
}

// New returns deadline on q with its default tunables.
func New(q *block.RequestQueue, quirks Quirks) *Elevator {
	return &Elevator{q: q, quirks: quirks, Tunables: defaults(q.Sys.Loop.HZ())}
}

// AddRequest puts rq in sector order and last in its direction's fifo. It sets rq.FifoTime.
//
// Linux 2.6.24, 4.4: block/deadline-iosched.c:deadline_add_request().
func (e *Elevator) AddRequest(rq *block.Request) {
	e.addBySector(rq)
	rq.FifoTime = e.q.Jiffies() + e.FifoSpan(rq)
	e.fifo[rq.Dir()].PushBack(rq)
}

// FifoSpan returns after how many jiffies rq is late.
func (e *Elevator) FifoSpan(rq *block.Request) sim.Jiffies {
	return sim.Jiffies(e.expire[rq.Dir()])
}

// addBySector puts rq into its tree. Requests with its start sector are dispatched
// first where the kernel does so.
//
// Linux 2.6.24: block/deadline-iosched.c:deadline_add_rq_rb().
func (e *Elevator) addBySector(rq *block.Request) {
	tree := &e.tree[rq.Dir()]
	if !e.quirks.AliasDispatched {
		tree.Add(rq)
		return
	}
	for alias := tree.AddUnique(rq); alias != nil; alias = tree.AddUnique(rq) {
		e.q.Choose(alias, trace.DeadlineAlias, alias.Sector, int64(rq.ID))
		e.move(alias)
	}
}

// Merge returns the request that starts where bio ends, nil if there is none or
// front_merges is off.
//
// Linux 2.6.24, 4.4: block/deadline-iosched.c:deadline_merge().
func (e *Elevator) Merge(bio *block.Bio) *block.Request {
	if e.frontMerges == 0 {
		return nil
	}
	dir := read
	if bio.Write() {
		dir = write
	}
	return e.tree[dir].Find(bio.End())
}

// Merged moves rq to its new place by sector after a front merge.
//
// Linux 2.6.24, 4.4: block/deadline-iosched.c:deadline_merged_request().
func (e *Elevator) Merged(rq *block.Request, front bool) {
	if front {
		e.tree[rq.Dir()].Remove(rq)
		e.addBySector(rq)
	}
}

// MergeRequests gives rq the fifo place of next, which it absorbed, if that was older.
//
// Linux 2.6.24, 4.4: block/deadline-iosched.c:deadline_merged_requests().
func (e *Elevator) MergeRequests(rq, next *block.Request) {
	if next.FifoTime.Before(rq.FifoTime) {
		fifo := &e.fifo[rq.Dir()]
		fifo.Remove(rq)
		fifo.InsertAfter(rq, next)
		rq.FifoTime = next.FifoTime
	}
	e.remove(next)
}

// remove takes rq out of fifo and tree.
//
// Linux 2.6.24, 4.4: block/deadline-iosched.c:deadline_remove_request().
func (e *Elevator) remove(rq *block.Request) {
	dir := rq.Dir()
	e.fifo[dir].Remove(rq)
	if e.next[dir] == rq {
		e.next[dir] = rq.TreeNext()
	}
	e.tree[dir].Remove(rq)
}

// Former returns the request before rq by sector, nil if there is none.
func (e *Elevator) Former(rq *block.Request) *block.Request { return rq.TreePrev() }

// Latter returns the request behind rq by sector, nil if there is none.
func (e *Elevator) Latter(rq *block.Request) *block.Request { return rq.TreeNext() }

// QueueEmpty reports whether no request waits.
func (e *Elevator) QueueEmpty() bool { return e.fifo[read].Empty() && e.fifo[write].Empty() }
