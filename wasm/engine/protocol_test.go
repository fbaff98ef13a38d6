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
	"blkplay/wasm/abi"
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
	var w abi.Writer
	w.Text("blkplay ▸ 1")
	w.Messages([]abi.Message{{Line: 4, Column: 3, Text: "what is wrong"}, {Text: "nowhere"}})
	p := scenario.Parameter{Name: "fifo_batch", Unit: "requests", Text: "so many", Min: -1 << 31, Max: 1 << 40, Live: true}
	writeParameter(&w, scenario.Default(scenario.Linux2624), &p)
	return append(w.B, bytesOf(pinned)...)
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
	e.Buffer(len(tail))
	copy(e.Input(len(tail)), tail)
	if events := eventsIn(e.Input(len(tail))); !slices.Equal(events, pinned) {
		t.Errorf("records read back as %+v", events)
	}
}

// The numbers of protocol.ts.
func TestStatusNumbers(t *testing.T) {
	got := []int32{int32(core.Running), int32(core.Complete), int32(core.Stuck), int32(core.Limited), statusCrashed}
	if want := []int32{0, 1, 2, 3, 4}; !slices.Equal(got, want) {
		t.Errorf("statuses are %v, want %v", got, want)
	}
}
