package main

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"blkplay/core/scenario"
)

// busy is the most of a scenario with merges, sleeps, reads and synchronous writes, for any
// kernel and elevator.
const busy = `device linear depth=2 base_us=100 per_sector_ns=1000
task 1 name=cp
  write 0 +8 x20 step 8
  read 4000 +8
  wait
  sleep until 30ms
  write 9000 +64
  write 9064 +64 sync
  wait
task 2 name=db
  stream read random seed=7 count=100 +8 every 300us
  wait
task 3 name=tar
  sleep until 2ms
`

// plugged is what task 3 does, in a plug of its own where the kernel has those.
const plugged = `  write 20000 +8
  write 20008 +8
  write 20100 +8
`

// busyOn returns the scenario for a kernel and an elevator.
func busyOn(k *scenario.KernelInfo, elevator string) string {
	own := plugged
	if slices.Contains(k.Ops, scenario.StartPlug) {
		own = "  start_plug\n" + plugged + "  finish_plug\n"
	}
	return "version 1\nkernel " + string(k.Name) + "\nelevator " + elevator + "\n" + busy + own + "  wait\n"
}

// everyElevator calls f with busy on each elevator of each kernel.
func everyElevator(t *testing.T, f func(t *testing.T, text string)) {
	pairs := 0
	for _, k := range scenario.Kernels() {
		for _, e := range k.Elevators {
			pairs++
			t.Run(string(k.Name)+" "+e.Name, func(t *testing.T) {
				f(t, busyOn(&k, e.Name))
			})
		}
	}
	if pairs < 10 {
		t.Errorf("only %d elevators", pairs)
	}
}

// convert runs the command on a text or a file's name and returns what it wrote.
func convert(t *testing.T, from, ending string) string {
	t.Helper()
	if strings.HasPrefix(from, "version 1\n") {
		from = file(t, "a.blkplay", from)
	}
	to := filepath.Join(t.TempDir(), "a"+ending)
	if out, err, status := blkplay("", "convert", from, to); status != 0 || out+err != "" {
		t.Fatalf("%s: %d %q %q", ending, status, out, err)
	}
	text, err := os.ReadFile(to)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// chromeEvent is an event of a Chrome trace.
type chromeEvent struct {
	Ph, Name, Cat, ID string
	Ts                float64
	Tid               int
	Args              struct{ N *int64 }
}

// TestChrome holds that the spans of bios, requests and services are closed under
// the name by which they were opened, that threads nest, that time goes on, and
// that every counter ends where it began.
func TestChrome(t *testing.T) {
	everyElevator(t, func(t *testing.T, text string) {
		var got struct{ TraceEvents []chromeEvent }
		if err := json.Unmarshal([]byte(convert(t, text, ".json")), &got); err != nil {
			t.Fatal(err)
		}
		open := map[string]string{}
		depth := map[int]int{}
		counters := map[string]int64{}
		spans := map[string]int{}
		last := 0.0
		for _, e := range got.TraceEvents {
			if e.Ts < last {
				t.Fatalf("%v after %v", e, last)
			}
			last = e.Ts
			key := e.Cat + " " + e.ID
			switch e.Ph {
			case "b":
				if open[key] != "" {
					t.Fatalf("%s is open twice", key)
				}
				open[key] = e.Name
				spans[e.Cat]++
			case "e":
				if open[key] != e.Name {
					t.Fatalf("%s opens as %q and closes as %q", key, open[key], e.Name)
				}
				delete(open, key)
			case "B":
				depth[e.Tid]++
			case "E":
				if depth[e.Tid]--; depth[e.Tid] < 0 {
					t.Fatalf("thread %d closes what is not open", e.Tid)
				}
			case "C":
				counters[e.Name] = *e.Args.N
			}
		}
		for name, n := range counters {
			if n != 0 {
				t.Errorf("%s ends at %d", name, n)
			}
		}
		if len(open) > 0 || depth[1] != 0 || depth[2] != 0 {
			t.Errorf("open at the end: %v %v", open, depth)
		}
		if spans["bio"] != 126 || spans["request"] < 20 || spans["service"] < 20 || counters["requests"] != 0 || len(counters) < 2 {
			t.Errorf("%v %v", spans, counters)
		}
	})
}

func TestCSV(t *testing.T) {
	everyElevator(t, func(t *testing.T, text string) {
		rows, err := csv.NewReader(strings.NewReader(convert(t, text, ".csv"))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		queued := 0
		for _, row := range rows[1:] {
			if row[2] == "" {
				t.Fatalf("a kind without a name: %q", row)
			}
			if row[3] == "Q" {
				queued++
			}
		}
		if queued != 126 {
			t.Errorf("%d bios", queued)
		}
	})
}

// TestIologOfARun holds that a run's log makes a scenario of the same bios.
func TestIologOfARun(t *testing.T) {
	everyElevator(t, func(t *testing.T, text string) {
		dir := t.TempDir()
		log := filepath.Join(dir, "a.iolog")
		if _, err, status := blkplay(text, "run", "-", "-o", log); status != 0 {
			t.Fatal(err)
		}
		_, report, status := blkplay("", "convert", log, filepath.Join(dir, "b.blkplay"))
		if status != 0 || !strings.HasPrefix(report, "126 of 126 bios of device 8,0 are replayed, from 1 task\n") {
			t.Errorf("%d %q", status, report)
		}
	})
}

// TestRealTraceInOtherForms holds that nothing is lost on the way to a log and to a table.
func TestRealTraceInOtherForms(t *testing.T) {
	const from = real + ".blktrace.0.gz"
	for _, ending := range []string{".iolog", ".v2.iolog"} {
		log := convert(t, from, ending)
		ios := strings.Count(log, " read ") + strings.Count(log, " write ") + strings.Count(log, " trim ") + strings.Count(log, " sync ")
		if ios != 356 {
			t.Errorf("%s: %d I/Os, the trace has 356", ending, ios)
		}
	}
	if rows := convert(t, from, ".csv"); strings.Count(rows, ",queue,Q,\"7,0\",") != 356 {
		t.Errorf("%.300s", rows)
	}
	if _, err, status := blkplay("", "convert", from, "x.doc"); status != exitUsage || !strings.Contains(err, "a trace becomes a file that ends in .blkplay, .txt, .blktrace.0, .blktrace, .v2.iolog, .iolog, .json, .csv, .svg") {
		t.Errorf("%d %q", status, err)
	}
}

// TestPictureKeepsItsScenario holds that a picture's metadata is the scenario.
func TestPictureKeepsItsScenario(t *testing.T) {
	svg := convert(t, oneWrite, ".svg")
	_, rest, _ := strings.Cut(svg, "<metadata>")
	text, _, ok := strings.Cut(rest, "</metadata>")
	want, _, _ := blkplay(oneWrite, "fmt")
	if !ok || text != want || !strings.HasPrefix(svg, "<svg ") {
		t.Errorf("%.1000s", svg)
	}
}
