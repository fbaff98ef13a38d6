package main

import (
	"strings"
	"testing"
	"unsafe"

	"blkplay/core"
	"blkplay/wasm/abi"
)

// put lays text into the buffer as the page does.
func put(e *engine, text string) int {
	at := e.Buffer(len(text))
	copy(unsafe.Slice((*byte)(at), len(text)), text)
	return len(text)
}

func TestCheckTellsThePlace(t *testing.T) {
	var e engine
	if got := e.check(put(&e, "version 1\nkernel 2.6.99\n")); got != abi.OK {
		t.Fatalf("check returns %d", got)
	}
	r := abi.Reader{B: e.Result}
	n, line, column, text := r.U32(), r.U32(), r.U32(), r.Text()
	if n < 1 || line != 2 || column != 8 || !strings.Contains(text, "2.6.24") {
		t.Errorf("%d errors, the first at %d:%d: %s", n, line, column, text)
	}
}

func TestOpenRefuses(t *testing.T) {
	var e engine
	if got := e.open(put(&e, "version 9\n")); got != abi.Refused {
		t.Errorf("open returns %d for a wrong version", got)
	}
}

func TestClosedRunIsACrashWithText(t *testing.T) {
	var e engine
	for name, got := range map[string]int32{
		"end": e.end(7), "hash": e.hash(-1), "lines": e.blkparse(1, 0, 0), "close": e.close(0), "input": e.check(1 << 20),
	} {
		if got != abi.Crashed {
			t.Errorf("%s returns %d", name, got)
		}
	}
	if got := e.advance(3, 10); got != statusCrashed {
		t.Errorf("advance returns %d", got)
	}
	r := abi.Reader{B: e.Result}
	if text := r.Text(); text != "engine: run 3 is closed or never was" {
		t.Errorf("the text is %q", text)
	}
}

func TestDescriptionIsWhole(t *testing.T) {
	var e engine
	if got := e.describe(0); got != abi.OK || len(e.Result) < 1000 {
		t.Errorf("describe returns %d and %d bytes", got, len(e.Result))
	}
}

// At another HZ a default that is whole jiffies is another one; tags follow from the device's depth.
func TestDefaultsOfAMachine(t *testing.T) {
	var e engine
	for _, c := range []struct {
		text, name string
		want       int64
	}{
		{"version 1\nkernel 2.6.24\nelevator as\nhz 100\n", "antic_expire", 10},
		{"version 1\nkernel 2.6.24\nelevator as\nhz 250\n", "antic_expire", 4},
		{"version 1\nkernel 2.6.24\nelevator as\nhz 1000\n", "antic_expire", 6},
		{"version 1\nkernel 6.18\nelevator mq-deadline\ndevice linear depth=32\n", "nr_requests", 64},
		{"version 1\nkernel 6.18\nelevator none\ndevice linear depth=32\n", "nr_requests", 32},
		{"version 1\nkernel 6.18\nelevator mq-deadline\nqueue nr_requests=16\n", "async_depth", 16},
	} {
		if got := e.describe(put(&e, c.text)); got != abi.OK {
			t.Fatalf("%q: describe returns %d: %s", c.text, got, e.Result)
		}
		if got, ok := defaultIn(e.Result, c.name); got != c.want || !ok {
			t.Errorf("%q: the default of %s is %d, want %d", c.text, c.name, got, c.want)
		}
	}
	if got := e.describe(put(&e, "version 1\nkernel 9.9\n")); got != abi.Refused {
		t.Errorf("an unknown kernel: describe returns %d", got)
	}
}

// defaultIn is the default of the first parameter of that name in what writeKernel wrote.
func defaultIn(b []byte, name string) (value int64, ok bool) {
	r := abi.Reader{B: b}
	r.Text()
	r.Text()
	parameters := func() {
		for n := r.U32(); n > 0; n-- {
			is := r.Text() == name
			r.Text()
			r.Text()
			v := int64(r.U32()) | int64(r.U32())<<32
			for range 5 { // the least, the most, the bits
				r.U32()
			}
			if is && !ok {
				value, ok = v, true
			}
		}
	}
	for n := r.U32(); n > 0; n-- {
		r.Text()
		r.Text()
		parameters()
	}
	parameters()
	return value, ok
}

// A machine that panics leaves a run that says so for good, and an engine that goes on.
func TestBrokenRun(t *testing.T) {
	var e engine
	h := e.unused()
	e.slots[h-1].run = &run{} // without a machine: every use of it panics
	for _, want := range []string{"nil pointer", "broke before"} {
		if got := e.advance(h, 10); got != statusCrashed {
			t.Fatalf("advance returns %d", got)
		}
		r := abi.Reader{B: e.Result}
		if text := r.Text(); !strings.Contains(text, want) {
			t.Errorf("the text is %q, want %q", text, want)
		}
	}
	if got := e.close(h); got != abi.OK {
		t.Errorf("close returns %d", got)
	}
	if got := e.open(put(&e, "version 1\nkernel 2.6.24\nelevator noop\ntask 1\n  write 0 +8\n")); got != abi.OK {
		t.Fatalf("open returns %d", got)
	}
	r := abi.Reader{B: e.Result}
	if again := r.U32(); again != h {
		t.Errorf("the handle is %d, %d is free", again, h)
	}
}

// The recorder forgets each slice: what the engine keeps does not grow with the run.
func TestRecordsAreNotKept(t *testing.T) {
	var e engine
	if got := e.open(put(&e, "version 1\nkernel 2.6.24\nelevator noop\ntask 1\n  stream write random seed=3 count=20000 +8 every 1ms\n")); got != abi.OK {
		t.Fatalf("open returns %d", got)
	}
	const slice = 500
	total := 0
	for e.advance(1, slice) == 0 {
		n := len(e.slots[0].run.records())
		total += n
		if n < slice || n > 2*slice {
			t.Fatalf("%d records in a slice of %d", n, slice)
		}
	}
	if total < 100_000 || cap(e.slots[0].run.records()) > 4096 {
		t.Errorf("%d records went by, %d are kept", total, cap(e.slots[0].run.records()))
	}
}

// What led to a record has a lower number than it, as the page counts them: also
// the records that the machine's making leaves are given.
func TestRecordsPointBack(t *testing.T) {
	for _, kernel := range []string{"2.6.24", "4.4", "6.18"} {
		var e engine
		text := "version 1\nkernel " + kernel + "\ntask 1 ioprio=be/2\n  stream write random seed=3 count=300 +8\n  wait\n"
		if got := e.open(put(&e, text)); got != abi.OK {
			t.Fatalf("kernel %s: open returns %d", kernel, got)
		}
		number := int32(0)
		for more := true; more; {
			more = e.advance(1, 50) == int32(core.Running)
			for _, r := range e.slots[0].run.records() {
				if r.By >= number {
					t.Fatalf("kernel %s: record %d names %d as what led to it", kernel, number, r.By)
				}
				number++
			}
		}
		if all := int32(e.slots[0].run.m.Trace().Len()); number != all {
			t.Errorf("kernel %s: %d records were given, the run made %d", kernel, number, all)
		}
	}
}
