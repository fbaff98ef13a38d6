package export

import (
	"io"
	"strconv"

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

// runText writes a run as blkparse does, with the summary that it prints at the end.
func runText(out io.Writer, _ *scenario.Scenario) Writer {
	w := Text(out)
	summary := blkparse.NewSummary(Name)
	var rec blktrace.Record
	seq := uint32(0)
	return Writer{Take: func(m *core.Machine, events []trace.Event) error {
		for i := range events {
			if e := &events[i]; e.Kind.Traced() {
				seq++
				blktrace.FromEvent(&rec, e, blkparse.Device, seq)
				summary.Add(&rec)
			}
		}
		return w.Take(m, events)
	}, End: func() error {
		_, err := out.Write(summary.Append(nil))
		return err
	}, Called: summary.Rename}
}

// Text writes the lines that blkparse prints of a run's events.
func Text(w io.Writer) Writer {
	var text *core.Text
	var b []byte
	return Writer{Take: func(m *core.Machine, events []trace.Event) error {
		if text == nil {
			text = m.Text()
		}
		b = text.Append(b[:0], events)
		_, err := w.Write(b)
		return err
	}, End: nothing}
}

func nothing() error { return nil }

// runBinary writes a run as blktrace does, all on CPU 0.
func runBinary(out io.Writer, _ *scenario.Scenario) Writer {
	var w *blktrace.Writer
	var rec blktrace.Record
	var b []byte
	seq := uint32(0)
	return Writer{Take: func(m *core.Machine, events []trace.Event) error {
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
	}, End: nothing}
}

func runIolog(version int) func(io.Writer, *scenario.Scenario) Writer {
	return func(out io.Writer, _ *scenario.Scenario) Writer {
		w := iolog.NewWriter(version)
		var b []byte
		return Writer{Take: func(_ *core.Machine, events []trace.Event) error {
			b = b[:0]
			for i := range events {
				b = w.Append(b, &events[i], blkparse.Device)
			}
			_, err := out.Write(b)
			return err
		}, End: func() error {
			_, err := out.Write(w.AppendEnd(nil))
			return err
		}}
	}
}

func runChrome(out io.Writer, sc *scenario.Scenario) Writer {
	w := chrome.NewWriter()
	begun := false
	var b []byte
	return Writer{Take: func(m *core.Machine, events []trace.Event) error {
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
	}, End: func() error {
		_, err := out.Write(w.AppendEnd(nil))
		return err
	}}
}

func runPicture(out io.Writer, sc *scenario.Scenario) Writer {
	var r *picture.Run
	return Writer{Take: func(m *core.Machine, events []trace.Event) error {
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
	}, End: func() error {
		_, err := out.Write(r.AppendSVG(nil))
		return err
	}}
}

func runCSV(out io.Writer, _ *scenario.Scenario) Writer {
	var names blktrace.Names
	var b []byte
	row := csv.Row{Device: blkparse.Device}
	return Writer{Take: func(m *core.Machine, events []trace.Event) error {
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
	}, End: nothing}
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
