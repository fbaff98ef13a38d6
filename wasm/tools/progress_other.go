//go:build !wasm

package main

func progress(done, total float64) {}
