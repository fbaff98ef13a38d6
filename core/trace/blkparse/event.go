package blkparse

import (
	"blkplay/core/trace"
	"blkplay/core/trace/blktrace"
)

// Device of a simulated run: 8,0, the first SCSI disk.
const Device blktrace.Device = 8 << 20

// Swapper is the name of what runs when no task does.
const Swapper = "swapper"

// AppendEvent appends e's line with its end. Seq is e's number among the events of the
// run that blktrace has, from 1; comm is the name of e's task, see [Comm].
//
// Preconditions: e.Kind.Traced().
func AppendEvent(b []byte, e *trace.Event, seq int, comm string) []byte {
	var r blktrace.Record
	blktrace.FromEvent(&r, e, Device, uint32(seq))
	b, _ = appendLine(b, &r, r.Time, comm)
	return append(b, '\n')
}

// Comm cuts a task's name to the length that the kernel keeps.
func Comm(name string) string { return name[:min(len(name), blktrace.NameBytes)] }
