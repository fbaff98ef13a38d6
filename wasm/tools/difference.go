package main

import (
	"errors"

	"blkplay/core/difference"
	"blkplay/core/replay"
	"blkplay/core/scenario"
	"blkplay/wasm/abi"
)

// difference replays a real trace, and sets what both did side by side.
//
// In: kernel, elevator, mode (see [replay.Modes]), disk (see [difference.Options];
// of all four "" is our choice), files. Out: the scenario that was run; the result as JSON
// (see [difference.Result.AppendJSON]) and as text.
func (t *tools) difference(n int) int32 {
	return t.call(n, func(r *abi.Reader, w *abi.Writer) error {
		opt := difference.Options{Options: replay.Options{Kernel: scenario.Kernel(r.Text()), Elevator: r.Text()}}
		mode := r.Text()
		opt.Disk = r.Text()
		files, err := filesOf(r)
		if err != nil {
			return err
		}
		if opt.Mode, err = modeOf(mode); err != nil {
			return err
		}
		d, err := difference.Difference(files, opt)
		if err != nil {
			return err
		}
		w.Text(scenario.Format(d.Scenario))
		w.Text(string(d.AppendJSON(nil)))
		w.Text(string(d.AppendText(nil)))
		return nil
	})
}

func modeOf(name string) (replay.Mode, error) {
	for m, n := range replay.Modes {
		if n == name || name == "" {
			return replay.Mode(m), nil
		}
	}
	return 0, errors.New(name + " is no mode of a replay")
}
