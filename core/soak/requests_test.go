package soak

import (
	"strings"
	"testing"

	"blkplay/core/trace"
)

// TestFoldRequestsSees spoils a good trace in each way that foldRequests looks for.
func TestFoldRequestsSees(t *testing.T) {
	gone := func(e *trace.Event) { e.Kind = trace.Note }
	for _, c := range []struct {
		kind  trace.Kind
		spoil func(e *trace.Event)
		want  string
	}{
		{trace.BackMerge, gone, "none of its bios left begins"},
		{trace.Issue, func(e *trace.Event) { e.Sectors++ }, "is issued with"},
		{trace.BackMerge, func(e *trace.Event) { e.Sector++ }, "none of its bios left begins"},
		{trace.Insert, gone, "last seen in G"},
		{trace.Issue, gone, "last seen in I"},
		{trace.Complete, gone, "freed, last seen in D"},
		{trace.RequestFree, gone, "never freed"},
		{trace.GetRequest, gone, "not alive"},
		{trace.Plug, gone, "twice"},
		{trace.PlugOff, gone, "plugged|twice"},
		{trace.Queue, func(e *trace.Event) { e.By = 1 << 30 }, "not before it"},
		{trace.MergeFound, func(e *trace.Event) { e.Cause = 9999 }, "has no rule"},
	} {
		sc, m := ran(t)
		if err := foldRequests(sc, m); err != nil {
			t.Fatal(err)
		}
		for i := range m.Trace().Events() {
			if e := &m.Trace().Events()[i]; e.Kind == c.kind {
				c.spoil(e)
				break
			}
		}
		err, some := foldRequests(sc, m), false
		for _, want := range strings.Split(c.want, "|") {
			some = some || err != nil && strings.Contains(err.Error(), want)
		}
		if !some {
			t.Errorf("kind %d: %v, want %q", c.kind, err, c.want)
		}
	}
}
