package cfq2624

import "blkplay/core/block"

// choose returns the better of two requests of a queue: SYNC before ASYNC, meta
// before others, then the one nearer to where the driver is.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_choose_req().
func (e *Elevator) choose(a, b *block.Request) *block.Request {
	if a != nil && b != nil {
		if a.IsSync() != b.IsSync() {
			return pick(a.IsSync(), a, b)
		}
		if meta := a.Flags & block.RWMeta; meta != b.Flags&block.RWMeta {
			return pick(meta != 0, a, b)
		}
	}
	reach := block.Reach{Back: e.backSeekMax * 2, Penalty: e.backSeekPenalty}
	return reach.Nearer(a, b, e.lastPosition)
}

func pick(first bool, a, b *block.Request) *block.Request {
	if first {
		return a
	}
	return b
}

// nextBySector returns the better of rq's neighbours in its queue.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_find_next_rq().
func (e *Elevator) nextBySector(q *queue, rq *block.Request) *block.Request {
	return e.choose(q.tree.Neighbours(rq))
}
