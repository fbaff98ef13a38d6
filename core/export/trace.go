package export

import (
	"io"

	"blkplay/core/replay"
	"blkplay/core/trace"
	"blkplay/core/trace/blkparse"
	"blkplay/core/trace/blktrace"
	"blkplay/core/trace/csv"
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

// traceText writes a real trace as blkparse does.
func traceText(out io.Writer, names blktrace.Names) RecordWriter {
	text := blkparse.NewText(names)
	var line []byte
	return RecordWriter{func(rec *blktrace.Record) error {
		line = text.Append(line[:0], rec)
		_, err := out.Write(line)
		return err
	}, nothing}
}

func traceIolog(version int) func(io.Writer, blktrace.Names) RecordWriter {
	return func(out io.Writer, _ blktrace.Names) RecordWriter {
		w := iolog.NewWriter(version)
		var b []byte
		return RecordWriter{eachEvent(func(e *trace.Event, rec *blktrace.Record) error {
			b = w.Append(b[:0], e, rec.Device)
			_, err := out.Write(b)
			return err
		}), func() error {
			_, err := out.Write(w.AppendEnd(nil))
			return err
		}}
	}
}

func traceCSV(out io.Writer, names blktrace.Names) RecordWriter {
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
	return RecordWriter{take, nothing}
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
