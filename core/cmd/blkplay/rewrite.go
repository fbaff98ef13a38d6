package main

import (
	"fmt"

	"blkplay/core/export"
	"blkplay/core/replay"
	"blkplay/core/trace/blktrace"
)

// rewriteTrace writes a real trace in another form, record by record.
//
// Preconditions: out has the ending of a format.
func rewriteTrace(std *streams, in, out string) error {
	files, err := openTrace(std, in)
	if err != nil {
		return err
	}
	defer closeAll(files)
	source, err := replay.Open(files)
	if err != nil {
		return err
	}
	if f := export.FormatOf(out); f.Ending == export.BinaryEnding {
		err = rewriteBinary(source, out)
	} else {
		err = rewriteOne(source, out, f)
	}
	if err == nil {
		complain(std, source)
	}
	return err
}

// complain tells what in a trace is not as it should be.
func complain(std *streams, source *replay.Source) {
	for _, line := range replay.Complaints(source.Report()) {
		fmt.Fprintln(std.err, line)
	}
}

// rewriteOne writes a form that is one file.
func rewriteOne(source *replay.Source, name string, f *export.Format) error {
	out, err := createFile(name)
	if err != nil {
		return err
	}
	if err := f.WriteTrace(out, source); err != nil {
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
