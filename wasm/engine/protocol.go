package main

// The layout of what crosses between the page and the engine. Its twin is
// web/engine/protocol.ts; testdata/protocol.bin pins both.
//
// Numbers are little-endian. A text is its length in bytes (u32) and UTF-8; a
// list is its length (u32) and its entries. Records cross as they are in
// memory, see core/trace/event.go.

import (
	"blkplay/core/scenario"
	"blkplay/core/trace"
)

// What an exported function returns; advance returns a status instead.
const (
	ok      int32 = iota
	refused       // the result is a list of errors
	crashed       // the result is a text
)

// statusCrashed is what advance returns besides each core.Status; the result is a text then.
const statusCrashed int32 = 4

// Bits of a parameter.
const (
	clamps = 1 << iota
	live
)

// message is what is wrong, and where: line and column from 1, 0 is nowhere in particular.
type message struct {
	line, column int
	text         string
}

// writer appends what the page reads.
type writer struct{ b []byte }

func (w *writer) u32(v int) { w.b = append(w.b, byte(v), byte(v>>8), byte(v>>16), byte(v>>24)) }

func (w *writer) i64(v int64) {
	w.u32(int(uint32(v)))
	w.u32(int(uint32(v >> 32)))
}

func (w *writer) text(s string) {
	w.u32(len(s))
	w.b = append(w.b, s...)
}

func (w *writer) texts(list []string) {
	w.u32(len(list))
	for _, s := range list {
		w.text(s)
	}
}

func (w *writer) messages(list []message) {
	w.u32(len(list))
	for _, m := range list {
		w.u32(m.line)
		w.u32(m.column)
		w.text(m.text)
	}
}

func (w *writer) description() {
	w.causes()
	kernels := scenario.Kernels()
	w.u32(len(kernels))
	for i := range kernels {
		w.kernel(&kernels[i])
	}
	w.texts(namesFrom(scenario.NameAt))
	w.texts(namesFrom(scenario.ElevatorAt))
}

func (w *writer) causes() {
	n := 0
	for range trace.Causes {
		n++
	}
	w.u32(n)
	for c, r := range trace.Causes {
		w.u32(int(c))
		w.text(r.Name)
		w.text(r.Func)
		w.text(r.Text)
	}
}

func (w *writer) kernel(k *scenario.KernelInfo) {
	w.text(string(k.Name))
	w.text(k.Text)
	sc := scenario.Default(k.Name)
	w.u32(len(k.Elevators))
	for i := range k.Elevators {
		e := &k.Elevators[i]
		sc.Elevator = e.Name
		w.text(e.Name)
		w.text(e.Text)
		w.parameters(sc, e.Tunables)
	}
	sc.Elevator = k.Elevators[0].Name
	w.parameters(sc, k.Queue, k.Live)
	w.texts(k.Settable())
	w.texts(k.WhatIf)
}

func (w *writer) parameters(sc *scenario.Scenario, lists ...[]scenario.Parameter) {
	n := 0
	for _, list := range lists {
		n += len(list)
	}
	w.u32(n)
	for _, list := range lists {
		for i := range list {
			w.parameter(sc, &list[i])
		}
	}
}

func (w *writer) parameter(sc *scenario.Scenario, p *scenario.Parameter) {
	w.text(p.Name)
	w.text(p.Unit)
	w.text(p.Text)
	w.i64(p.Default(sc))
	w.i64(p.Min)
	w.i64(p.Max)
	bits := 0
	if p.Clamps {
		bits |= clamps
	}
	if p.Live {
		bits |= live
	}
	w.u32(bits)
}

// namesFrom lists what at gives for 0, 1, 2... until it gives none.
func namesFrom(at func(int) string) (list []string) {
	for i := 0; at(i) != ""; i++ {
		list = append(list, at(i))
	}
	return list
}

// reader takes apart what the page wrote. Once bytes are missing it is short, and gives zeros.
type reader struct {
	b     []byte
	short bool
}

func (r *reader) take(n int) []byte {
	if n < 0 || n > len(r.b) {
		r.short, r.b = true, nil
		return nil
	}
	b := r.b[:n]
	r.b = r.b[n:]
	return b
}

func (r *reader) u32() int {
	if b := r.take(4); b != nil {
		return int(b[0]) | int(b[1])<<8 | int(b[2])<<16 | int(b[3])<<24
	}
	return 0
}

// bytes are good until the buffer is used again.
func (r *reader) bytes() []byte { return r.take(r.u32()) }

func (r *reader) text() string { return string(r.bytes()) }
