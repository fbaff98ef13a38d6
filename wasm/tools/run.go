package main

import (
	"bytes"
	"errors"

	"blkplay/core"
	"blkplay/core/export"
	"blkplay/core/scenario"
	"blkplay/core/stats"
	"blkplay/core/trace"
	"blkplay/wasm/abi"
)

// exportRun writes a scenario's run in a format.
//
// In: the ending of the format, the scenario's text. Out: the bytes of a file.
func (t *tools) exportRun(n int) int32 {
	return t.call(n, func(r *abi.Reader, w *abi.Writer) error {
		ending := r.Text()
		sc, err := scenarioOf(r)
		if err != nil {
			return err
		}
		f := export.FormatOf(ending)
		if f == nil {
			return errors.New("a run becomes a file that ends in " + export.RunEndings() + ", not in " + ending)
		}
		var out bytes.Buffer
		to := f.Run(&out, sc)
		if err := play(sc, to.Take); err != nil {
			return err
		}
		if err := to.End(); err != nil {
			return err
		}
		w.Bytes(out.Bytes())
		return nil
	})
}

// runStats counts what btt would of a scenario's run.
//
// In: the scenario's text. Out: the figures as JSON, see [stats.Stats.AppendJSON].
func (t *tools) runStats(n int) int32 {
	return t.call(n, func(r *abi.Reader, w *abi.Writer) error {
		sc, err := scenarioOf(r)
		if err != nil {
			return err
		}
		s := stats.New()
		err = play(sc, func(_ *core.Machine, events []trace.Event) error {
			for i := range events {
				s.Add(&events[i])
			}
			return nil
		})
		if err == nil {
			w.Bytes(s.AppendJSON(nil))
		}
		return err
	})
}

// play runs sc to its end, and tells how far it is: bios ended of bios in the
// scenario. A run that is stuck is whole too.
func play(sc *scenario.Scenario, to export.Sink) error {
	ended, total := 0, float64(sc.Bios())
	_, err := export.Play(sc, func(m *core.Machine, events []trace.Event) error {
		for i := range events {
			if events[i].Kind == trace.BioEnd {
				ended++
			}
		}
		progress(float64(ended), total)
		return to(m, events)
	})
	return err
}
