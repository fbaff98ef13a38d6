package core

import (
	"hash/fnv"
	"strconv"
	"testing"

	"blkplay/core/block"
	"blkplay/core/trace"
)

// FNV-1a as the standard library computes it, of lines written in one go.
func TestTextHash(t *testing.T) {
	tasks := []*block.Task{{}, {}}
	tasks[0].ID, tasks[1].ID = 1, 2
	tasks[1].Name = "a-name-longer-than-the-kernel-keeps"
	m := &Machine{sys: &block.System{Tasks: tasks}}
	var events []trace.Event
	for i := range 1000 {
		events = append(events,
			trace.Event{Time: int64(i) * 1000, Kind: trace.Queue, Sector: int64(8 * i), Sectors: 8, Task: uint16(i % 3), RWBS: trace.Write},
			trace.Event{Time: int64(i) * 1000, Kind: trace.Choose})
	}
	whole := m.Text()
	text := whole.Append(nil, events)
	if whole.Lines() != 1000 {
		t.Errorf("%d lines, want 1000", whole.Lines())
	}
	want := fnv.New64a()
	want.Write(text)
	if got := whole.Hash(); got != pad(want.Sum64()) {
		t.Errorf("hash %s, want %s", got, pad(want.Sum64()))
	}
	sliced := m.Text()
	for i := 0; i < len(events); i += 7 {
		sliced.Count(events[i:min(i+7, len(events))])
	}
	if sliced.Hash() != whole.Hash() {
		t.Errorf("in slices %s, in one go %s", sliced.Hash(), whole.Hash())
	}
	last := m.Text()
	last.Skip(999)
	line := string(last.Append(nil, events[1998:]))
	if line != string(text[len(text)-len(line):]) {
		t.Errorf("the last line alone is %q", line)
	}
}

func pad(v uint64) string {
	s := strconv.FormatUint(v, 16)
	for len(s) < 16 {
		s = "0" + s
	}
	return s
}
