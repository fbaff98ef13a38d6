package main

import (
	"blkplay/core/scenario"
	"blkplay/wasm/abi"
)

// tools is what lives behind the exported functions. No call leaves anything but
// its result.
type tools struct{ abi.Page }

// call runs f on what the page laid down.
func (t *tools) call(n int, f func(r *abi.Reader, w *abi.Writer) error) int32 {
	return t.Call(func(w *abi.Writer) error { return f(&abi.Reader{B: t.Input(n)}, w) })
}

// scenarioOf takes a scenario text.
func scenarioOf(r *abi.Reader) (*scenario.Scenario, error) {
	text := r.Text()
	if r.Short {
		return nil, errShort
	}
	return scenario.Parse(text)
}

// format writes the canonical form of a scenario.
//
// In: the scenario's text. Out: a text.
func (t *tools) format(n int) int32 {
	return t.call(n, func(r *abi.Reader, w *abi.Writer) error {
		text, err := scenario.FormatText(r.Text())
		if err == nil && r.Short {
			err = errShort
		}
		w.Text(text)
		return err
	})
}
