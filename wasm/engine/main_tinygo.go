//go:build tinygo

package main

// Built as a library: main is not called. Its memory is that of wasm/region.
func main() {}
