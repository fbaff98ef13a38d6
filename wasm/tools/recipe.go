package main

import (
	"blkplay/core/realkernel"
	"blkplay/wasm/abi"
)

// recipe says how a scenario is done on a real kernel.
//
// In: the scenario's text. Out: shell that sets up, shell that traces, the whole as one
// script; files (name, text), the job first; notes (key, text, value).
func (t *tools) recipe(n int) int32 {
	return t.call(n, func(r *abi.Reader, w *abi.Writer) error {
		sc, err := scenarioOf(r)
		if err != nil {
			return err
		}
		made, err := realkernel.New(sc)
		if err != nil {
			return err
		}
		w.Text(made.Setup)
		w.Text(made.Trace)
		w.Text(made.Script())
		files := made.Files()
		w.U32(len(files))
		for _, f := range files {
			w.Text(f.Name)
			w.Text(f.Text)
		}
		w.U32(len(made.Notes))
		for _, note := range made.Notes {
			w.Text(note.Key)
			w.Text(note.Text)
			w.Text(note.Value)
		}
		return nil
	})
}
