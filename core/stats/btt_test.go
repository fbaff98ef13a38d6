package stats_test

import (
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"blkplay/core/replay"
	"blkplay/core/stats"
	"blkplay/core/trace"
	"blkplay/core/trace/blktrace"
)

// TestFiguresAreBttsOwn holds the figures of real traces against what btt 1.2.0
// printed of them, line for line.
func TestFiguresAreBttsOwn(t *testing.T) {
	reports, err := filepath.Glob("../testdata/traces/*/*.btt.txt")
	if err != nil || len(reports) == 0 {
		t.Fatalf("no reports: %v", err)
	}
	for _, path := range reports {
		name := strings.TrimSuffix(filepath.Base(path), ".btt.txt")
		t.Run(name, func(t *testing.T) {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			got := compared(string(figures(t, filepath.Dir(path)).AppendBTT(nil, 7, 0)))
			want := compared(string(text))
			if len(got) != len(want) {
				t.Errorf("%d lines, want %d", len(got), len(want))
			}
			for i := range min(len(got), len(want)) {
				if got[i] != want[i] {
					t.Errorf("\nours %s\nbtt  %s", got[i], want[i])
				}
			}
		})
	}
}

// manyModes is a mode that btt took of several.
var manyModes = regexp.MustCompile(`\| \d+(\(\d+\)\n +\.\.\.)`)

// compared returns the lines of a report that have something in them. Of several
// equally frequent distances btt takes any.
func compared(report string) []string {
	var lines []string
	for _, line := range strings.Split(manyModes.ReplaceAllString(report, "| any$1"), "\n") {
		if line = strings.TrimRight(line, " "); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// figures are those of the binary trace in dir.
func figures(t *testing.T, dir string) *stats.Stats {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "*.blktrace.*.gz"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no trace in %s: %v", dir, err)
	}
	var files []replay.File
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, replay.Bytes(filepath.Base(path), data))
	}
	source, err := replay.Open(files)
	if err != nil {
		t.Fatal(err)
	}
	s := stats.New()
	var rec blktrace.Record
	for {
		err := source.Next(&rec)
		if err == io.EOF {
			return s
		}
		if err != nil {
			t.Fatal(err)
		}
		var e trace.Event
		if blktrace.ToEvent(&e, &rec, 0) {
			s.Add(&e)
		}
	}
}
