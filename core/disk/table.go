package disk

import "blkplay/core/sim"

// Table holds service times by length and by distance from the end of the request
// before. A class is everything up to its bound and above that of the class before;
// the last class holds also what is beyond its bound.
type Table struct {
	Sizes, Seeks []int64 // bounds in sectors, ascending
	Read, Write  []int64 // ns; of size class i and seek class k: [i*len(Seeks)+k]
}

// table serves each request in flight by itself: that others are in flight is in the times.
type table struct {
	*Table
	head int64
}

func (d *table) Head() int64 { return d.head }

func (d *table) Take(now sim.Time, x Extent) sim.Time {
	distance := x.Sector - d.head
	if distance < 0 {
		distance = -distance
	}
	d.head = x.End()
	times := d.Read
	if x.Write {
		times = d.Write
	}
	return now + sim.Time(times[class(d.Sizes, x.Sectors)*len(d.Seeks)+class(d.Seeks, distance)])
}

// class returns the first class whose bound is not below v, else the last.
func class(bounds []int64, v int64) int {
	for i, bound := range bounds[:len(bounds)-1] {
		if v <= bound {
			return i
		}
	}
	return len(bounds) - 1
}
