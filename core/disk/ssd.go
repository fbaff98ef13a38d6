package disk

import "blkplay/core/sim"

// Flash of the ssd model; times are ns.
const (
	ssdChannels    = 8
	ssdPageSectors = 8
	ssdRead        = 25_000  // cells to the chip's register
	ssdProgram     = 200_000 // register to the cells
	ssdBus         = 100_000 // one page over a channel
	ssdOverhead    = 20_000  // host interface, for each request
)

// ssd is flash chips, one behind each channel; page n lies on channel n mod 8.
// Pages of one request, and requests taken together, share the channels.
type ssd struct {
	busy [ssdChannels]sim.Time
	head int64
}

func (d *ssd) Head() int64 { return d.head }

func (d *ssd) Take(now sim.Time, x Extent) sim.Time {
	d.head = x.End()
	done := now
	cost := sim.Time(ssdRead + ssdBus)
	if x.Write {
		cost = ssdBus + ssdProgram
	}
	for page := x.Sector / ssdPageSectors; page*ssdPageSectors < x.End(); page++ {
		channel := &d.busy[uint64(page)%ssdChannels]
		*channel = max(*channel, now+ssdOverhead) + cost
		done = max(done, *channel)
	}
	return done
}
