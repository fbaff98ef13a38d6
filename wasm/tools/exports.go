//go:build wasm || tinygo

package main

import "unsafe"

var page tools

// The functions that the page calls. Each reads what the page laid into the
// buffer, as its method says, and leaves its result at resultAt.

//go:wasmexport buffer
func buffer(bytes int32) unsafe.Pointer { return page.Buffer(int(bytes)) }

//go:wasmexport resultAt
func resultAt() unsafe.Pointer { return unsafe.Pointer(unsafe.SliceData(page.Result)) }

//go:wasmexport resultBytes
func resultBytes() int32 { return int32(len(page.Result)) }

//go:wasmexport format
func format(bytes int32) int32 { return page.format(int(bytes)) }

//go:wasmexport importTrace
func importTrace(bytes int32) int32 { return page.importTrace(int(bytes)) }

//go:wasmexport exportRun
func exportRun(bytes int32) int32 { return page.exportRun(int(bytes)) }

//go:wasmexport exportTrace
func exportTrace(bytes int32) int32 { return page.exportTrace(int(bytes)) }

//go:wasmexport difference
func differenceOf(bytes int32) int32 { return page.difference(int(bytes)) }

//go:wasmexport runStats
func runStats(bytes int32) int32 { return page.runStats(int(bytes)) }

//go:wasmexport recipe
func recipe(bytes int32) int32 { return page.recipe(int(bytes)) }

//go:wasmexport numbers
func numbers(bytes int32) int32 { return page.numbers(int(bytes)) }

//go:wasmexport retarget
func retarget(bytes int32) int32 { return page.retarget(int(bytes)) }

//go:wasmexport sweepCells
func sweepCells(bytes int32) int32 { return page.sweepCells(int(bytes)) }

//go:wasmexport lessonVariant
func lessonVariant(bytes int32) int32 { return page.lessonVariant(int(bytes)) }

//go:wasmexport lessonCheck
func lessonCheck(bytes int32) int32 { return page.lessonCheck(int(bytes)) }

//go:wasmexport lessonAnswer
func lessonAnswer(bytes int32) int32 { return page.lessonAnswer(int(bytes)) }

//go:wasmexport lessonScenario
func lessonScenario(bytes int32) int32 { return page.lessonScenario(int(bytes)) }

//go:wasmexport lessonTurned
func lessonTurned(bytes int32) int32 { return page.lessonTurned(int(bytes)) }

//go:wasmexport lessonSheet
func lessonSheet(bytes int32) int32 { return page.lessonSheet(int(bytes)) }

//go:wasmexport lessonGrade
func lessonGrade(bytes int32) int32 { return page.lessonGrade(int(bytes)) }

//go:wasmexport lessonLint
func lessonLint(bytes int32) int32 { return page.lessonLint(int(bytes)) }

//go:wasmexport lessonWords
func lessonWords(bytes int32) int32 { return page.lessonWords(int(bytes)) }
