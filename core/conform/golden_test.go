package conform_test

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"blkplay/core/conform"
)

// TestGolden runs every golden file, and in it every case, as subtests:
//
//	go test ./core/conform -run 'Golden/2.6.24-noop/timer-unplug-1$'
func TestGolden(t *testing.T) {
	names, err := filepath.Glob("../testdata/conformance/*.jsonl.gz")
	if err != nil || len(names) == 0 {
		t.Fatal("no golden files", err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".jsonl.gz"), func(t *testing.T) { goldenFile(t, name) })
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
	r, err := conform.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	cases, failed := 0, 0
	for {
		c, err := r.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		cases++
		t.Run(c.Name, func(t *testing.T) {
			diff := c.Run()
			if diff == nil {
				return
			}
			if failed++; failed > failuresInFull {
				t.Fail()
			} else {
				t.Error(diff.Text)
			}
		})
	}
	if cases == 0 {
		t.Fatal("no cases")
	}
	if failed > 0 {
		t.Errorf("%d of %d identical", cases-failed, cases)
	}
}
