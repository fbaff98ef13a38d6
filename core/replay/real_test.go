package replay_test

import (
	"os"
	"path/filepath"
	"testing"

	"blkplay/core/replay"
	"blkplay/core/scenario"
	"blkplay/core/trace/blktrace"
)

const tracesDir = "../testdata/traces"

// traceNames are the traces of real machines that have both binary and text.
func traceNames(t testing.TB) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(tracesDir, "*", "*.blkparse.txt.gz"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no traces: %v", err)
	}
	var names []string
	for _, path := range paths {
		names = append(names, filepath.Base(filepath.Dir(path)))
	}
	return names
}

// files opens the files of a trace that end so, as they lie on disk: gzipped.
func files(t testing.TB, name, pattern string) []replay.File {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(tracesDir, name, name+pattern))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no %s of %s: %v", pattern, name, err)
	}
	var list []replay.File
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, replay.Bytes(filepath.Base(path), data))
	}
	return list
}

func TestConvertKeepsEveryBio(t *testing.T) {
	for _, name := range traceNames(t) {
		for _, pattern := range []string{".blktrace.*.gz", ".blkparse.txt.gz", ".full.txt.gz"} {
			t.Run(name+pattern, func(t *testing.T) {
				sc, report, err := replay.Convert(files(t, name, pattern), replay.Options{})
				if err != nil {
					t.Fatal(err)
				}
				tr, _, err := replay.Load(files(t, name, pattern))
				if err != nil {
					t.Fatal(err)
				}
				compare(t, tr, sc, report)
			})
		}
	}
}

// compare checks sc against tr by a way of its own: bios by task.
func compare(t *testing.T, tr *replay.Trace, sc *scenario.Scenario, report *replay.Report) {
	t.Helper()
	if errs := scenario.Check(sc); len(errs) > 0 {
		t.Fatal(errs)
	}
	want := map[int][]scenario.IO{}
	var times = map[int][]int64{}
	var first uint64
	begun := false
	for i := range tr.Records {
		r := &tr.Records[i]
		if r.Action != blktrace.Queue || r.IsNote() || r.Bytes == 0 || r.Category&blktrace.Discard != 0 {
			continue
		}
		if !begun {
			begun, first = true, r.Time
		}
		want[int(r.PID)] = append(want[int(r.PID)], scenario.IO{
			Write: r.Category&blktrace.Write != 0, Sync: r.Category&blktrace.Sync != 0,
			Meta: r.Category&blktrace.Meta != 0, Ahead: r.Category&blktrace.Ahead != 0,
			Sector: int64(r.Sector), Sectors: int64(r.Sectors()), Count: 1,
		})
		times[int(r.PID)] = append(times[int(r.PID)], int64(r.Time-first))
	}
	if len(sc.Tasks) != len(want) {
		t.Fatalf("%d tasks, the trace has %d pids that queue", len(sc.Tasks), len(want))
	}
	var bios int64
	for _, task := range sc.Tasks {
		if task.Name != tr.Names[uint32(task.ID)] {
			t.Errorf("task %d is called %q, the process %q", task.ID, task.Name, tr.Names[uint32(task.ID)])
		}
		list, at := want[task.ID], times[task.ID]
		var now, left int64
		for _, op := range task.Ops {
			if op.Kind == scenario.Sleep {
				now = op.Time
				continue
			}
			if len(list) == 0 {
				t.Fatalf("task %d: a bio too many: %+v", task.ID, op.IO)
			}
			whole := list[0]
			if left == 0 {
				left = whole.Sectors
			}
			piece := whole
			piece.Sector += whole.Sectors - left
			piece.Sectors = op.IO.Sectors
			if op.IO != piece || now != at[0] || op.IO.Sectors > left || op.IO.Sectors > sc.Queue.MaxSectors {
				t.Fatalf("task %d at %d: %+v, want a piece of %+v at %d", task.ID, now, op.IO, whole, at[0])
			}
			if left -= op.IO.Sectors; left == 0 {
				list, at = list[1:], at[1:]
				bios++
			}
		}
		if len(list) > 0 || left > 0 {
			t.Fatalf("task %d: %d bios are missing", task.ID, len(list))
		}
	}
	if bios != report.Bios || report.Bios+report.Flushes+report.Discards != report.Queued {
		t.Errorf("%d bios sent, report: %+v", bios, report)
	}
}
