//go:build wasm || tinygo

package main

// progress tells the page how far a call is: done of total, in the call's own unit.
//
//go:wasmimport blkplay progress
func progress(done, total float64)
