package main

import (
	"io"
	"strconv"
	"strings"

	"blkplay/core"
	"blkplay/core/picture"
	"blkplay/core/scenario"
	"blkplay/core/trace"
	"blkplay/core/trace/blkparse"
	"blkplay/core/trace/blktrace"
	"blkplay/core/trace/chrome"
	"blkplay/core/trace/csv"
	"blkplay/core/trace/iolog"
)

// binaryEnding is that of the file of CPU 0.
const binaryEnding = ".blktrace.0"

// form is how a trace is written.
type form struct {
	ending string // of the file's name
	// run writes a scenario's run, slice by slice.
	run func(io.Writer, *scenario.Scenario) writer
	// trace writes a real trace, record by record; nil if it needs what only a run has.
	trace func(io.Writer, blktrace.Names) recordWriter
}

// writer takes the records of a run slice by slice, and is told when it is over.
type writer struct {
	take sink
	end  func() error
}

// recordWriter takes the records of a trace one by one, and is told when it is over.
type recordWriter struct {
	take func(*blktrace.Record) error
	end  func() error
}

// forms lists the endings; of two that fit a name the first is meant.
var forms = []form{
	{".txt", runText, traceText},
	{binaryEnding, runBinary, nil}, // a real trace has a file for each CPU
	{".v2.iolog", runIolog(iolog.Version2), traceIolog(iolog.Version2)},
	{".iolog", runIolog(iolog.Version3), traceIolog(iolog.Version3)},
	{".json", runChrome, nil},
	{".csv", runCSV, traceCSV},
	{".svg", runPicture, nil},
}

// formOf returns the form for a file's name, nil if there is none.
func formOf(name string) *form {
	name = strings.TrimSuffix(name, ".gz")
	for i := range forms {
		if strings.HasSuffix(name, forms[i].ending) {
			return &forms[i]
		}
	}
	return nil
}

// endings are those of runs, or only those of real traces too.
func endings(traces bool) string {
	var list []string
	for _, f := range forms {
		if !traces || f.trace != nil || f.ending == binaryEnding {
			list = append(list, f.ending)
		}
	}
	return strings.Join(list, ", ")
}

func nothing() error { return nil }

// runBinary writes a run as blktrace does, all on CPU 0.
func runBinary(out io.Writer, _ *scenario.Scenario) writer {
	var w *blktrace.Writer
	var rec blktrace.Record
	var b []byte
	seq := uint32(0)
	return writer{func(m *core.Machine, events []trace.Event) error {
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
	}, nothing}
}

func runIolog(version int) func(io.Writer, *scenario.Scenario) writer {
	return func(out io.Writer, _ *scenario.Scenario) writer {
		w := iolog.NewWriter(version)
		var b []byte
		return writer{func(_ *core.Machine, events []trace.Event) error {
			b = b[:0]
			for i := range events {
				b = w.Append(b, &events[i], blkparse.Device)
			}
			_, err := out.Write(b)
			return err
		}, func() error {
			_, err := out.Write(w.AppendEnd(nil))
			return err
		}}
	}
}

func traceIolog(version int) func(io.Writer, blktrace.Names) recordWriter {
	return func(out io.Writer, _ blktrace.Names) recordWriter {
		w := iolog.NewWriter(version)
		var b []byte
		return recordWriter{eachEvent(func(e *trace.Event, rec *blktrace.Record) error {
			b = w.Append(b[:0], e, rec.Device)
			_, err := out.Write(b)
			return err
		}), func() error {
			_, err := out.Write(w.AppendEnd(nil))
			return err
		}}
	}
}

func runChrome(out io.Writer, sc *scenario.Scenario) writer {
	w := chrome.NewWriter()
	begun := false
	var b []byte
	return writer{func(m *core.Machine, events []trace.Event) error {
		b = b[:0]
		if !begun {
			begun = true
			b = w.AppendHead(b, "Linux "+string(sc.Kernel)+", "+sc.Elevator, threadsOf(m))
		}
		for i := range events {
			b = w.Append(b, &events[i])
		}
		_, err := out.Write(b)
		return err
	}, func() error {
		_, err := out.Write(w.AppendEnd(nil))
		return err
	}}
}

func runPicture(out io.Writer, sc *scenario.Scenario) writer {
	var r *picture.Run
	return writer{func(m *core.Machine, events []trace.Event) error {
		if r == nil {
			var tasks []picture.Task
			for _, t := range threadsOf(m)[1:] {
				tasks = append(tasks, picture.Task{Number: t.Task, Name: t.Name})
			}
			r = picture.New(scenario.Format(sc), "Linux "+string(sc.Kernel)+" · "+sc.Elevator+" · HZ "+strconv.FormatInt(sc.HZ, 10), sc.HZ, tasks)
		}
		for i := range events {
			r.Add(&events[i])
		}
		return nil
	}, func() error {
		_, err := out.Write(r.AppendSVG(nil))
		return err
	}}
}

func runCSV(out io.Writer, _ *scenario.Scenario) writer {
	var names blktrace.Names
	var b []byte
	row := csv.Row{Device: blkparse.Device}
	return writer{func(m *core.Machine, events []trace.Event) error {
		b = b[:0]
		if names == nil {
			names = namesOf(m)
			b = append(b, csv.Head...)
		}
		for i := range events {
			row.Event, row.PID = &events[i], uint32(events[i].Task)
			row.Process = names[row.PID]
			b = row.Append(b)
			row.Number++
		}
		_, err := out.Write(b)
		return err
	}, nothing}
}

func traceCSV(out io.Writer, names blktrace.Names) recordWriter {
	var b []byte
	row := csv.Row{}
	take := eachEvent(func(e *trace.Event, rec *blktrace.Record) error {
		b = b[:0]
		if row.Number == 0 {
			b = append(b, csv.Head...)
		}
		row.Event, row.Device, row.CPU, row.PID, row.Process = e, rec.Device, int(rec.CPU), rec.PID, names[rec.PID]
		b = row.Append(b)
		row.Number++
		_, err := out.Write(b)
		return err
	})
	return recordWriter{take, nothing}
}

// eachEvent calls f for each record that is an event of a trace, with times from the first.
func eachEvent(f func(*trace.Event, *blktrace.Record) error) func(*blktrace.Record) error {
	var genesis uint64
	begun := false
	return func(rec *blktrace.Record) error {
		if !begun && !rec.IsNote() {
			begun, genesis = true, rec.Time
		}
		var e trace.Event
		if !blktrace.ToEvent(&e, rec, genesis) {
			return nil
		}
		return f(&e, rec)
	}
}

// namesOf returns the names of m's tasks, as the text has them.
func namesOf(m *core.Machine) blktrace.Names {
	names := blktrace.Names{}
	for _, t := range threadsOf(m) {
		names[uint32(t.Task)] = t.Name
	}
	return names
}

func threadsOf(m *core.Machine) []chrome.Thread {
	threads := []chrome.Thread{{Task: 0, Name: blkparse.Swapper}}
	for _, t := range m.System().Tasks {
		name := t.Name
		if name == "" {
			name = "task" + strconv.Itoa(t.ID)
		}
		threads = append(threads, chrome.Thread{Task: t.ID, Name: blkparse.Comm(name)})
	}
	return threads
}
