package main

import (
	"bytes"
	"flag"
	"os"
	"slices"
	"testing"

	"blkplay/core"
	"blkplay/core/scenario"
	"blkplay/core/trace"
)

var rewrite = flag.Bool("rewrite", false, "write testdata/protocol.bin anew")

// golden is read by web/engine/protocol.test.ts, which expects these very values.
const golden = "testdata/protocol.bin"

var pinned = []trace.Event{
	{Time: 1<<53 - 1, Sector: 1 << 40, Arg: -2, Sectors: 3, Bio: 4, Req: trace.None, By: 6,
		Task: 65535, Kind: trace.Queue, RWBS: trace.Write | trace.Sync, Cause: 300, Aux: 65534},
	{Time: 1000, Sector: -1, Sectors: -5, Bio: trace.None, Req: 1 << 30, By: trace.None, Kind: trace.End, Cause: trace.RunLimit},
}

func pin() []byte {
	var w writer
	w.text("blkplay ▸ 1")
	w.messages([]message{{4, 3, "what is wrong"}, {text: "nowhere"}})
	p := scenario.Parameter{Name: "fifo_batch", Unit: "requests", Text: "so many", Min: -1 << 31, Max: 1 << 40, Live: true}
	w.parameter(scenario.Default(scenario.Linux2624), &p)
	w.text("scenario")
	w.text("report")
	w.text(string(files()))
	return append(w.b, bytesOf(pinned)...)
}

// files are what the page writes for a conversion.
func files() []byte {
	var w writer
	w.text("2.6.24")
	w.text("deadline")
	w.u32(2)
	w.text("é.blktrace.0")
	w.text("\x00\xff\x07")
	w.text("empty")
	w.text("")
	return w.b
}

func TestProtocolBytes(t *testing.T) {
	got := pin()
	if *rewrite {
		if err := os.WriteFile(golden, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("what the engine writes is not what %s has: change both sides of the protocol, then go test ./wasm/engine -rewrite", golden)
	}
	tail := want[len(want)-2*trace.Size:]
	e := engine{}
	e.buffer(len(tail))
	copy(e.input(len(tail)), tail)
	if events := eventsIn(e.input(len(tail))); !slices.Equal(events, pinned) {
		t.Errorf("records read back as %+v", events)
	}
}

func TestReaderTooShort(t *testing.T) {
	whole := files()
	for n := range whole {
		r := reader{b: whole[:n]}
		if _, _, err := readFiles(&r); err == nil {
			t.Errorf("%d of %d bytes were enough", n, len(whole))
		}
	}
	list, opt, err := readFiles(&reader{b: whole})
	if err != nil || len(list) != 2 || list[0].Name != "é.blktrace.0" || opt.Kernel != "2.6.24" || opt.Elevator != "deadline" {
		t.Errorf("%v %v %v", list, opt, err)
	}
}

// The numbers of protocol.ts.
func TestStatusNumbers(t *testing.T) {
	got := []int32{int32(core.Running), int32(core.Complete), int32(core.Stuck), int32(core.Limited), statusCrashed}
	if want := []int32{0, 1, 2, 3, 4}; !slices.Equal(got, want) {
		t.Errorf("statuses are %v, want %v", got, want)
	}
}
