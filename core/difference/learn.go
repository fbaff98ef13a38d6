package difference

import (
	"slices"

	"blkplay/core/scenario"
	"blkplay/core/trace"
)

// Bounds of the classes that are told apart, in sectors.
var (
	sizeBounds = []int64{8, 32, 128, 512, 2048}
	seekBounds = []int64{0, 256, 4096, 65536, 1 << 20}
)

// learner finds out how long a device takes from D to C, by direction, length and distance
// from the end of the request before.
type learner struct {
	cells   [2][5][5]cell
	flight  map[int32]issued // by request
	head    int64
	deepest int
}

// issued is a request at the device.
type issued struct {
	at   int64
	cell *cell
}

// cell keeps the times of a class: of many each stride-th.
type cell struct {
	times  []int64
	stride int
	n      int
}

// timesMax is how many times of a cell are kept, at most.
const timesMax = 1 << 12

func (c *cell) add(ns int64) {
	c.stride = max(c.stride, 1)
	if c.n++; c.n%c.stride != 0 {
		return
	}
	if len(c.times) == timesMax {
		for i := range timesMax / 2 {
			c.times[i] = c.times[2*i+1]
		}
		c.times = c.times[:timesMax/2]
		c.stride *= 2
	}
	c.times = append(c.times, ns)
}

// median returns the middle time, the lower of two, but at least 1 ns.
func (c *cell) median() int64 {
	slices.Sort(c.times)
	return max(c.times[(len(c.times)-1)/2], 1)
}

func newLearner() *learner { return &learner{flight: map[int32]issued{}} }

// add takes the next followed event.
func (l *learner) add(e *trace.Event) {
	switch e.Kind {
	case trace.Issue:
		if e.Sectors == 0 {
			return
		}
		dir := 0
		if e.RWBS&(trace.Write|trace.Discard) != 0 {
			dir = 1
		}
		distance := e.Sector - l.head
		if distance < 0 {
			distance = -distance
		}
		l.head = e.Sector + int64(e.Sectors)
		l.flight[e.Req] = issued{e.Time, &l.cells[dir][class(sizeBounds, int64(e.Sectors))][class(seekBounds, distance)]}
		l.deepest = max(l.deepest, len(l.flight))
	case trace.Complete:
		if i, known := l.flight[e.Req]; known {
			delete(l.flight, e.Req)
			i.cell.add(e.Time - i.at)
		}
	case trace.RequestFree:
		delete(l.flight, e.Req)
	}
}

// class returns the first class whose bound is not below v, else the last.
func class(bounds []int64, v int64) int {
	for i, bound := range bounds {
		if v <= bound {
			return i
		}
	}
	return len(bounds) - 1
}

// device returns the device that was learned; false if no request was complete. Classes
// that no request was of are left out, and a cell that none was in is as its
// neighbour: of the nearest distance, else of the other direction, else of the
// nearest length.
func (l *learner) device() (d scenario.Device, ok bool) {
	var sizes, seeks []int
	for i := range sizeBounds {
		if l.any(func(size, _ int) bool { return size == i }) {
			sizes = append(sizes, i)
		}
	}
	for k := range seekBounds {
		if l.any(func(_, seek int) bool { return seek == k }) {
			seeks = append(seeks, k)
		}
	}
	if len(sizes) == 0 {
		return d, false
	}
	t := &scenario.ServiceTable{}
	for _, i := range sizes {
		t.Sizes = append(t.Sizes, sizeBounds[i])
		for _, k := range seeks {
			t.Read = append(t.Read, l.nearest(0, i, k).median())
			t.Write = append(t.Write, l.nearest(1, i, k).median())
		}
	}
	for _, k := range seeks {
		t.Seeks = append(t.Seeks, seekBounds[k])
	}
	return scenario.Device{Model: "table", Depth: int64(min(max(l.deepest, 1), scenario.DepthMax)), Table: t}, true
}

// any reports whether a cell of those classes has a time.
func (l *learner) any(of func(size, seek int) bool) bool {
	for dir := range l.cells {
		for i := range l.cells[dir] {
			for k := range l.cells[dir][i] {
				if len(l.cells[dir][i][k].times) > 0 && of(i, k) {
					return true
				}
			}
		}
	}
	return false
}

// nearest returns the cell itself if it has a time, else the one most like it.
func (l *learner) nearest(dir, size, seek int) *cell {
	var best *cell
	least := 0
	for d := range l.cells {
		for i := range l.cells[d] {
			for k := range l.cells[d][i] {
				c := &l.cells[d][i][k]
				cost := 100*distance(i, size) + distance(k, seek)
				if d != dir {
					cost += 10
				}
				if len(c.times) > 0 && (best == nil || cost < least) {
					best, least = c, cost
				}
			}
		}
	}
	return best
}

func distance(a, b int) int { return max(a-b, b-a) }
