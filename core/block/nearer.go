package block

// Reach is how a head judges distances: a sector behind it counts Penalty times,
// and one more than Back sectors behind is out of reach, to be met only on the
// next way from the front.
type Reach struct{ Back, Penalty int64 }

// Nearer returns the one of two requests that is nearer to sector last; of two
// that are equally near the one in front, of two out of reach the one that comes
// first from the front. If one is nil, or both are the same, it returns the other.
//
// Linux 2.6.24: block/as-iosched.c:as_choose_req(). Linux 2.6.24, 4.4:
// block/cfq-iosched.c:cfq_choose_req(), from where neither sync nor meta decides.
func (r Reach) Nearer(a, b *Request, last int64) *Request {
	switch {
	case a == nil || a == b:
		return b
	case b == nil:
		return a
	}
	da, aIn := r.distance(a.Sector, last)
	db, bIn := r.distance(b.Sector, last)
	switch {
	case aIn != bIn:
		if aIn {
			return a
		}
		return b
	case !aIn:
		if a.Sector <= b.Sector {
			return a
		}
		return b
	case da < db || da == db && a.Sector >= b.Sector:
		return a
	}
	return b
}

// distance returns how far sector is from last; in is false if it is out of reach.
func (r Reach) distance(sector, last int64) (d int64, in bool) {
	switch {
	case sector >= last:
		return sector - last, true
	case sector+r.Back >= last:
		return (last - sector) * r.Penalty, true
	}
	return 0, false
}

// Neighbours returns the requests that could follow rq in its tree: the next by
// sector, or the first if rq is the last, and the one before. Either may be nil.
//
// Linux 2.6.24: block/as-iosched.c:as_find_next_rq(). Linux 2.6.24, 4.4:
// block/cfq-iosched.c:cfq_find_next_rq().
func (t *Tree) Neighbours(rq *Request) (next, prev *Request) {
	next = rq.TreeNext()
	if next == nil {
		if next = t.First(); next == rq {
			next = nil
		}
	}
	return next, rq.TreePrev()
}
