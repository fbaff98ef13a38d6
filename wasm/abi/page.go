// Package abi is how a page calls a program compiled to WebAssembly: exported
// functions over numbers, one buffer into which the page lays bytes, and one
// place where it finds a call's result. web/engine/protocol.ts is its twin.
package abi

import (
	"strconv"
	"unsafe"

	"blkplay/core/scenario"
	"blkplay/wasm/region"
)

// What an exported function returns.
const (
	OK      int32 = iota
	Refused       // the result is a list of messages
	Crashed       // the result is a text
)

// Page is the page's side of a program: what it laid down, and what it is to find.
type Page struct {
	Result []byte // of the last call

	in    []uint64 // uint64s, so that records in it are aligned
	input region.Region
	// Memory of calls, in turn: the closure that a call is handed was allocated
	// while the last one's was in use.
	calls [2]region.Region
	turn  int
}

// Buffer makes room for n bytes and returns where. What was there is lost.
func (p *Page) Buffer(n int) unsafe.Pointer {
	const spareMax = 1 << 20 // bytes kept though a smaller buffer would do
	words := (max(n, 1) + 7) / 8
	if words > len(p.in) || len(p.in)*8 > spareMax && words*8 <= spareMax {
		p.input.Free()
		p.in = make([]uint64, words)
		p.calls[p.turn].Enter()
	}
	return unsafe.Pointer(unsafe.SliceData(p.in))
}

// Input returns the n bytes that the page laid into the buffer; they are good
// until the next Buffer.
func (p *Page) Input(n int) []byte {
	if n < 0 || n > len(p.in)*8 {
		panic("abi: " + strconv.Itoa(n) + " bytes in a buffer of " + strconv.Itoa(len(p.in)*8))
	}
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(p.in))), n)
}

// Misuse is an error of the page's: a call that no input excuses.
type Misuse string

func (m Misuse) Error() string { return string(m) }

// Call runs f, which writes the result, and turns its error or panic into what
// an exported function returns. What f allocates lasts until the next Call,
// unless f enters another region.
func (p *Page) Call(f func(w *Writer) error) (result int32) {
	p.turn = 1 - p.turn
	p.calls[p.turn].Free()
	var out Writer
	defer func() {
		// TinyGo cannot recover: there a panic ends the program.
		if broke := recover(); broke != nil {
			result = Crashed
			out = Writer{}
			out.Text(panicText(broke))
		}
		p.Result = out.B
		p.calls[p.turn].Enter()
	}()
	switch err := f(&out).(type) {
	case nil:
		return OK
	case Misuse:
		out = Writer{}
		out.Text(string(err))
		return Crashed
	default:
		out = Writer{}
		out.Messages(MessagesOf(err))
		return Refused
	}
}

// Message is what is wrong, and where: line and column from 1, 0 is nowhere in particular.
type Message struct {
	Line, Column int
	Text         string
}

// placed is an error that knows where in a text it is.
type placed interface{ Place() (line, column int) }

// MessagesOf tells err as a list of what is wrong and where.
func MessagesOf(err error) []Message {
	// Without errors.As, which takes types apart: that is a tenth of a small program.
	for e := err; e != nil; {
		switch e := e.(type) {
		case scenario.Errors:
			var list []Message
			for _, e := range e {
				list = append(list, Message{e.Line, e.Column, e.Text})
			}
			return list
		case scenario.Error:
			return []Message{{e.Line, e.Column, e.Text}}
		case placed:
			line, column := e.Place()
			return []Message{{line, column, err.Error()}}
		}
		wrapped, ok := e.(interface{ Unwrap() error })
		if !ok {
			break
		}
		e = wrapped.Unwrap()
	}
	return []Message{{Text: err.Error()}}
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
