package cfq2624

import "blkplay/core/block"

// choose returns the better of two requests of a queue: SYNC before ASYNC, meta
// before others, then the one nearer to where the driver is.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_choose_req().
func (e *Elevator) choose(a, b *block.Request) *block.Request {
	switch {
	case a == nil || a == b:
		return b
	case b == nil:
		return a
	case a.IsSync() != b.IsSync():
		if a.IsSync() {
			return a
		}
		return b
	case a.Flags&block.RWMeta != b.Flags&block.RWMeta:
		if a.Flags&block.RWMeta != 0 {
			return a
		}
		return b
	}
	da, aWraps := e.distance(a.Sector)
	db, bWraps := e.distance(b.Sector)
	switch {
	case aWraps && bWraps:
		if a.Sector <= b.Sector {
			return a
		}
		return b
	case aWraps:
		return b
	case bWraps:
		return a
	case da < db:
		return a
	case db < da:
		return b
	case a.Sector >= b.Sector:
		return a
	}
	return b
}

// distance returns how far sector is; backwards counts back_seek_penalty times,
// and beyond back_seek_max not at all.
func (e *Elevator) distance(sector int64) (d int64, wraps bool) {
	last := e.lastPosition
	switch {
	case sector >= last:
		return sector - last, false
	case sector+e.backSeekMax*2 >= last:
		return (last - sector) * e.backSeekPenalty, false
	}
	return 0, true
}

// nextBySector returns the better of rq's neighbours in its queue.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_find_next_rq().
func (e *Elevator) nextBySector(q *queue, rq *block.Request) *block.Request {
	next := rq.TreeNext()
	if next == nil {
		if next = q.tree.First(); next == rq {
			next = nil
		}
	}
	return e.choose(next, rq.TreePrev())
}
