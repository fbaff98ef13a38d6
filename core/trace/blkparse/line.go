package blkparse

import (
	"bytes"
	"strconv"

	"blkplay/core/trace/blktrace"
)

// appendHead appends the columns that every line has, with a blank after them.
//
//	"%3d,%-3d %2d %8d %5d.%09lu %5u %2s %3s "
func appendHead(b []byte, r *blktrace.Record, action string, time uint64) []byte {
	device := r.Device
	if r.Action == blktrace.Remap {
		device = r.To
	}
	b = appendUint(b, uint64(device.Major()), 3)
	b = append(b, ',')
	minor := uint64(device.Minor())
	b = strconv.AppendUint(b, minor, 10)
	for n := digits(minor); n < 3; n++ {
		b = append(b, ' ')
	}
	b = append(b, ' ')
	b = appendInt(b, int64(int32(r.CPU)), 2)
	b = append(b, ' ')
	b = appendInt(b, int64(int32(r.Seq)), 8)
	b = append(b, ' ')
	b = appendInt(b, int64(int32(time/1e9)), 5)
	b = append(b, '.')
	b = appendNano(b, uint32(time%1e9))
	b = append(b, ' ')
	b = appendUint(b, uint64(r.PID), 5)
	b = append(b, ' ')
	b = appendRight(b, action, 2)
	b = append(b, ' ')
	var letters [8]byte
	s := r.Category.AppendLetters(letters[:0], r.Bytes)
	for n := len(s); n < 3; n++ {
		b = append(b, ' ')
	}
	b = append(b, s...)
	return append(b, ' ')
}

// appendLine appends the line of r, without the line's end. It appends nothing and
// returns false for what blkparse does not print.
func appendLine(b []byte, r *blktrace.Record, time uint64, comm string) ([]byte, bool) {
	if r.IsNote() {
		return appendMessage(b, r, time)
	}
	action := r.Action.Letter()
	if action == "" || r.Category == 0 {
		return b, false
	}
	if r.Category&blktrace.PC != 0 {
		return appendPassthrough(b, r, time, comm)
	}
	b = appendHead(b, r, action, time)
	switch r.Action {
	case blktrace.Complete, blktrace.Requeue:
		b = appendExtent(b, r, true)
		b = appendError(b, r)
	case blktrace.Plug, blktrace.ZonePlug:
		b = appendComm(b, comm)
	case blktrace.Unplug, blktrace.UnplugTimer, blktrace.ZoneUnplug:
		b = appendComm(b, comm)
		b = append(b, ' ')
		b = strconv.AppendUint(b, uint64(uint32(r.Arg)), 10)
	case blktrace.Split:
		b = strconv.AppendUint(b, r.Sector, 10)
		b = append(b, " / "...)
		b = strconv.AppendUint(b, uint64(uint32(r.Arg)), 10) // blkparse has no more bits for it
		b = append(b, ' ')
		b = appendComm(b, comm)
	case blktrace.Remap:
		b = strconv.AppendUint(b, r.Sector, 10)
		b = append(b, " + "...)
		b = strconv.AppendUint(b, uint64(r.Sectors()), 10)
		b = append(b, " <- ("...)
		b = strconv.AppendUint(b, uint64(r.From.Major()), 10)
		b = append(b, ',')
		b = strconv.AppendUint(b, uint64(r.From.Minor()), 10)
		b = append(b, ") "...)
		b = strconv.AppendUint(b, r.Arg, 10)
	default:
		b = appendExtent(b, r, false)
		b = appendComm(b, comm)
	}
	return b, true
}

// appendExtent appends "S + n ", and without a length "S ", or nothing.
func appendExtent(b []byte, r *blktrace.Record, sectorAlways bool) []byte {
	n := r.Sectors()
	if n == 0 && !sectorAlways {
		return b
	}
	b = strconv.AppendUint(b, r.Sector, 10)
	b = append(b, ' ')
	if n == 0 {
		return b
	}
	b = append(b, "+ "...)
	b = strconv.AppendUint(b, uint64(n), 10)
	return append(b, ' ')
}

func appendError(b []byte, r *blktrace.Record) []byte {
	b = append(b, '[')
	b = strconv.AppendUint(b, uint64(r.Error), 10)
	return append(b, ']')
}

func appendComm(b []byte, comm string) []byte {
	b = append(b, '[')
	b = append(b, comm...)
	return append(b, ']')
}

// appendMessage appends a message's line: its text as far as the first 0 byte. A message
// with a cgroup id is none to blkparse 1.2.0, and so has no line, as one without a text has none.
func appendMessage(b []byte, r *blktrace.Record, time uint64) ([]byte, bool) {
	if !r.IsMessage() || r.HasCGroup || len(r.Payload) == 0 {
		return b, false
	}
	head := blktrace.Record{Device: r.Device, CPU: r.CPU}
	b = appendHead(b, &head, "m", time)
	text, _, _ := bytes.Cut(r.Payload, []byte{0})
	return append(b, text...), true
}
