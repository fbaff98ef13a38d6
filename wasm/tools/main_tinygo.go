//go:build tinygo

package main

// Built as a library: main is not called.
func main() {}
