package blkparse_test

import (
	"bytes"
	"io"
	"testing"

	"blkplay/core/trace"
	"blkplay/core/trace/blkparse"
	"blkplay/core/trace/blktrace"
)

// events and the lines that blkparse 1.2.0 prints for their binary.
var eventLines = []struct {
	event trace.Event
	comm  string
	line  string
}{
	{trace.Event{Kind: trace.Queue, RWBS: trace.Write, Sectors: 8, Task: 1}, "task1", "  8,0    0        1     0.000000000     1  Q   W 0 + 8 [task1]"},
	{trace.Event{Kind: trace.GetRequest, RWBS: trace.Write | trace.Sync, Sectors: 8, Task: 1}, "task1", "  8,0    0        2     0.000000000     1  G  WS 0 + 8 [task1]"},
	{trace.Event{Kind: trace.Plug, RWBS: trace.NoData, Task: 1}, "task1", "  8,0    0        3     0.000000000     1  P   N [task1]"},
	{trace.Event{Kind: trace.Insert, Time: 1, RWBS: trace.Write, Sectors: 8, Task: 1}, "task1", "  8,0    0        4     0.000000001     1  I   W 0 + 8 [task1]"},
	{trace.Event{Kind: trace.BackMerge, Time: 999, RWBS: trace.Ahead, Sector: 8, Sectors: 256, Task: 12345}, "cat", "  8,0    0        5     0.000000999 12345  M  RA 8 + 256 [cat]"},
	{trace.Event{Kind: trace.FrontMerge, Time: 999, RWBS: trace.Meta | trace.Sync | trace.Ahead, Sector: 8, Sectors: 256, Task: 60000}, "cat", "  8,0    0        6     0.000000999 60000  F RASM 8 + 256 [cat]"},
	{trace.Event{Kind: trace.SleepRequest, Time: 999, RWBS: trace.Meta, Sector: 8, Sectors: 256, Task: 60000}, "cat", "  8,0    0        7     0.000000999 60000  S  RM 8 + 256 [cat]"},
	{trace.Event{Kind: trace.UnplugTimer, Time: 4_000_000, RWBS: trace.NoData, Sectors: 3}, blkparse.Swapper, "  8,0    0        8     0.004000000     0 UT   N [swapper] 3"},
	{trace.Event{Kind: trace.Unplug, Time: 4_000_000, RWBS: trace.NoData, Sectors: 128, Task: 1}, "task1", "  8,0    0        9     0.004000000     1  U   N [task1] 128"},
	{trace.Event{Kind: trace.Issue, Time: 1_234_567_890_123, Sector: 1 << 40, Sectors: 1024}, blkparse.Swapper, "  8,0    0       10  1234.567890123     0  D   R 1099511627776 + 1024 [swapper]"},
	{trace.Event{Kind: trace.Requeue, Time: 1_234_567_890_123, Sector: 4, Sectors: 1}, blkparse.Swapper, "  8,0    0       11  1234.567890123     0  R   R 4 + 1 [0]"},
	{trace.Event{Kind: trace.Split, Time: 123_456_000_000_000, Sector: 100, Sectors: 28, Arg: 128, RWBS: trace.Sync, Task: 7}, "dd", "  8,0    0       12 123456.000000000     7  X  RS 100 / 128 [dd]"},
	{trace.Event{Kind: trace.Complete, Time: 123_456_000_000_001, Sector: 4, Sectors: 1, RWBS: trace.Write}, blkparse.Swapper, "  8,0    0       13 123456.000000001     0  C   W 4 + 1 [0]"},
}

func TestAppendEvent(t *testing.T) {
	for i := range eventLines {
		x := &eventLines[i]
		if got := string(blkparse.AppendEvent(nil, &x.event, i+1, x.comm)); got != x.line+"\n" {
			t.Errorf("\n got %q\nwant %q", got, x.line+"\n")
		}
	}
}

func TestAppendEventAllocatesNothing(t *testing.T) {
	b := make([]byte, 0, 1<<12)
	if n := testing.AllocsPerRun(100, func() {
		b = b[:0]
		for i := range eventLines {
			b = blkparse.AppendEvent(b, &eventLines[i].event, i+1, eventLines[i].comm)
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// The text of a run and the text of the run's binary are the same.
func TestEventsThroughTheBinary(t *testing.T) {
	names := blktrace.Names{}
	var want, file []byte
	w := blktrace.NewWriter(names)
	for i := range eventLines {
		x := &eventLines[i]
		names.Add(uint32(x.event.Task), x.comm)
		want = blkparse.AppendEvent(want, &x.event, i+1, x.comm)
		var r blktrace.Record
		blktrace.FromEvent(&r, &x.event, blkparse.Device, uint32(i+1))
		file = w.Append(file, &r)
	}
	m := merge([][]byte{file})
	text := blkparse.NewText(m.Names)
	var got []byte
	var r blktrace.Record
	for {
		err := m.Next(&r)
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		got = text.Append(got, &r)
	}
	if !bytes.Equal(got, want) {
		compareLines(t, string(got), string(want))
	}
	if int(m.Report.Processes) != len(names) {
		t.Errorf("%d names, want one for each task", m.Report.Processes)
	}
}

func TestCommIsCutAsTheKernelCuts(t *testing.T) {
	if got := blkparse.Comm("a_name_that_is_too_long"); got != "a_name_that_is_" {
		t.Errorf("got %q", got)
	}
}
