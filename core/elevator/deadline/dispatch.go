package deadline

import (
	"blkplay/core/block"
	"blkplay/core/trace"
)

// Dispatch moves one request to the dispatch list and reports whether there was one.
//
// Linux 2.6.24, 4.4: block/deadline-iosched.c:deadline_dispatch_requests().
func (e *Elevator) Dispatch(force bool) bool {
	if rq := e.continues(); rq != nil {
		e.dispatch(rq, trace.DeadlineBatch)
		return true
	}
	dir, ok := e.direction()
	if !ok {
		return false
	}
	rq, rule := e.next[dir], trace.DeadlineNext
	if rq == nil {
		rq, rule = e.fifo[dir].First(), trace.DeadlineOldest
	} else if e.late(dir) {
		rq, rule = e.fifo[dir].First(), trace.DeadlineLate
	}
	e.batching = 0
	e.dispatch(rq, rule)
	return true
}

// continues returns the request with which the present batch goes on, nil if it ends.
func (e *Elevator) continues() *block.Request {
	rq := e.next[write]
	if rq == nil {
		rq = e.next[read]
	}
	if rq == nil {
		return nil
	}
	if e.quirks.SeekEndsBatch && e.lastSector != rq.Sector {
		e.batching += uint32(e.fifoBatch)
	}
	if e.batching < uint32(e.fifoBatch) {
		return rq
	}
	return nil
}

// direction chooses reads unless writes starved; ok is false if nothing waits.
func (e *Elevator) direction() (dir int, ok bool) {
	reads, writes := !e.fifo[read].Empty(), !e.fifo[write].Empty()
	if reads {
		if !writes {
			return read, true
		}
		passed := e.starved
		e.starved++
		if passed < uint32(e.writesStarved) {
			return read, true
		}
	}
	if !writes {
		return 0, false
	}
	e.starved = 0
	return write, true
}

// late reports whether the oldest request of dir is past its time.
func (e *Elevator) late(dir int) bool {
	now, due := e.q.Jiffies(), e.fifo[dir].First().FifoTime
	return now.After(due) || !e.quirks.StrictExpiry && now == due
}

func (e *Elevator) dispatch(rq *block.Request, rule trace.Cause) {
	e.batching++
	e.q.Choose(rq, rule, int64(e.starved), int64(e.batching))
	e.move(rq)
	e.recordState()
}

// move dispatches rq and makes its neighbour the next of its direction.
//
// Linux 2.6.24, 4.4: block/deadline-iosched.c:deadline_move_request().
func (e *Elevator) move(rq *block.Request) {
	dir := rq.Dir()
	e.next[read], e.next[write] = nil, nil
	e.next[dir] = rq.TreeNext()
	e.lastSector = rq.End()
	e.remove(rq)
	e.q.DispatchTail(rq)
}

// What [trace.ElevatorState] records of deadline carry.
const (
	StateBatch uint16 = 1 // A starved, B batching
	StateNext  uint16 = 2 // Req next_rq of direction A, None if there is none
)

func (e *Elevator) recordState() {
	if e.q.Sys.Trace == nil {
		return
	}
	r := e.q.Record(trace.ElevatorState)
	r.Aux, r.Sector, r.Arg = StateBatch, int64(e.starved), int64(e.batching)
	r = e.q.Record(trace.ElevatorState)
	r.Aux = StateNext
	for dir, rq := range e.next {
		if rq != nil {
			r.Req, r.Sector = rq.ID, int64(dir)
		}
	}
}
