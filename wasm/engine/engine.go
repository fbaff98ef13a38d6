package main

import (
	"errors"
	"strconv"
	"unsafe"

	"blkplay/core"
	"blkplay/core/scenario"
	"blkplay/core/trace"
	"blkplay/core/trace/blkparse"
)

// engine is what lives behind the exported functions: runs by handle, the
// buffer in which the page lays what a call is to read, and the last call's
// result.
type engine struct {
	runs   []*run   // by handle; nil where closed. 0 is no handle
	in     []uint64 // uint64s, so that records in it are aligned
	out    writer
	result []byte // of the last call: out, or records in place
}

// buffer makes room for n bytes and returns where. What was there is lost.
func (e *engine) buffer(n int) unsafe.Pointer {
	const spareMax = 1 << 20 // bytes kept though a smaller buffer would do
	words := (max(n, 1) + 7) / 8
	if words > len(e.in) || len(e.in)*8 > spareMax && words*8 <= spareMax {
		e.in = make([]uint64, words)
	}
	return unsafe.Pointer(unsafe.SliceData(e.in))
}

// input returns the n bytes that the page laid into the buffer.
func (e *engine) input(n int) []byte {
	if n < 0 || n > len(e.in)*8 {
		panic("engine: input: " + strconv.Itoa(n) + " bytes in a buffer of " + strconv.Itoa(len(e.in)*8))
	}
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(e.in))), n)
}

// call runs f, which writes the result, and turns its error or panic into what
// an exported function returns.
func (e *engine) call(f func(w *writer) error) (result int32) {
	e.out.b = e.out.b[:0]
	defer func() {
		if p := recover(); p != nil {
			result = crashed
			e.out.b = e.out.b[:0]
			e.out.text(panicText(p))
		}
		e.result = e.out.b
	}()
	if err := f(&e.out); err != nil {
		e.out.b = e.out.b[:0]
		e.out.messages(messagesOf(err))
		return refused
	}
	return ok
}

// messagesOf tells err as a list of what is wrong and where.
func messagesOf(err error) []message {
	var several scenario.Errors
	var one scenario.Error
	var line *blkparse.Error
	switch {
	case errors.As(err, &several):
	case errors.As(err, &one):
		several = scenario.Errors{one}
	case errors.As(err, &line):
		return []message{{line.Line, line.Column, err.Error()}}
	default:
		return []message{{text: err.Error()}}
	}
	var list []message
	for _, e := range several {
		list = append(list, message{e.Line, e.Column, e.Text})
	}
	return list
}

// panicText tells what was given to panic.
func panicText(p any) string {
	switch p := p.(type) {
	case string:
		return p
	case error:
		return p.Error()
	}
	return "panic of an unknown kind"
}

func (e *engine) describe() int32 {
	return e.call(func(w *writer) error {
		w.description()
		return nil
	})
}

// check writes what is wrong with a scenario text.
func (e *engine) check(n int) int32 {
	return e.call(func(w *writer) error {
		var list []message
		if _, err := scenario.Parse(string(e.input(n))); err != nil {
			list = messagesOf(err)
		}
		w.messages(list)
		return nil
	})
}

// format writes the canonical form of a scenario text.
func (e *engine) format(n int) int32 {
	return e.call(func(w *writer) error {
		text, err := scenario.FormatText(string(e.input(n)))
		if err == nil {
			w.text(text)
		}
		return err
	})
}

// open writes the handle of a new run of a scenario text.
func (e *engine) open(n int) int32 {
	return e.call(func(w *writer) error {
		sc, err := scenario.Parse(string(e.input(n)))
		if err != nil {
			return err
		}
		m, err := core.New(sc, core.Options{Trace: true, Times: true, Limits: runLimits})
		if err == nil {
			w.u32(e.add(newRun(m)))
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
	result := e.call(func(*writer) error {
		r := e.run(handle)
		status = int32(r.advance(records))
		return nil
	})
	if result != ok {
		if handle > 0 && handle < len(e.runs) && e.runs[handle] != nil {
			e.runs[handle].broken = true
		}
		return statusCrashed
	}
	e.result = bytesOf(e.runs[handle].records())
	return status
}

// end writes the sentence that tells how a run ended.
func (e *engine) end(handle int) int32 {
	return e.call(func(w *writer) error {
		w.text(e.run(handle).m.EndText())
		return nil
	})
}

// hash writes the hash of a run's lines so far.
func (e *engine) hash(handle int) int32 {
	return e.call(func(w *writer) error {
		w.text(e.run(handle).lines.Hash())
		return nil
	})
}

// blkparse writes the lines of records that the page has kept; before is how
// many lines the run has before them.
func (e *engine) blkparse(handle, n, before int) int32 {
	return e.call(func(w *writer) error {
		events := eventsIn(e.input(n))
		w.text(string(e.run(handle).text(events, before)))
		return nil
	})
}

func (e *engine) close(handle int) int32 {
	return e.call(func(*writer) error {
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
