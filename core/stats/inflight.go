package stats

import (
	"slices"

	"blkplay/core/trace"
)

// none is a time that has not come.
const none = -1

// io is one queued I/O on its way.
type io struct {
	sector, end   int64
	q, g, m, i, d int64
	write         bool
}

// inflight holds I/Os between Q and C in order of start sector, equal ones in
// order of arrival. Few are open at a time, so a sorted slice is quickest.
type inflight struct {
	list    []*io
	free    []*io
	givenUp int64
}

// openMax is how many I/Os are followed at once. Of more, as in a trace without
// completions, the older half is given up.
const openMax = 1 << 14

// giveUp forgets the older half of the I/Os.
func (f *inflight) giveUp() {
	var times []int64
	for _, x := range f.list {
		times = append(times, x.q)
	}
	slices.Sort(times)
	middle := times[len(times)/2]
	keep := f.list[:0]
	drop := len(f.list) / 2
	for _, x := range f.list {
		if x.q <= middle && drop > 0 {
			drop--
			f.givenUp++
			f.free = append(f.free, x)
			continue
		}
		keep = append(keep, x)
	}
	f.list = keep
}

func (f *inflight) from(sector int64) int {
	i, _ := slices.BinarySearchFunc(f.list, sector, func(x *io, sector int64) int {
		if x.sector < sector {
			return -1
		}
		return 1
	})
	return i
}

func (f *inflight) add(e *trace.Event) *io {
	if len(f.list) >= openMax {
		f.giveUp()
	}
	var x *io
	if n := len(f.free); n > 0 {
		x, f.free = f.free[n-1], f.free[:n-1]
	} else {
		x = &io{}
	}
	*x = io{sector: e.Sector, end: e.Sector + int64(e.Sectors), q: e.Time, g: none, m: none, i: none, d: none,
		write: e.RWBS&(trace.Write|trace.Discard) != 0}
	f.list = slices.Insert(f.list, f.from(e.Sector+1), x)
	return x
}

// at returns the oldest I/O that starts at sector and for which want holds, nil if none.
func (f *inflight) at(sector int64, want func(*io) bool) *io {
	for i := f.from(sector); i < len(f.list) && f.list[i].sector == sector; i++ {
		if want(f.list[i]) {
			return f.list[i]
		}
	}
	return nil
}

// within calls visit for each I/O that lies wholly in e's extent; visit reports
// whether the I/O is over.
func (f *inflight) within(e *trace.Event, visit func(*io) (over bool)) {
	end := e.Sector + int64(e.Sectors)
	first := f.from(e.Sector)
	keep := first
	i := first
	for ; i < len(f.list) && f.list[i].sector < end; i++ {
		x := f.list[i]
		if x.end <= end && visit(x) {
			f.free = append(f.free, x)
			continue
		}
		f.list[keep] = x
		keep++
	}
	f.list = slices.Delete(f.list, keep, i)
}

// covering returns the oldest I/O that is larger than e's extent and holds it, nil if none.
func (f *inflight) covering(e *trace.Event) *io {
	end := e.Sector + int64(e.Sectors)
	for _, x := range f.list {
		if x.sector > e.Sector {
			return nil
		}
		if x.end >= end && (x.sector < e.Sector || x.end > end) {
			return x
		}
	}
	return nil
}
