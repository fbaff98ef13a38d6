package replay

import (
	"slices"

	"blkplay/core/scenario"
	"blkplay/core/trace/blktrace"
)

// Workload is what is kept of a trace: its bios, of every device.
type Workload struct {
	bios   []bio
	names  blktrace.Names
	counts map[blktrace.Device]*counts
	order  []blktrace.Device // in order of their first Q

	otherDevices int64 // Q events of devices beyond the limit

	following map[blktrace.Device]*following // nil: nothing is followed
}

// What is kept at most of a trace of many devices.
const (
	devicesMax = 4096
	biosMax    = 4 * scenario.BiosMax
)

// bio is a Q event that can be replayed.
type bio struct {
	time    uint64 // ns, of the trace
	sector  int64
	sectors uint32
	pid     uint32
	device  blktrace.Device
	flags   blktrace.Category
	number  int32 // among those of its device that are kept, from 0

	// Known if the workload is followed.
	ends   uint64 // ns; 0: not in the trace
	plug   bool   // its task's plug begins with it
	unplug bool   // and ends behind it
}

// counts of a device's Q events, by what becomes of them.
type counts struct {
	queued      int64
	discards    int64
	flushes     int64 // without data
	passthrough int64
	unaligned   int64 // less than a sector
	zones       int64 // operations on zones that move no data
	outside     int64 // sectors that no device has
	beyond      int64 // more than are kept
	kept        int64
}

// NewWorkload returns an empty workload of a trace whose processes are called names.
func NewWorkload(names blktrace.Names) *Workload {
	return &Workload{names: names, counts: map[blktrace.Device]*counts{}}
}

// Add takes rec if it is a Q event, and reports whether it is a bio that is kept.
func (w *Workload) Add(rec *blktrace.Record) (kept bool) {
	if !rec.IsNote() {
		kept = rec.Action == blktrace.Queue && w.queue(rec)
		if w.following != nil {
			w.follow(rec, kept)
		}
	}
	return kept
}

// queue takes a Q event, and reports whether it is kept.
func (w *Workload) queue(rec *blktrace.Record) bool {
	c := w.counts[rec.Device]
	if c == nil {
		if len(w.order) >= devicesMax {
			w.otherDevices++
			return false
		}
		c = &counts{}
		w.counts[rec.Device] = c
		w.order = append(w.order, rec.Device)
	}
	c.queued++
	if n := c.leftOut(rec); n != nil {
		*n++
		return false
	}
	if c.kept >= scenario.BiosMax || len(w.bios) >= biosMax {
		c.beyond++
		return false
	}
	w.bios = append(w.bios, bio{time: rec.Time, sector: int64(rec.Sector), sectors: rec.Sectors(), pid: rec.PID,
		device: rec.Device, flags: rec.Category, number: int32(c.kept)})
	c.kept++
	return true
}

// leftOut returns the count that rec belongs to if it cannot be replayed, else nil.
func (c *counts) leftOut(rec *blktrace.Record) *int64 {
	switch {
	case rec.Category&blktrace.PC != 0:
		return &c.passthrough
	case rec.Category&blktrace.Discard != 0:
		return &c.discards
	case rec.Category&blktrace.ZoneManagement != 0:
		return &c.zones
	case rec.Bytes == 0:
		return &c.flushes
	case rec.Sectors() == 0:
		return &c.unaligned
	case rec.Sector > scenario.SectorMax-uint64(rec.Sectors()):
		return &c.outside
	}
	return nil
}

// Busiest returns the device with the most bios that can be replayed, the first
// of them if several have as many; false if there is none.
func (w *Workload) Busiest() (device blktrace.Device, ok bool) {
	var most int64
	for _, d := range w.order {
		if n := w.counts[d].kept; n > most {
			device, most = d, n
		}
	}
	return device, most > 0
}

// of returns the bios of device in the order of time.
func (w *Workload) of(device blktrace.Device) []bio {
	var list []bio
	for i := range w.bios {
		if w.bios[i].device == device {
			list = append(list, w.bios[i])
		}
	}
	slices.SortStableFunc(list, func(a, b bio) int {
		switch {
		case a.time < b.time:
			return -1
		case a.time > b.time:
			return 1
		}
		return 0
	})
	return list
}
