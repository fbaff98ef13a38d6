package main

import (
	"fmt"

	"blkplay/core/export"
	"blkplay/core/replay"
	"blkplay/core/trace/blktrace"
)

// rewriteTrace writes a real trace in another form, record by record.
func rewriteTrace(in, out string) error {
	f := export.FormatOf(out)
	binary := f != nil && f.Ending == export.BinaryEnding
	if f == nil || f.Trace == nil && !binary {
		return usageError(fmt.Sprintf("%s: a trace becomes a file that ends in %s, %s", out, scenarioEnding, export.TraceEndings()))
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

// rewriteOne writes a form that is one file.
func rewriteOne(source *replay.Source, name string, f *export.Format) error {
	out, err := createFile(name)
	if err != nil {
		return err
	}
	w := f.Trace(out, source.Names())
	if err = export.EachRecord(source, w.Take); err == nil {
		err = w.End()
	}
	if err != nil {
		out.Abandon()
		return err
	}
	return out.Close()
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
	err := export.EachRecord(source, func(rec *blktrace.Record) error {
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
