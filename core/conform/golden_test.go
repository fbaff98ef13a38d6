package conform_test

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"blkplay/core/conform"
)

// identical are the files that came out identical once: no case of them may be
// without a machine again. Files not here run as soon as each of their machines
// is modelled.
var identical = []string{"2.6.24-noop", "2.6.24-deadline", "4.4-noop", "6.18-none"}

// TestGolden runs every golden file, and in it every case, as subtests:
//
//	go test ./core/conform -run 'Golden/2.6.24-noop/timer-unplug-1$'
func TestGolden(t *testing.T) {
	names, err := filepath.Glob("../testdata/conformance/*.jsonl.gz")
	if err != nil || len(names) == 0 {
		t.Fatal("no golden files", err)
	}
	for _, name := range names {
		file := strings.TrimSuffix(filepath.Base(name), ".jsonl.gz")
		if err := modelled(t, name); err != nil {
			if slices.Contains(identical, file) {
				t.Errorf("%s: %v", file, err)
			}
			t.Logf("%s: %v", name, err)
			continue
		}
		t.Run(file, func(t *testing.T) { goldenFile(t, name) })
	}
}

// modelled returns nil if the machine of each of the file's cases can be built.
func modelled(t *testing.T, name string) error {
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r, err := conform.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	for {
		c, err := r.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Modelled(); err != nil {
			return err
		}
	}
}

// failuresInFull is how many cases of a file are reported with their events.
const failuresInFull = 3

func goldenFile(t *testing.T, name string) {
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	cases, failed := 0, 0
	err = conform.Each(f, func(r conform.Result) bool {
		cases++
		t.Run(r.Case.Name, func(t *testing.T) {
			if r.Diff == nil {
				return
			}
			failed++
			if failed <= failuresInFull {
				t.Error(r.Diff.Text)
			} else {
				t.Fail()
			}
		})
		return true
	})
	if err != nil {
		t.Fatal(err)
	}
	if cases == 0 {
		t.Fatal("no cases")
	}
	if failed > 0 {
		t.Errorf("%d of %d identical", cases-failed, cases)
	}
}
