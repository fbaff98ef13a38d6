package mqdeadline

import (
	"blkplay/core/block"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

// Dispatch gives the next request: one that aged in a lower priority, else one of the
// highest priority that has any. Nil if none is to go now.
//
// Linux 6.18: block/mq-deadline.c:dd_dispatch_request().
func (e *Elevator) Dispatch() *block.Request {
	now := e.q.Jiffies()
	if rq := e.dispatchAged(now); rq != nil {
		return rq
	}
	for i := range e.perPrio {
		p := &e.perPrio[i]
		if rq := e.dispatchFrom(p, now, 0); rq != nil {
			return rq
		}
		if p.queued > 0 {
			e.q.Hold(trace.MQDeadlineHigherInFlight, int64(p.queued), int64(i))
			return nil
		}
	}
	return nil
}

// dispatchAged gives a request of a lower priority that has waited for prio_aging_expire
// behind a higher one.
//
// Linux 6.18: block/mq-deadline.c:dd_dispatch_prio_aged_requests().
func (e *Elevator) dispatchAged(now sim.Jiffies) *block.Request {
	inUse := 0
	for i := range e.perPrio {
		if e.perPrio[i].queued > 0 {
			inUse++
		}
	}
	if inUse < 2 {
		return nil
	}
	for i := bestEffort; i < priorities; i++ {
		if rq := e.dispatchFrom(&e.perPrio[i], now-sim.Jiffies(e.prioAgingExpire), trace.MQDeadlineAged); rq != nil {
			return rq
		}
	}
	return nil
}

// dispatchFrom chooses in one priority a request that was inserted no later than latest,
// and takes it out. What the choice changes on the way stays changed even if its
// request is too young. A cause given replaces the one of the choice.
//
// Linux 6.18: block/mq-deadline.c:__dd_dispatch_request().
func (e *Elevator) dispatchFrom(p *perPrio, latest sim.Jiffies, cause trace.Cause) *block.Request {
	rq, why := e.choose(p)
	if rq == nil {
		return nil
	}
	if inserted := rq.FifoTime - sim.Jiffies(e.fifoExpire[rq.Dir()]); inserted.After(latest) {
		return nil
	}
	e.batching++
	e.remove(p, rq)
	p.latestPos[rq.Dir()] = rq.Sector
	if cause != 0 {
		why = cause
	}
	e.q.Choose(rq, why, rq.Sector, e.batching)
	return rq
}

// choose goes on with the batch, or begins another.
func (e *Elevator) choose(p *perPrio) (*block.Request, trace.Cause) {
	if e.batching < e.fifoBatch {
		if rq := p.next(e.lastDir); rq != nil {
			return rq, trace.MQDeadlineBatch
		}
	}
	dir, starved := e.direction(p)
	if dir < 0 {
		return nil, 0
	}
	rq, oldest := p.next(dir), p.fifo[dir].First()
	if oldest == nil {
		return nil, 0
	}
	why := trace.MQDeadlineNext
	switch {
	case !oldest.FifoTime.After(e.q.Jiffies()):
		rq, why = oldest, trace.MQDeadlineExpired
	case rq == nil:
		rq, why = oldest, trace.MQDeadlineWrap
	}
	if starved {
		why = trace.MQDeadlineStarved
	}
	e.lastDir = dir
	e.batching = 0
	return rq, why
}

// direction decides what the next batch is of: reads, unless writes were passed over
// writes_starved times, which a number below 0, unsigned here, never is. -1 if there is
// nothing; starved if it was writes' turn.
func (e *Elevator) direction(p *perPrio) (dir int, starved bool) {
	reads, writes := !p.fifo[read].Empty(), !p.fifo[write].Empty()
	switch {
	case reads && writes:
		starved = e.starved >= uint32(e.writesStarved)
		e.starved++
		if !starved {
			return read, false
		}
	case reads:
		return read, false
	case !writes:
		return -1, false
	}
	e.starved = 0
	return write, starved
}

// next returns the first request of a direction at or above the last position, nil if none.
//
// Linux 6.18: block/mq-deadline.c:deadline_next_request(), deadline_from_pos().
func (p *perPrio) next(dir int) *block.Request { return p.sort[dir].AtOrAbove(p.latestPos[dir]) }
