// Package mqdeadline is the elevator mq-deadline: deadline with three priorities, for blk-mq.
//
//	           ┌ real time ───┐
//	Insert ──▶ │ best effort  │  each: by sector (a tree) and by age (a fifo),   ──▶ Dispatch
//	           └ idle ────────┘  reads and writes apart
//
// Within a priority requests go in batches of one direction, upwards by sector from where
// the last of that direction began, unless the oldest has waited past its deadline. A
// lower priority waits as long as a higher one has any request that is not finished, even
// if all of those are in the device already, but for no longer than prio_aging_expire.
package mqdeadline

import (
	"blkplay/core/block"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

// Merger is what the queue does for the elevator: merging, and recording.
type Merger interface {
	// TryMerge merges bio with a request of the elevator, found by its sectors.
	TryMerge(bio *block.Bio) bool
	// TryInsertMerge joins rq, on its way in, to a request of the elevator.
	TryInsertMerge(rq *block.Request) bool
	// Inserted records that rq waits; due is when its deadline ends.
	Inserted(rq *block.Request, due sim.Time)
}

const (
	read  = 0
	write = 1
)

const (
	realTime = iota
	bestEffort
	idle
	priorities
)

// priorityOf has a class's priority; class none is best effort.
//
// Linux 6.18: block/mq-deadline.c:ioprio_class_to_prio.
var priorityOf = [...]uint8{
	block.ClassNone: bestEffort, block.ClassRT: realTime, block.ClassBE: bestEffort, block.ClassIdle: idle,
}

// Elevator is mq-deadline on a queue.
//
// Linux 6.18: block/mq-deadline.c.
type Elevator struct {
	q      *block.RequestQueue
	merger Merger

	perPrio  [priorities]perPrio
	lastDir  int
	batching int64  // requests of the batch under way
	starved  uint32 // batches of reads since the last of writes

	counted []bool // by Request.Slot: seen by Insert, so counted in perPrio

	// Tunables, spans in jiffies.
	fifoExpire      [2]int64
	fifoBatch       int64
	writesStarved   int64
	frontMerges     bool
	asyncDepth      int64
	prioAgingExpire int64
}

// perPrio is what there is for each priority.
//
// Linux 6.18: struct dd_per_prio.
type perPrio struct {
	sort      [2]block.Tree
	fifo      [2]block.RequestList
	latestPos [2]int64 // start of the request dispatched last, by direction
	queued    int      // requests inserted and not finished: those in the device count
}

// New returns mq-deadline on q with the defaults for that nr_requests.
//
// Linux 6.18: block/mq-deadline.c:dd_init_sched(), dd_depth_updated().
func New(q *block.RequestQueue, merger Merger, nrRequests int) *Elevator {
	hz := q.Sys.Loop.HZ()
	return &Elevator{
		q: q, merger: merger, lastDir: write,
		fifoExpire: [2]int64{hz / 2, 5 * hz}, fifoBatch: 16, writesStarved: 2, frontMerges: true,
		asyncDepth: int64(nrRequests), prioAgingExpire: 10 * hz,
	}
}

func (e *Elevator) prio(p block.IOPrio) *perPrio { return &e.perPrio[priorityOf[p.Class()&3]] }

// LimitDepth bounds all but synchronous reads, and every read is synchronous, to async_depth tags.
//
// Linux 6.18: block/mq-deadline.c:dd_limit_depth().
func (e *Elevator) LimitDepth(flags trace.RWBS) int {
	if flags&trace.Write == 0 {
		return 0
	}
	return int(e.asyncDepth)
}

// BioMerge merges bio with a request that waits, if it can.
//
// Linux 6.18: block/mq-deadline.c:dd_bio_merge().
func (e *Elevator) BioMerge(bio *block.Bio) bool { return e.merger.TryMerge(bio) }

// Insert takes rq in, unless it can be joined to a request that waits.
//
// Preconditions: rq is on no list.
// Linux 6.18: block/mq-deadline.c:dd_insert_request().
func (e *Elevator) Insert(rq *block.Request) {
	p := e.prio(rq.IOPrio)
	for int(rq.Slot) >= len(e.counted) {
		e.counted = append(e.counted, false)
	}
	e.counted[rq.Slot] = true
	p.queued++
	if e.merger.TryInsertMerge(rq) {
		return
	}
	dir := rq.Dir()
	rq.FifoTime = e.q.Jiffies() + sim.Jiffies(e.fifoExpire[dir])
	e.merger.Inserted(rq, e.q.Sys.Loop.JiffyStart(rq.FifoTime))
	p.sort[dir].Add(rq)
	if rq.Mergeable() {
		e.q.Hash.Add(rq)
		if e.q.LastMerge == nil {
			e.q.LastMerge = rq
		}
	}
	p.fifo[dir].PushBack(rq)
}

// remove takes rq out of all that the elevator knows it by.
//
// Linux 6.18: block/mq-deadline.c:deadline_remove_request().
func (e *Elevator) remove(p *perPrio, rq *block.Request) {
	dir := rq.Dir()
	if rq.OnList(&p.fifo[dir]) {
		p.fifo[dir].Remove(rq)
	}
	if rq.InTree() {
		p.sort[dir].Remove(rq)
	}
	e.q.Hash.Remove(rq)
	if e.q.LastMerge == rq {
		e.q.LastMerge = nil
	}
}

// Merge returns the request of bio's priority and direction that starts where bio ends.
//
// Linux 6.18: block/mq-deadline.c:dd_request_merge().
func (e *Elevator) Merge(bio *block.Bio) *block.Request {
	if !e.frontMerges {
		return nil
	}
	dir := read
	if bio.Write() {
		dir = write
	}
	return e.prio(bio.IOPrio).sort[dir].Find(bio.End())
}

// Merged hears that a bio joined rq: at its front, rq has a new place by sector.
//
// Linux 6.18: block/mq-deadline.c:dd_request_merged().
func (e *Elevator) Merged(rq *block.Request, front bool) {
	if front {
		tree := &e.prio(rq.IOPrio).sort[rq.Dir()]
		tree.Remove(rq)
		tree.Add(rq)
	}
}

// MergeRequests hears that rq absorbed next: it takes over an earlier deadline, with
// next's place in the fifo.
//
// Linux 6.18: block/mq-deadline.c:dd_merged_requests().
func (e *Elevator) MergeRequests(rq, next *block.Request) {
	p := e.prio(next.IOPrio)
	fifo := &p.fifo[next.Dir()]
	if rq.OnList(fifo) && next.OnList(fifo) && next.FifoTime.Before(rq.FifoTime) {
		fifo.Remove(rq)
		fifo.InsertAfter(rq, next)
		rq.FifoTime = next.FifoTime
		e.note(rq, trace.MQDeadlineEarlier)
	}
	e.remove(p, next)
}

func (e *Elevator) note(rq *block.Request, cause trace.Cause) {
	if tr := e.q.Sys.Trace; tr != nil {
		r := tr.Add(int64(e.q.Sys.Loop.Now()), trace.Note, e.q.Sys.Current.ID)
		r.Req, r.Cause = rq.ID, cause
	}
}

// Former returns the request before rq by sector, nil if there is none.
//
// Linux 6.18: block/elevator.c:elv_rb_former_request().
func (e *Elevator) Former(rq *block.Request) *block.Request { return rq.TreePrev() }

// Latter returns the request behind rq by sector, nil if there is none.
//
// Linux 6.18: block/elevator.c:elv_rb_latter_request().
func (e *Elevator) Latter(rq *block.Request) *block.Request { return rq.TreeNext() }

// Completed hears that the device is done with rq: what counts is its end, in Finish.
func (e *Elevator) Completed(rq *block.Request, now sim.Time) {}

// Finish hears that rq is about to be freed: no lower priority waits for it any more.
//
// Linux 6.18: block/mq-deadline.c:dd_finish_request().
func (e *Elevator) Finish(rq *block.Request) {
	if int(rq.Slot) < len(e.counted) && e.counted[rq.Slot] {
		e.counted[rq.Slot] = false
		e.prio(rq.IOPrio).queued--
	}
}

// HasWork reports whether a request waits.
//
// Linux 6.18: block/mq-deadline.c:dd_has_work().
func (e *Elevator) HasWork() bool {
	for i := range e.perPrio {
		p := &e.perPrio[i]
		if !p.fifo[read].Empty() || !p.fifo[write].Empty() {
			return true
		}
	}
	return false
}

// Store writes a tunable as its sysfs file does: what is outside its range is moved to
// the nearest inside.
//
// Linux 6.18: block/mq-deadline.c:STORE_FUNCTION.
func (e *Elevator) Store(name string, value int64) bool {
	switch name {
	case "read_expire":
		e.fifoExpire[read] = e.jiffies(value)
	case "write_expire":
		e.fifoExpire[write] = e.jiffies(value)
	case "prio_aging_expire":
		e.prioAgingExpire = e.jiffies(value)
	case "writes_starved":
		e.writesStarved = min(max(value, intMin), intMax)
	case "front_merges":
		e.frontMerges = value > 0
	case "async_depth":
		e.asyncDepth = min(max(value, 1), intMax)
	case "fifo_batch":
		e.fifoBatch = min(max(value, 0), intMax)
	default:
		return false
	}
	return true
}

const (
	intMax = 1<<31 - 1
	intMin = -1 << 31
)

func (e *Elevator) jiffies(ms int64) int64 {
	return e.q.Sys.Loop.MsecsToJiffies(min(max(ms, 0), intMax))
}
