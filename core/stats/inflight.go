package stats

import (
	"slices"

	"blkplay/core/trace"
)

// none is a time that has not come.
const none = -1

// io is one queued I/O on its way.
type io struct {
	sector, end      int64
	q, s, g, m, i, d int64 // s of the last sleep before g
	parts            int64 // sectors of it that are complete, if it was split
	write            bool
	again            bool // requeued, and not inserted since
}

// inflight holds I/Os between Q and C in order of start sector, equal ones in
// order of arrival. A sorted list of numbers is quickest: few I/Os are open at a
// time, and moving numbers along costs the garbage collector nothing.
type inflight struct {
	list []int32 // places in all
	all  []io
	free []int32 // places in all

	longest int64 // sectors of the longest I/O there ever was
	givenUp int64
}

// openMax is how many I/Os are followed at once. Of more, as in a trace without
// completions, the older half is given up.
const openMax = 1 << 14

// giveUp forgets the older half of the I/Os.
func (f *inflight) giveUp() {
	var times []int64
	for _, at := range f.list {
		times = append(times, f.all[at].q)
	}
	slices.Sort(times)
	middle := times[len(times)/2]
	keep := f.list[:0]
	drop := len(f.list) / 2
	for _, at := range f.list {
		if f.all[at].q <= middle && drop > 0 {
			drop--
			f.givenUp++
			f.free = append(f.free, at)
			continue
		}
		keep = append(keep, at)
	}
	f.list = keep
}

// from returns the place in list of the first I/O that starts at sector or behind it.
func (f *inflight) from(sector int64) int {
	low, high := 0, len(f.list)
	for low < high {
		mid := int(uint(low+high) >> 1)
		if f.all[f.list[mid]].sector < sector {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low
}

func (f *inflight) add(e *trace.Event) {
	if len(f.list) >= openMax {
		f.giveUp()
	}
	var at int32
	if n := len(f.free); n > 0 {
		at, f.free = f.free[n-1], f.free[:n-1]
	} else {
		at = int32(len(f.all))
		f.all = append(f.all, io{})
	}
	f.all[at] = io{sector: e.Sector, end: e.Sector + int64(e.Sectors), q: e.Time, s: none, g: none, m: none, i: none, d: none,
		write: e.RWBS&(trace.Write|trace.Discard) != 0}
	f.longest = max(f.longest, int64(e.Sectors))
	f.list = slices.Insert(f.list, f.from(e.Sector+1), at)
}

// at returns the oldest I/O that starts at sector and for which want holds, nil if
// none. It is good until the next add.
func (f *inflight) at(sector int64, want func(*io) bool) *io {
	for i := f.from(sector); i < len(f.list); i++ {
		x := &f.all[f.list[i]]
		if x.sector != sector {
			break
		}
		if want(x) {
			return x
		}
	}
	return nil
}

// forget forgets the I/Os that start at sector.
func (f *inflight) forget(sector int64) {
	from, to := f.from(sector), f.from(sector+1)
	f.free = append(f.free, f.list[from:to]...)
	f.list = slices.Delete(f.list, from, to)
}

// within calls visit for each I/O that lies wholly in e's extent; visit reports
// whether the I/O is over.
func (f *inflight) within(e *trace.Event, visit func(*io) (over bool)) {
	end := e.Sector + int64(e.Sectors)
	first := f.from(e.Sector)
	keep := first
	i := first
	for ; i < len(f.list); i++ {
		at := f.list[i]
		x := &f.all[at]
		if x.sector >= end {
			break
		}
		if x.end <= end && visit(x) {
			f.free = append(f.free, at)
			continue
		}
		f.list[keep] = at
		keep++
	}
	if keep < i {
		f.list = slices.Delete(f.list, keep, i)
	}
}

// covering returns the first I/O that is larger than e's extent and holds it, nil if none.
func (f *inflight) covering(e *trace.Event) *io {
	if i := f.coveringAt(e); i != none {
		return &f.all[f.list[i]]
	}
	return nil
}

// completePart counts e as a part of a split I/O that is complete. With its last part the
// I/O is forgotten: no time is told of it, as btt tells none.
func (f *inflight) completePart(e *trace.Event) {
	i := f.coveringAt(e)
	if i == none {
		return
	}
	x := &f.all[f.list[i]]
	if x.parts += int64(e.Sectors); x.parts >= x.end-x.sector {
		f.free = append(f.free, f.list[i])
		f.list = slices.Delete(f.list, i, i+1)
	}
}

// coveringAt returns the place in list of what [inflight.covering] returns.
func (f *inflight) coveringAt(e *trace.Event) int {
	if f.longest <= int64(e.Sectors) {
		return none // none is larger
	}
	end := e.Sector + int64(e.Sectors)
	for i := f.from(end - f.longest); i < len(f.list); i++ {
		x := &f.all[f.list[i]]
		if x.sector > e.Sector {
			return none
		}
		if x.end >= end && (x.sector < e.Sector || x.end > end) {
			return i
		}
	}
	return none
}
