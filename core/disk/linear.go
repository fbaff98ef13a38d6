package disk

import "blkplay/core/sim"

type linear struct {
	Linear
	head int64
}

func (d *linear) Head() int64 { return d.head }

func (d *linear) Take(now sim.Time, x Extent) sim.Time {
	distance := x.Sector - d.head
	if distance < 0 {
		distance = -distance
	}
	d.head = x.End()
	return now + sim.Time(d.Base+x.Sectors*d.PerSector+min(d.SeekMax, distance*d.SeekPer1024/1024))
}
