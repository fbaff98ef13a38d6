package lesson

import (
	"os"
	"testing"

	"blkplay/core/conform"
)

// golden says which golden case a run is.
var golden = []struct{ lesson, variant, run, name string }{
	{"e01", "base", "main", "e01"}, {"e01", "v1", "main", "e01-v1"}, {"e01", "v2", "main", "e01-v2"}, {"e01", "v3", "main", "e01-v3"},
	{"e02", "base", "main", "e02"}, {"e02", "v1", "main", "e02-v1"}, {"e02", "v2", "main", "e02-v2"}, {"e02", "v3", "main", "e02-v3"},
	{"e02", "base", "streams", "e02-goal-start"},
	{"e03", "base", "main", "e03"}, {"e03", "v1", "main", "e03-v1"}, {"e03", "v2", "main", "e03-v2"},
	{"e04", "base", "main", "e04"}, {"e04", "base", "noop", "e04-noop"},
	{"e05", "base", "main", "e05"}, {"e05", "v1", "main", "e05-v1"}, {"e05", "v2", "main", "e05-v2"},
	{"e06", "base", "main", "e06"}, {"e06", "v1", "main", "e06-v1"}, {"e06", "v2", "main", "e06-v2"},
	{"e07", "base", "main", "e07"}, {"e07", "base", "three", "e07-ws3"},
	{"e08", "base", "main", "e08"}, {"e08", "v1", "main", "e08-v1"}, {"e08", "v2", "main", "e08-v2"},
	{"e09", "base", "main", "e09"}, {"e09", "v1", "main", "e09-v1"}, {"e09", "v2", "main", "e09-v2"},
	{"e09", "base", "first", "e09-prio-no-effect"}, {"e09", "base", "five", "e09-goal-start"},
	{"e10", "base", "main", "e10"}, {"e10", "v1", "main", "e10-v1"}, {"e10", "v2", "main", "e10-v2"}, {"e10", "base", "busy", "e10-compute"},
	{"e10", "base", "crossed", "e10-two-plugs"}, {"e10", "base", "unseen", "e10-two-plugs-untracked"},
	{"e11", "base", "old", "e11-2.6.24"}, {"e11", "base", "new", "e11-4.4"},
	{"e11", "v1", "old", "e11-v1-2.6.24"}, {"e11", "v1", "new", "e11-v1-4.4"},
	{"e12", "base", "main", "e12"}, {"e12", "v1", "main", "e12-v1"}, {"e12", "base", "plain", "e12-no-ioprio"}, {"e12", "base", "fair", "e12-cfq"},
	{"e12", "base", "apart", "clone-io-not-shared"},
}

// goldenGoals says which golden case a goal's run is, its knobs turned.
var goldenGoals = []struct{ lesson, variant, question, answer, name string }{
	{"e01", "base", "twelve", "unplug_delay_ms=12", "e01-goal"},
	{"e02", "base", "fewer", "unplug_delay_ms=5 unplug_thresh=5", "e02-goal"},
	{"e02", "v1", "fewer", "unplug_delay_ms=4 unplug_thresh=8", "e02-goal-v1"},
	{"e02", "v2", "fewer", "unplug_delay_ms=6 unplug_thresh=8", "e02-goal-v2"},
	{"e04", "base", "move", "sector.1=1000", "e04-goal"},
	{"e05", "base", "one", "max_sectors=56", "e05-goal"},
	{"e05", "base", "one", "max_sectors=40", "e05-pair-only"},
	{"e06", "base", "nobody", "nr_requests=7", "e06-almost"},
	{"e06", "base", "nobody", "nr_requests=8", "e06-goal"},
	{"e07", "base", "second", "writes_starved=1", "e07-goal"},
	{"e08", "base", "all", "antic_expire=7", "e08-almost"},
	{"e08", "base", "all", "antic_expire=8", "e08-goal"},
	{"e09", "base", "yields", "ioprio.1=be/7", "e09-goal"},
	{"e11", "base", "same", "unplug_thresh=5", "e11-goal"},
	{"e12", "base", "merges", "clone_io.2=yes", "clone-io-shared"},
}

// TestGolden holds that the runs are those of the golden cases, event for event.
func TestGolden(t *testing.T) {
	f, err := os.Open("../testdata/conformance/curriculum.jsonl.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	cases := map[string]*conform.Case{}
	if err := conform.Each(f, func(r conform.Result) bool { cases[r.Case.Name] = r.Case; return true }); err != nil {
		t.Fatal(err)
	}
	compare := func(name string, got *result) {
		t.Helper()
		c := cases[name]
		if c == nil {
			t.Fatal("there is no golden case", name)
		}
		delete(cases, name)
		n := 0
		for i := range got.events {
			e := &got.events[i]
			if !e.Kind.Traced() {
				continue
			}
			if n >= len(c.Want.Events) {
				t.Errorf("%s: more than %d events", name, n)
				return
			}
			w := c.Want.Events[n]
			if n++; e.Time != w.Time || e.Kind.Letter() != w.Action || e.Sector != w.Sector || int64(e.Sectors) != w.Sectors || int64(e.Task) != w.Task {
				t.Errorf("%s: event %d is %+v, want %v", name, n, e, w)
				return
			}
		}
		if n != len(c.Want.Events) {
			t.Errorf("%s: %d events, want %d", name, n, len(c.Want.Events))
		}
	}
	for _, g := range golden {
		compare(g.name, variant(t, read(t, g.lesson), g.variant).result(g.run))
	}
	for _, g := range goldenGoals {
		v := variant(t, read(t, g.lesson), g.variant)
		q := v.Exercise.question(g.question)
		list, problem := q.readTurned(g.answer)
		if problem != "" {
			t.Fatal(g.name, problem)
		}
		compare(g.name, v.try(q, list).done)
	}
	for name := range cases {
		if len(name) > 2 && name[0] == 'e' && digit(name[1]) && digit(name[2]) {
			t.Errorf("no lesson runs the golden case %s", name)
		}
	}
}
