package blktrace

import "blkplay/core/trace"

// FromEvent makes the record that Linux would have written for an event of a
// run, on device and CPU 0. Seq counts a run's events from 1.
//
// Preconditions: e.Kind.Traced().
func FromEvent(r *Record, e *trace.Event, device Device, seq uint32) {
	a := Action(e.Kind)
	*r = Record{
		Time:     uint64(e.Time),
		Seq:      seq,
		PID:      uint32(e.Task),
		Device:   device,
		Action:   a,
		Category: CategoryOf(a, e.RWBS),
	}
	switch a {
	case Plug:
		return
	case Unplug, UnplugTimer:
		r.Arg = uint64(e.Sectors)
		return
	case Split:
		r.Arg = uint64(e.Arg)
	}
	r.Sector, r.Bytes = uint64(e.Sector), uint32(e.Sectors)<<9
}
