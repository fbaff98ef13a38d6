package conform_test

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"blkplay/core/conform"
	"blkplay/core/scenario"
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

// TestGoldenCasesAreRead goes through every case once, since reading them is
// most of the work: each is a scenario, also as text; each is identical to
// itself, and whatever is changed in it is seen.
func TestGoldenCasesAreRead(t *testing.T) {
	cases, ops := 0, 0
	dropped := map[string]int{}
	eachCase(t, func(file string, c *conform.Case) {
		sc := c.Scenario()
		cases++
		for i := range sc.Tasks {
			ops += len(sc.Tasks[i].Ops)
		}
		if err := textAndBack(sc); err != nil && !t.Failed() {
			t.Errorf("%s %s: %v", file, c.Name, err)
		}
		if d := c.Diff(&c.Want); d != nil {
			t.Error(file, c.Name, "is not identical to itself:", d)
		}
		checkDiff(t, file, c, dropped)
	})
	if cases != 2670 || ops < 100_000 {
		t.Errorf("%d cases with %d ops", cases, ops)
	}
	for _, what := range []string{"ioc", "sets", "deadlock"} {
		if dropped[what] == 0 {
			t.Error("no case in which a missing", what, "is seen")
		}
	}
}

// textAndBack writes sc as text and reads that.
func textAndBack(sc *scenario.Scenario) error {
	text := scenario.Format(sc)
	back, err := scenario.Parse(text)
	if err != nil {
		return err
	}
	back.ClearPos()
	if !reflect.DeepEqual(sc, back) {
		return fmt.Errorf("%+v\n%+v\n%.600s", sc, back, text)
	}
	return nil
}

// checkDiff changes what c wants here and there; all of it must show.
func checkDiff(t *testing.T, file string, c *conform.Case, dropped map[string]int) {
	if len(c.Want.Events) == 0 {
		return
	}
	got := c.Want
	got.Events = slices.Clone(got.Events)
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
			dropped[d.What]++
		}
	}
}
