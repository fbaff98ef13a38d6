package iolog

import (
	"strconv"

	"blkplay/core/trace"
	"blkplay/core/trace/blktrace"
)

// Writer writes a log. Every device that it meets is a file of its own, named
// blkplay-MAJOR-MINOR: fio's replay_redirect says where the I/O really goes.
type Writer struct {
	version int
	files   []blktrace.Device
	begun   bool
	waited  int64 // us; version 2: what all waits so far come to
	last    int64 // us
}

// waitMin is the shortest wait of version 2 that fio heeds, in us.
const waitMin = 100

// NewWriter returns a writer of [Version2] or [Version3].
func NewWriter(version int) *Writer {
	if heads[version] == "" {
		panic("iolog: no version " + strconv.Itoa(version))
	}
	return &Writer{version: version}
}

// Append appends the line of e, an event of device, if e is a Q, and what must stand before it.
//
// Preconditions: events come in order of time; times count from the start.
func (w *Writer) Append(b []byte, e *trace.Event, device blktrace.Device) []byte {
	b = w.head(b)
	if e.Kind != trace.Queue {
		return b
	}
	action := actionOf(e)
	if action == "" {
		return b
	}
	w.last = e.Time / 1000
	b = w.open(b, device)
	if pause := w.last - w.waited; w.version == Version2 && pause >= waitMin {
		w.waited = w.last
		b = w.line(b, device, "wait")
		b = appendNumbers(b, pause, 0)
	}
	b = w.line(b, device, action)
	if action == "sync" {
		return appendNumbers(b, 0, 0)
	}
	return appendNumbers(b, e.Sector*512, int64(e.Sectors)*512)
}

// AppendEnd appends what stands at the end of a log.
func (w *Writer) AppendEnd(b []byte) []byte {
	b = w.head(b)
	for _, device := range w.files {
		b = w.line(b, device, "close")
		b = append(b, '\n')
	}
	return b
}

// actionOf returns fio's word for a Q, "" if it has none.
func actionOf(e *trace.Event) string {
	switch {
	case e.RWBS&trace.Discard != 0:
		return "trim"
	case e.Sectors == 0 && e.RWBS&trace.Flush != 0:
		return "sync"
	case e.Sectors == 0:
		return ""
	case e.RWBS&trace.Write != 0:
		return "write"
	}
	return "read"
}

func (w *Writer) head(b []byte) []byte {
	if w.begun {
		return b
	}
	w.begun = true
	b = append(b, heads[w.version]...)
	return append(b, '\n')
}

// open adds and opens the file of device where it is new.
func (w *Writer) open(b []byte, device blktrace.Device) []byte {
	for _, d := range w.files {
		if d == device {
			return b
		}
	}
	w.files = append(w.files, device)
	for _, action := range [...]string{"add", "open"} {
		b = w.line(b, device, action)
		b = append(b, '\n')
	}
	return b
}

// line appends a line up to its action.
func (w *Writer) line(b []byte, device blktrace.Device, action string) []byte {
	if w.version == Version3 {
		b = strconv.AppendInt(b, w.last, 10)
		b = append(b, ' ')
	}
	b = append(b, "blkplay-"...)
	b = strconv.AppendUint(b, uint64(device.Major()), 10)
	b = append(b, '-')
	b = strconv.AppendUint(b, uint64(device.Minor()), 10)
	b = append(b, ' ')
	return append(b, action...)
}

func appendNumbers(b []byte, offset, length int64) []byte {
	b = append(b, ' ')
	b = strconv.AppendInt(b, offset, 10)
	b = append(b, ' ')
	b = strconv.AppendInt(b, length, 10)
	return append(b, '\n')
}
