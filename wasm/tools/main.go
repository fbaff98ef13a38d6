//go:build wasm && !tinygo

// Command tools is what a page does with whole runs and whole traces: read and
// write files, count, compare. It is compiled to WebAssembly and works in a
// worker of the page's, because a call lasts as long as its work. Its page's side
// is web/engine/tools.ts.
package main

// Exported functions can be called for as long as main has not returned.
func main() { select {} }
