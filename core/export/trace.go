package export

import (
	"io"

	"blkplay/core/replay"
	"blkplay/core/trace"
	"blkplay/core/trace/blkparse"
	"blkplay/core/trace/blktrace"
	"blkplay/core/trace/csv"
	"blkplay/core/trace/follow"
	"blkplay/core/trace/iolog"
)

// EachRecord calls f for every record of source.
func EachRecord(source *replay.Source, f func(*blktrace.Record) error) error {
	var rec blktrace.Record
	for {
		err := source.Next(&rec)
		if err == nil {
			err = f(&rec)
		}
		switch err {
		case nil:
		case io.EOF:
			return nil
		default:
			return err
		}
	}
}

// WriteTrace writes a whole trace.
//
// Preconditions: f.Trace is not nil.
func (f *Format) WriteTrace(out io.Writer, source *replay.Source) error {
	w := f.Trace(out, source.Names())
	if err := EachRecord(source, w.Take); err != nil {
		return err
	}
	if w.Called != nil {
		w.Called(source.Name())
	}
	return w.End()
}

// traceText writes a real trace as blkparse does, with the summary that it prints at the end.
func traceText(out io.Writer, names blktrace.Names) RecordWriter {
	text, summary := blkparse.NewText(names), blkparse.NewSummary(Name)
	var line []byte
	return RecordWriter{Take: func(rec *blktrace.Record) error {
		summary.Add(rec)
		line = text.Append(line[:0], rec)
		_, err := out.Write(line)
		return err
	}, End: func() error {
		_, err := out.Write(summary.Append(nil))
		return err
	}, Called: summary.Rename}
}

// traceMerged writes a real trace as blkparse -d does: all CPUs in one file, with times
// from the first record.
func traceMerged(out io.Writer, names blktrace.Names) RecordWriter {
	w := blktrace.NewWriter(names)
	var b []byte
	var genesis uint64
	begun := false
	return RecordWriter{Take: func(rec *blktrace.Record) error {
		if !begun {
			begun, genesis = true, rec.Time
		}
		r := *rec
		r.Time -= genesis
		b = w.Append(b[:0], &r)
		_, err := out.Write(b)
		return err
	}, End: nothing}
}

func traceIolog(version int) func(io.Writer, blktrace.Names) RecordWriter {
	return func(out io.Writer, _ blktrace.Names) RecordWriter {
		w := iolog.NewWriter(version)
		var b []byte
		return RecordWriter{Take: eachEvent(func(e *trace.Event, rec *blktrace.Record) error {
			b = w.Append(b[:0], e, rec.Device)
			_, err := out.Write(b)
			return err
		}), End: func() error {
			_, err := out.Write(w.AppendEnd(nil))
			return err
		}}
	}
}

// traceCSV writes a real trace as a table. Bios and requests are numbered on each device.
func traceCSV(out io.Writer, names blktrace.Names) RecordWriter {
	var b []byte
	var kind trace.Kind // of the event under way; what follows from it has no row
	row := csv.Row{}
	var list []followed
	take := eachEvent(func(e *trace.Event, rec *blktrace.Record) error {
		b = b[:0]
		if row.Number == 0 {
			b = append(b, csv.Head...)
		}
		i := deviceIndex(list, rec.Device, func(d *followed) blktrace.Device { return d.device })
		if i == len(list) {
			list = append(list, followed{device: rec.Device, Follower: follow.New(func(e *trace.Event) {
				if e.Kind == kind {
					row.Event = e
					b = row.Append(b)
					row.Number++
				}
			})})
		}
		kind = e.Kind
		row.Device, row.CPU, row.PID, row.Process = rec.Device, int(rec.CPU), rec.PID, names[rec.PID]
		list[i].Add(e)
		_, err := out.Write(b)
		return err
	})
	return RecordWriter{Take: take, End: nothing}
}

// eachEvent calls f for each record that is an event of a trace, with times from the first.
func eachEvent(f func(*trace.Event, *blktrace.Record) error) func(*blktrace.Record) error {
	return everyRecord(func(e *trace.Event, rec *blktrace.Record, _ int64) error {
		if e == nil {
			return nil
		}
		return f(e, rec)
	})
}

// everyRecord is eachEvent with the messages too, for which the event is nil, and each
// record's time from the first event, in ns.
func everyRecord(f func(e *trace.Event, rec *blktrace.Record, ns int64) error) func(*blktrace.Record) error {
	var genesis uint64
	var e trace.Event
	begun := false
	return func(rec *blktrace.Record) error {
		if !begun && !rec.IsNote() {
			begun, genesis = true, rec.Time
		}
		switch {
		case rec.IsMessage():
			return f(nil, rec, max(int64(rec.Time-genesis), 0))
		case blktrace.ToEvent(&e, rec, genesis):
			return f(&e, rec, e.Time)
		}
		return nil
	}
}
