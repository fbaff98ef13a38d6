//go:build wasm || tinygo

// Command cell is what build/bench measures under Node: one workload at a time,
// built by either compiler.
package main

import (
	"blkplay/build/bench/workload"
	"blkplay/core"
	"blkplay/wasm/region"
)

var (
	machine *core.Machine
	memory  region.Region // of machine
)

// load makes the machine of a workload; it returns 0, or 1 if that fails.
//
//go:wasmexport load
func load(of, elevator, bios int32) int32 {
	w := &workload.All[of]
	memory.Free()
	m, err := core.New(w.Scenario(w.Steps[elevator].Elevator, int64(bios)), core.Options{})
	if err != nil {
		return 1
	}
	machine = m
	return 0
}

// finish runs it to its end; it returns its status.
//
//go:wasmexport finish
func finish() int32 {
	for machine.Run(core.Forever, 0) == core.Running {
	}
	return int32(machine.Run(core.Forever, 0))
}
