//go:build !wasm && !tinygo

package main

func progress(done, total float64) {}
