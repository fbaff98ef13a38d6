package soak

import (
	"strings"
	"testing"

	"blkplay/core"
	"blkplay/core/scenario"
	"blkplay/core/trace"
)

// ran returns a run of a few bios that merge.
func ran(t *testing.T) (*scenario.Scenario, *core.Machine) {
	t.Helper()
	sc, err := scenario.Parse("version 1\nkernel 2.6.24\nelevator deadline\ndevice linear depth=2\ntask 1\n  write 0 +8 x10\n  read 800 +8 x10 step 64\n  wait\n")
	if err != nil {
		t.Fatal(err)
	}
	m, err := core.New(sc, core.Options{Trace: true, Times: true})
	if err != nil {
		t.Fatal(err)
	}
	m.Run(core.Forever, 0)
	if err := fold(sc, m); err != nil {
		t.Fatal(err)
	}
	return sc, m
}

// TestFoldSees spoils a good trace in each way that fold looks for.
func TestFoldSees(t *testing.T) {
	for _, c := range []struct {
		kind  trace.Kind
		spoil func(e *trace.Event)
		want  string
	}{
		{trace.Issue, func(e *trace.Event) { e.Sectors++ }, "completes"},
		{trace.Issue, func(e *trace.Event) { e.Kind = trace.Note }, "issued was 0 + 0"},
		{trace.Complete, func(e *trace.Event) { e.Sector++ }, "issued was"},
		{trace.Complete, func(e *trace.Event) { e.Kind = trace.Note }, "in a device of depth 2|stay in the device"},
		{trace.BioEnd, func(e *trace.Event) { e.Bio = 19 }, "ends twice"},
		{trace.BioEnd, func(e *trace.Event) { e.Kind = trace.Note }, "ended 0 times"},
		{trace.Queue, func(e *trace.Event) { e.Sectors++ }, "are not those submitted"},
		{trace.Queue, func(e *trace.Event) { e.RWBS ^= trace.Write }, "are not those submitted"},
		{trace.RequestFree, func(e *trace.Event) { e.Kind = trace.Note }, "requests were got"},
		{trace.Queue, func(e *trace.Event) { e.Time = 1 << 40 }, "time goes back"},
	} {
		sc, m := ran(t)
		events := m.Trace().Events()
		found := false
		for i := range events {
			if events[i].Kind == c.kind {
				c.spoil(&events[i])
				found = true
				break
			}
		}
		err := fold(sc, m)
		if !found || err == nil {
			t.Errorf("kind %d, %q: %v", c.kind, c.want, err)
			continue
		}
		some := false
		for _, want := range strings.Split(c.want, "|") {
			some = some || strings.Contains(err.Error(), want)
		}
		if !some {
			t.Errorf("kind %d: %v, want %q", c.kind, err, c.want)
		}
	}
}

func TestScenariosDiffer(t *testing.T) {
	texts := map[string]bool{}
	for seed := range uint64(200) {
		texts[scenario.Format(Scenario(seed))] = true
	}
	if len(texts) != 200 {
		t.Errorf("%d of 200 scenarios differ", len(texts))
	}
}
