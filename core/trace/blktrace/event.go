package blktrace

import (
	"math"

	"blkplay/core/trace"
)

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

// ToEvent makes the event that a record of a real trace tells, with times from
// genesis, and reports whether r is one that has a place in package trace: no
// note, no passthrough command, and an action that blkparse prints. Task is the
// low 16 bits of the pid; there is no Bio, Req or By.
func ToEvent(e *trace.Event, r *Record, genesis uint64) bool {
	if r.IsNote() || r.Category&PC != 0 || r.Category == 0 || r.Action == 0 || r.Action > Remap {
		return false
	}
	*e = trace.Event{
		Time: int64(r.Time - genesis), Sector: int64(r.Sector), Sectors: int32(r.Sectors()),
		Bio: trace.None, Req: trace.None, By: trace.None,
		Task: uint16(r.PID), Kind: trace.Kind(r.Action), RWBS: r.Category.RWBS(r.Bytes),
	}
	switch r.Action {
	case Plug:
		e.Sector, e.Sectors = 0, 0
	case Unplug, UnplugTimer:
		e.Sector, e.Sectors = 0, int32(min(r.Arg, math.MaxInt32))
	case Split:
		e.Arg = int64(r.Arg)
	}
	return true
}
