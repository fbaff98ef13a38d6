package main

import (
	"bytes"
	"errors"
	"strings"

	"blkplay/core/export"
	"blkplay/core/replay"
	"blkplay/core/scenario"
	"blkplay/wasm/abi"
)

var errShort = errors.New("tools: what the page wrote is cut off")

// importTrace makes a scenario of a real trace.
//
// In: kernel, elevator (texts; "" is our choice), files. Out: the scenario's text;
// what was read and left out, one thing a line.
func (t *tools) importTrace(n int) int32 {
	return t.call(n, func(r *abi.Reader, w *abi.Writer) error {
		opt := replay.Options{Kernel: scenario.Kernel(r.Text()), Elevator: r.Text()}
		files, err := filesOf(r)
		if err != nil {
			return err
		}
		sc, report, err := replay.Convert(files, opt)
		if err != nil {
			return err
		}
		w.Text(scenario.Format(sc))
		w.Text(strings.Join(report.Lines(), "\n"))
		return nil
	})
}

// exportTrace writes a real trace in another format.
//
// In: the ending of the format, files. Out: the bytes of a file.
func (t *tools) exportTrace(n int) int32 {
	return t.call(n, func(r *abi.Reader, w *abi.Writer) error {
		ending := r.Text()
		files, err := filesOf(r)
		if err != nil {
			return err
		}
		f := export.FormatOf(ending)
		if f == nil || f.Trace == nil {
			return errors.New("a trace becomes a file that ends in " + export.TraceEndings() + ", not in " + ending)
		}
		source, err := replay.Open(files)
		if err != nil {
			return err
		}
		var out bytes.Buffer
		if err := f.WriteTrace(&out, source); err != nil {
			return err
		}
		w.Bytes(out.Bytes())
		return nil
	})
}

// filesOf takes a list of named files, gzipped or not. Reading them tells how far
// the work is, in bytes.
func filesOf(r *abi.Reader) ([]replay.File, error) {
	files, _, err := countedFiles(r)
	return files, err
}

// countedFiles also returns what counts them; its total may be set to more, before they
// are read, where reading is not all of the work.
func countedFiles(r *abi.Reader) ([]replay.File, *counter, error) {
	var files []replay.File
	c := &counter{}
	for n := r.U32(); n > 0 && !r.Short; n-- {
		name, data := r.Text(), r.Bytes()
		c.total += len(data)
		files = append(files, replay.File{Name: name, Data: &counted{bytes.NewReader(data), c}})
	}
	if r.Short {
		return nil, nil, errShort
	}
	return files, c, nil
}

// counter knows how much of all files was read.
type counter struct{ done, told, total int }

// counted is a file whose bytes are counted as they are read.
type counted struct {
	*bytes.Reader
	*counter
}

func (c *counted) Read(b []byte) (int, error) {
	const step = 1 << 20 // bytes
	n, err := c.Reader.Read(b)
	c.done += n
	if c.done-c.told >= step {
		c.told = c.done
		progress(float64(c.done), float64(c.total))
	}
	return n, err
}
