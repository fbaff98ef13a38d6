package main

import (
	"strconv"
	"unsafe"

	"blkplay/core"
	"blkplay/core/scenario"
	"blkplay/core/trace"
	"blkplay/wasm/abi"
	"blkplay/wasm/region"
)

// engine is what lives behind the exported functions: runs by handle.
type engine struct {
	abi.Page
	slots []*slot // by handle, less one
	own   region.Region
}

// slot is room for a run, used again when that is closed.
type slot struct {
	run    *run // nil where closed
	memory region.Region
}

// describe writes what there is to set, or with a scenario text of n bytes
// what its kernel has, with the defaults of its machine: its HZ, its depth.
func (e *engine) describe(n int) int32 {
	return e.Call(func(w *abi.Writer) error {
		if n == 0 {
			writeDescription(w)
			return nil
		}
		sc, err := scenario.Parse(string(e.Input(n)))
		if err == nil {
			writeKernel(w, sc.Kernel.Info(), sc)
		}
		return err
	})
}

// check writes what is wrong with a scenario text.
func (e *engine) check(n int) int32 {
	return e.Call(func(w *abi.Writer) error {
		var list []abi.Message
		if _, err := scenario.Parse(string(e.Input(n))); err != nil {
			list = abi.MessagesOf(err)
		}
		w.Messages(list)
		return nil
	})
}

// open writes the handle of a new run of a scenario text.
func (e *engine) open(n int) int32 {
	return e.Call(func(w *abi.Writer) error {
		handle := e.unused()
		s := e.slots[handle-1]
		s.memory.Free() // of a text that was refused
		sc, err := scenario.Parse(string(e.Input(n)))
		if err != nil {
			return err
		}
		m, err := core.New(sc, core.Options{Trace: true, Times: true, Limits: runLimits})
		if err == nil {
			s.run = newRun(m)
			w.U32(handle)
		}
		return err
	})
}

var runLimits = core.Limits{Records: scenario.RecordsMax, Time: scenario.TimeMaxNs}

// unused returns the lowest handle that is free, from 1.
func (e *engine) unused() int {
	for i, s := range e.slots {
		if s.run == nil {
			return i + 1
		}
	}
	e.own.Enter()
	e.slots = append(e.slots, &slot{})
	return len(e.slots)
}

func (e *engine) slot(handle int) (*slot, error) {
	if handle < 1 || handle > len(e.slots) || e.slots[handle-1].run == nil {
		return nil, abi.Misuse("engine: run " + strconv.Itoa(handle) + " is closed or never was")
	}
	return e.slots[handle-1], nil
}

// advance goes on with a run for about so many records and returns its status.
// The result is the records themselves, where the recorder has them: they are
// good until the run is advanced again.
func (e *engine) advance(handle, records int) int32 {
	status := statusCrashed
	var r *run
	result := e.Call(func(*abi.Writer) error {
		s, err := e.slot(handle)
		if err != nil {
			return err
		}
		r = s.run
		if r.broken {
			return abi.Misuse("engine: the run broke before")
		}
		r.broken = true // unless it comes back
		s.memory.Enter()
		status = int32(r.advance(records))
		r.broken = false
		return nil
	})
	if result != abi.OK {
		return statusCrashed
	}
	e.Result = bytesOf(r.records())
	return status
}

// end writes the sentence that tells how a run ended.
func (e *engine) end(handle int) int32 {
	return e.about(handle, func(r *run) string { return r.m.EndText() })
}

// hash writes the hash of a run's lines so far.
func (e *engine) hash(handle int) int32 {
	return e.about(handle, func(r *run) string { return r.lines.Hash() })
}

// blkparse writes the lines of records that the page has kept; before is how
// many lines the run has before them.
func (e *engine) blkparse(handle, n, before int) int32 {
	return e.about(handle, func(r *run) string {
		return string(r.text(eventsIn(e.Input(n)), before))
	})
}

// about writes what tell says of a run.
func (e *engine) about(handle int, tell func(r *run) string) int32 {
	return e.Call(func(w *abi.Writer) error {
		s, err := e.slot(handle)
		if err == nil {
			w.Text(tell(s.run))
		}
		return err
	})
}

func (e *engine) close(handle int) int32 {
	return e.Call(func(*abi.Writer) error {
		s, err := e.slot(handle)
		if err == nil {
			s.run = nil
			s.memory.Free()
		}
		return err
	})
}

func bytesOf(events []trace.Event) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(events))), len(events)*trace.Size)
}

// eventsIn takes b, which is aligned, as records.
func eventsIn(b []byte) []trace.Event {
	if len(b)%trace.Size != 0 {
		panic("engine: " + strconv.Itoa(len(b)) + " bytes are no whole records")
	}
	return unsafe.Slice((*trace.Event)(unsafe.Pointer(unsafe.SliceData(b))), len(b)/trace.Size)
}
