package anticipatory

import "blkplay/core/block"

// maxBack is how far back, in sectors, a request may lie and still be considered.
const maxBack = 1024 * 1024

// choose returns the one of two requests of a kind that is nearer to its last
// sector; a sector behind counts twice its distance.
//
// Linux 2.6.24: block/as-iosched.c:as_choose_req().
func (e *Elevator) choose(a, b *block.Request, k int) *block.Request {
	switch {
	case a == nil || a == b:
		return b
	case b == nil:
		return a
	}
	da, aWraps := distance(e.lastSector[k], a.Sector)
	db, bWraps := distance(e.lastSector[k], b.Sector)
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

// distance returns how far the head would have to go from last to sector; wraps
// is true if that is too far back.
func distance(last, sector int64) (d int64, wraps bool) {
	switch {
	case sector >= last:
		return sector - last, false
	case sector+maxBack >= last:
		return (last - sector) * 2, false
	}
	return 0, true
}

// nextBySector returns the better of rq's neighbours.
//
// Linux 2.6.24: block/as-iosched.c:as_find_next_rq().
func (e *Elevator) nextBySector(rq *block.Request) *block.Request {
	k := kind(rq)
	next := rq.TreeNext()
	if next == nil {
		if next = e.tree[k].First(); next == rq {
			next = nil
		}
	}
	return e.choose(next, rq.TreePrev(), k)
}
