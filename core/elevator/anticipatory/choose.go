package anticipatory

import "blkplay/core/block"

// reach is how far back a request may lie and still be considered, and how much
// farther that counts.
//
// Linux 2.6.24: block/as-iosched.c:MAXBACK, BACK_PENALTY.
var reach = block.Reach{Back: 1024 * 1024, Penalty: 2}

// nextBySector returns the better of rq's neighbours.
//
// Linux 2.6.24: block/as-iosched.c:as_find_next_rq().
func (e *Elevator) nextBySector(rq *block.Request) *block.Request {
	k := kind(rq)
	next, prev := e.tree[k].Neighbours(rq)
	return reach.Nearer(next, prev, e.lastSector[k])
}
