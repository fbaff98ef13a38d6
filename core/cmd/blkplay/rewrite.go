package main

import (
	"fmt"
	"io"

	"blkplay/core/replay"
	"blkplay/core/trace/blkparse"
	"blkplay/core/trace/blktrace"
)

// rewriteTrace writes a real trace in another form, record by record.
func rewriteTrace(in, out string) error {
	f := formOf(out)
	binary := f != nil && f.ending == binaryEnding
	if f == nil || f.trace == nil && !binary {
		return usageError(fmt.Sprintf("%s: a trace becomes a file that ends in %s, %s", out, scenarioEnding, endings(true)))
	}
	files, err := openTrace(in)
	if err != nil {
		return err
	}
	defer closeAll(files)
	source, err := replay.Open(files)
	if err != nil {
		return err
	}
	if binary {
		return rewriteBinary(source, out)
	}
	return rewriteOne(source, out, f)
}

// eachRecord calls f for every record of source.
func eachRecord(source *replay.Source, f func(*blktrace.Record) error) error {
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

// rewriteOne writes a form that is one file.
func rewriteOne(source *replay.Source, name string, f *form) error {
	out, err := createFile(name)
	if err != nil {
		return err
	}
	w := f.trace(out, source.Names())
	if err = eachRecord(source, w.take); err == nil {
		err = w.end()
	}
	if err != nil {
		out.Abandon()
		return err
	}
	return out.Close()
}

// traceText writes a real trace as blkparse does.
func traceText(out io.Writer, names blktrace.Names) recordWriter {
	text := blkparse.NewText(names)
	var line []byte
	return recordWriter{func(rec *blktrace.Record) error {
		line = text.Append(line[:0], rec)
		_, err := out.Write(line)
		return err
	}, nothing}
}

// rewriteBinary writes a file for each CPU up to the last one that has records.
func rewriteBinary(source *replay.Source, name string) error {
	var outs []*output
	abandon := func() {
		for _, o := range outs {
			o.Abandon()
		}
	}
	w := blktrace.NewWriter(source.Names())
	var b []byte
	err := eachRecord(source, func(rec *blktrace.Record) error {
		if rec.CPU >= cpusMax {
			return fmt.Errorf("a record of CPU %d: at most %d are written", rec.CPU, cpusMax)
		}
		for int(rec.CPU) >= len(outs) {
			file := name
			if len(outs) > 0 {
				file, _ = siblingOf(name, len(outs))
			}
			o, err := createFile(file)
			if err != nil {
				return err
			}
			outs = append(outs, o)
		}
		b = w.Append(b[:0], rec)
		_, err := outs[rec.CPU].Write(b)
		return err
	})
	if err != nil {
		abandon()
		return err
	}
	for i, o := range outs {
		if err := o.Close(); err != nil {
			outs = outs[i+1:]
			abandon()
			return err
		}
	}
	return nil
}

// cpusMax bounds the files of a trace.
const cpusMax = 256
