package main

import (
	"strconv"
	"unsafe"

	"blkplay/core"
	"blkplay/core/scenario"
	"blkplay/core/trace"
	"blkplay/wasm/abi"
)

// engine is what lives behind the exported functions: runs by handle.
type engine struct {
	abi.Page
	runs []*run // by handle; nil where closed. 0 is no handle
}

func (e *engine) describe() int32 {
	return e.Call(func(w *abi.Writer) error {
		writeDescription(w)
		return nil
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

// format writes the canonical form of a scenario text.
func (e *engine) format(n int) int32 {
	return e.Call(func(w *abi.Writer) error {
		text, err := scenario.FormatText(string(e.Input(n)))
		if err == nil {
			w.Text(text)
		}
		return err
	})
}

// open writes the handle of a new run of a scenario text.
func (e *engine) open(n int) int32 {
	return e.Call(func(w *abi.Writer) error {
		sc, err := scenario.Parse(string(e.Input(n)))
		if err != nil {
			return err
		}
		m, err := core.New(sc, core.Options{Trace: true, Times: true, Limits: runLimits})
		if err == nil {
			w.U32(e.add(newRun(m)))
		}
		return err
	})
}

var runLimits = core.Limits{Records: scenario.RecordsMax, Time: scenario.TimeMaxNs}

// add gives r the lowest handle that is free.
func (e *engine) add(r *run) int {
	for len(e.runs) < 1 {
		e.runs = append(e.runs, nil)
	}
	for h := 1; h < len(e.runs); h++ {
		if e.runs[h] == nil {
			e.runs[h] = r
			return h
		}
	}
	e.runs = append(e.runs, r)
	return len(e.runs) - 1
}

func (e *engine) run(handle int) *run {
	if handle < 1 || handle >= len(e.runs) || e.runs[handle] == nil {
		panic("engine: run " + strconv.Itoa(handle) + " is closed or never was")
	}
	return e.runs[handle]
}

// advance goes on with a run for about so many records and returns its status.
// The result is the records themselves, where the recorder has them: they are
// good until the run is advanced again.
func (e *engine) advance(handle, records int) int32 {
	status := statusCrashed
	result := e.Call(func(*abi.Writer) error {
		r := e.run(handle)
		status = int32(r.advance(records))
		return nil
	})
	if result != abi.OK {
		if handle > 0 && handle < len(e.runs) && e.runs[handle] != nil {
			e.runs[handle].broken = true
		}
		return statusCrashed
	}
	e.Result = bytesOf(e.runs[handle].records())
	return status
}

// end writes the sentence that tells how a run ended.
func (e *engine) end(handle int) int32 {
	return e.Call(func(w *abi.Writer) error {
		w.Text(e.run(handle).m.EndText())
		return nil
	})
}

// hash writes the hash of a run's lines so far.
func (e *engine) hash(handle int) int32 {
	return e.Call(func(w *abi.Writer) error {
		w.Text(e.run(handle).lines.Hash())
		return nil
	})
}

// blkparse writes the lines of records that the page has kept; before is how
// many lines the run has before them.
func (e *engine) blkparse(handle, n, before int) int32 {
	return e.Call(func(w *abi.Writer) error {
		events := eventsIn(e.Input(n))
		w.Text(string(e.run(handle).text(events, before)))
		return nil
	})
}

func (e *engine) close(handle int) int32 {
	return e.Call(func(*abi.Writer) error {
		e.run(handle)
		e.runs[handle] = nil
		return nil
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
