package linux2624

import (
	"blkplay/core/block"
	"blkplay/core/trace"
)

// empty reports whether nothing waits in the elevator or on queue_head. What is
// at the device does not count.
//
// Linux 2.6.24: block/elevator.c:elv_queue_empty().
func (q *Queue) empty() bool { return q.Head.Empty() && q.elevator.QueueEmpty() }

// addRequest hands rq to the elevator, or straight to queue_head if it was
// allocated while the elevator is switched.
//
// Linux 2.6.24: block/elevator.c:__elv_add_request(), elv_insert().
func (q *Queue) addRequest(rq *block.Request) {
	private := rq.Flags&block.ElvPriv != 0
	if q.Sys.Trace != nil {
		e := q.RecordRequest(trace.Insert, rq)
		if span := q.elevator.FifoSpan(rq); private && span > 0 {
			e.Arg = int64(q.Sys.Loop.JiffyStart(q.Jiffies() + span))
		}
	}
	before := q.Because()
	if private {
		rq.Flags |= block.Sorted
		q.NrSorted++
		if rq.Mergeable() {
			q.Hash.Add(rq)
			if q.LastMerge == nil {
				q.LastMerge = rq
			}
		}
		q.elevator.AddRequest(rq)
	} else {
		q.insertBack(rq)
	}
	q.testThreshold()
	if q.whatIf.NoPlugging {
		q.requestFn()
	}
	q.Therefore(before)
}

// insertBack puts rq behind all that the elevator holds, which is drained first.
func (q *Queue) insertBack(rq *block.Request) {
	rq.Flags |= block.SoftBarrier
	q.drain()
	q.Head.PushBack(rq)
	q.removePlug(trace.PlugOffDrain)
	q.requestFn()
}

// drain moves everything from the elevator to queue_head.
//
// Linux 2.6.24: block/elevator.c:elv_drain_elevator().
func (q *Queue) drain() {
	for q.elevator.Dispatch(true) {
	}
}

// next returns the request the driver is to begin with, nil if there is none. It
// asks the elevator only when queue_head is empty.
//
// Linux 2.6.24: block/elevator.c:elv_next_request().
func (q *Queue) next() *block.Request {
	rq := q.Head.First()
	for rq == nil {
		if !q.elevator.Dispatch(false) {
			return nil
		}
		rq = q.Head.First()
	}
	if rq.Flags&block.Sorted != 0 {
		q.elevator.Activate(rq)
	}
	rq.Flags |= block.Started
	return rq
}

// RunQueue has the driver begin now, plug or no plug: elevators call it.
//
// Linux 2.6.24: block/ll_rw_blk.c:blk_start_queueing().
func (q *Queue) RunQueue() {
	if q.plug.on {
		q.unplugQueue(trace.PlugOffElevator)
	} else {
		q.requestFn()
	}
}
