//go:build wasm && !tinygo

package main

// Exported functions can be called for as long as main has not returned.
func main() { select {} }
