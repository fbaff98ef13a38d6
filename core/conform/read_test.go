package conform_test

import (
	"io"
	"os"
	"path/filepath"
	"testing"

	"blkplay/core/conform"
)

// eachCase calls f for every golden case there is.
func eachCase(t *testing.T, f func(file string, c *conform.Case)) {
	t.Helper()
	names, _ := filepath.Glob("../testdata/conformance/*.jsonl.gz")
	if len(names) == 0 {
		t.Fatal("no golden files")
	}
	for _, name := range names {
		file, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		r, err := conform.NewReader(file)
		if err != nil {
			t.Fatal(name, err)
		}
		for {
			c, err := r.Next()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(name, err)
			}
			f(filepath.Base(name), c)
		}
		file.Close()
	}
}

func TestEveryGoldenCaseIsAScenario(t *testing.T) {
	cases, ops := 0, 0
	eachCase(t, func(file string, c *conform.Case) {
		sc, err := c.Scenario()
		if err != nil {
			t.Error(file, err)
			return
		}
		cases++
		for i := range sc.Tasks {
			ops += len(sc.Tasks[i].Ops)
		}
		if c.Diff(&c.Want) != nil {
			t.Error(file, c.Name, "is not identical to itself")
		}
	})
	if cases != 2670 || ops < 100_000 {
		t.Errorf("%d cases with %d ops", cases, ops)
	}
}

func TestDiffFindsEachKindOfDifference(t *testing.T) {
	seen := map[string]int{}
	eachCase(t, func(file string, c *conform.Case) {
		if len(c.Want.Events) == 0 {
			return
		}
		got := c.Want
		got.Events = append([]conform.Event(nil), got.Events...)
		got.Events[len(got.Events)-1].Sector++
		if d := c.Diff(&got); d == nil || d.What != "event" || d.Index != len(got.Events)-1 {
			t.Error(file, c.Name, "a changed event is not seen:", d)
		}
		got = c.Want
		got.Bios = got.Bios[1:]
		if d := c.Diff(&got); d == nil || d.What != "bio" {
			t.Error(file, c.Name, "a missing bio is not seen")
		}
		for _, drop := range []func(*conform.Outcome){
			func(o *conform.Outcome) { o.IOContexts = nil },
			func(o *conform.Outcome) { o.Sets = nil },
			func(o *conform.Outcome) { o.Blocked = nil },
		} {
			got = c.Want
			drop(&got)
			if d := c.Diff(&got); d != nil {
				seen[d.What]++
			}
		}
	})
	for _, what := range []string{"ioc", "sets", "deadlock"} {
		if seen[what] == 0 {
			t.Error("no case in which a missing", what, "is seen")
		}
	}
}
