package main

import (
	"io"
	"strconv"
	"strings"

	"blkplay/core"
	"blkplay/core/trace"
	"blkplay/core/trace/blkparse"
	"blkplay/core/trace/blktrace"
)

// binaryEnding is that of the file of CPU 0.
const binaryEnding = ".blktrace.0"

// writers are the forms in which a run is written, by the ending of the file.
var writers = []struct {
	ending string
	of     func(io.Writer) sink
}{
	{".txt", textOf},
	{binaryEnding, binaryOf},
}

// writerFor returns the form for a file's name, nil if there is none.
func writerFor(name string) func(io.Writer) sink {
	name = strings.TrimSuffix(name, ".gz")
	for _, w := range writers {
		if strings.HasSuffix(name, w.ending) {
			return w.of
		}
	}
	return nil
}

func endings() string {
	var list []string
	for _, w := range writers {
		list = append(list, w.ending)
	}
	return strings.Join(list, ", ")
}

// binaryOf writes a run as blktrace does, all on CPU 0.
func binaryOf(out io.Writer) sink {
	var w *blktrace.Writer
	var rec blktrace.Record
	var b []byte
	seq := uint32(0)
	return func(m *core.Machine, events []trace.Event) error {
		if w == nil {
			w = blktrace.NewWriter(namesOf(m))
		}
		b = b[:0]
		for i := range events {
			if e := &events[i]; e.Kind.Traced() {
				seq++
				blktrace.FromEvent(&rec, e, blkparse.Device, seq)
				b = w.Append(b, &rec)
			}
		}
		_, err := out.Write(b)
		return err
	}
}

// namesOf returns the names of m's tasks, as the text has them.
func namesOf(m *core.Machine) blktrace.Names {
	names := blktrace.Names{0: blkparse.Swapper}
	for _, t := range m.System().Tasks {
		name := t.Name
		if name == "" {
			name = "task" + strconv.Itoa(t.ID)
		}
		names[uint32(t.ID)] = blkparse.Comm(name)
	}
	return names
}
