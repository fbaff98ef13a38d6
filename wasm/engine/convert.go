package main

import (
	"errors"
	"strings"

	"blkplay/core/replay"
	"blkplay/core/scenario"
)

// convert reads the files of a real trace and writes a scenario text and the
// report of what was read.
func (e *engine) convert(n int) int32 {
	return e.call(func(w *writer) error {
		files, opt, err := readFiles(&reader{b: e.input(n)})
		if err != nil {
			return err
		}
		sc, report, err := replay.Convert(files, opt)
		if err != nil {
			return err
		}
		w.text(scenario.Format(sc))
		w.text(strings.Join(report.Lines(), "\n"))
		return nil
	})
}

func readFiles(r *reader) (files []replay.File, opt replay.Options, err error) {
	opt.Kernel = scenario.Kernel(r.text())
	opt.Elevator = r.text()
	for n := r.u32(); n > 0 && !r.short; n-- {
		files = append(files, replay.Bytes(r.text(), r.bytes()))
	}
	if r.short {
		err = errors.New("engine: the files to convert are cut off")
	}
	return files, opt, err
}
