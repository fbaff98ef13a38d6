//go:build wasm || tinygo

package main

import "unsafe"

var page engine

// The functions that the page calls. Each returns what protocol.go says, and
// leaves its result at resultAt; none lets a panic out, because the page would
// see garbage instead of it.

//go:wasmexport buffer
func buffer(bytes int32) unsafe.Pointer { return page.Buffer(int(bytes)) }

//go:wasmexport resultAt
func resultAt() unsafe.Pointer { return unsafe.Pointer(unsafe.SliceData(page.Result)) }

//go:wasmexport resultBytes
func resultBytes() int32 { return int32(len(page.Result)) }

//go:wasmexport describe
func describe(bytes int32) int32 { return page.describe(int(bytes)) }

//go:wasmexport check
func check(bytes int32) int32 { return page.check(int(bytes)) }

//go:wasmexport open
func open(bytes int32) int32 { return page.open(int(bytes)) }

//go:wasmexport advance
func advance(handle, records int32) int32 { return page.advance(int(handle), int(records)) }

//go:wasmexport end
func end(handle int32) int32 { return page.end(int(handle)) }

//go:wasmexport hash
func hash(handle int32) int32 { return page.hash(int(handle)) }

//go:wasmexport lines
func lines(handle, bytes, before int32) int32 {
	return page.blkparse(int(handle), int(bytes), int(before))
}

//go:wasmexport close
func closeRun(handle int32) int32 { return page.close(int(handle)) }
