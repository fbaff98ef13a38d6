//go:build wasm && !tinygo

// Command engine is core for a page: compiled to WebAssembly, it exports
// functions over numbers and one buffer of bytes. Package web/engine is the
// page's side.
package main

// Exported functions can be called for as long as main has not returned.
func main() { select {} }
