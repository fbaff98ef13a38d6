package main

// The layout of what crosses between the page and the engine. Its twin is
// web/engine/protocol.ts; testdata/protocol.bin pins both. Package abi has the
// form of numbers, texts and lists; records cross as they are in memory, see
// core/trace/event.go.

import (
	"blkplay/core/scenario"
	"blkplay/core/trace"
	"blkplay/wasm/abi"
)

// statusCrashed is what advance returns besides each core.Status; the result is a text then.
const statusCrashed int32 = 4

// Bits of a parameter.
const (
	clamps = 1 << iota
	live
)

func writeDescription(w *abi.Writer) {
	writeCauses(w)
	kernels := scenario.Kernels()
	w.U32(len(kernels))
	for i := range kernels {
		writeKernel(w, &kernels[i], scenario.Default(kernels[i].Name))
	}
	w.Texts(namesFrom(scenario.NameAt))
	w.Texts(namesFrom(scenario.ElevatorAt))
}

func writeCauses(w *abi.Writer) {
	n := 0
	for range trace.Causes {
		n++
	}
	w.U32(n)
	for c, r := range trace.Causes {
		w.U32(int(c))
		w.Text(r.Name)
		w.Text(r.Func)
		w.Text(r.Text)
	}
}

// writeKernel writes what k has, with the defaults of sc's machine.
func writeKernel(w *abi.Writer, k *scenario.KernelInfo, sc *scenario.Scenario) {
	w.Text(string(k.Name))
	w.Text(k.Text)
	chosen := sc.Elevator
	w.U32(len(k.Elevators))
	for i := range k.Elevators {
		e := &k.Elevators[i]
		sc.Elevator = e.Name
		w.Text(e.Name)
		w.Text(e.Text)
		writeParameters(w, sc, e.Tunables)
	}
	sc.Elevator = chosen
	writeParameters(w, sc, k.Queue, k.Live)
	w.Texts(k.Settable())
	w.Texts(k.WhatIf)
}

func writeParameters(w *abi.Writer, sc *scenario.Scenario, lists ...[]scenario.Parameter) {
	n := 0
	for _, list := range lists {
		n += len(list)
	}
	w.U32(n)
	for _, list := range lists {
		for i := range list {
			writeParameter(w, sc, &list[i])
		}
	}
}

func writeParameter(w *abi.Writer, sc *scenario.Scenario, p *scenario.Parameter) {
	w.Text(p.Name)
	w.Text(p.Unit)
	w.Text(p.Text)
	w.I64(p.Default(sc))
	w.I64(p.Min)
	w.I64(p.Max)
	bits := 0
	if p.Clamps {
		bits |= clamps
	}
	if p.Live {
		bits |= live
	}
	w.U32(bits)
}

// namesFrom lists what at gives for 0, 1, 2... until it gives none.
func namesFrom(at func(int) string) (list []string) {
	for i := 0; at(i) != ""; i++ {
		list = append(list, at(i))
	}
	return list
}
