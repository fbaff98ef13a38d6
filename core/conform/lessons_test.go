package conform

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"blkplay/core/scenario"
)

// TestLessons runs the scenarios that the playground offers as lessons (those of
// its folder beyond have no golden case, and tests of their own): each must do
// what the kernel's own code did in the golden case of its name.
func TestLessons(t *testing.T) {
	golden := curriculum(t)
	names, err := filepath.Glob("../../web/scenarios/lessons/*.blkplay")
	if err != nil || len(names) == 0 {
		t.Fatal("no lessons", err)
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		lesson := strings.TrimSuffix(filepath.Base(name), ".blkplay")
		t.Run(lesson, func(t *testing.T) {
			sc, err := scenario.Parse(string(text))
			if err != nil {
				t.Fatal(err)
			}
			c, ok := golden[lesson]
			if !ok {
				t.Fatal("there is no golden case of this name")
			}
			c.sc = *sc
			if diff := c.Run(); diff != nil {
				t.Error(diff.Text)
			}
		})
	}
}

func curriculum(t *testing.T) map[string]*Case {
	f, err := os.Open("../testdata/conformance/curriculum.jsonl.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	cases := map[string]*Case{}
	err = Each(f, func(r Result) bool {
		cases[r.Case.Name] = r.Case
		return true
	})
	if err != nil {
		t.Fatal(err)
	}
	return cases
}
