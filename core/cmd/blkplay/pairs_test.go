package main

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// realNames are the real traces in the tree.
func realNames(t *testing.T) (list []string) {
	t.Helper()
	paths, err := filepath.Glob("../../testdata/traces/*/*.blktrace.0.gz")
	if err != nil || len(paths) < 3 {
		t.Fatalf("%v %v", paths, err)
	}
	for _, p := range paths {
		list = append(list, strings.TrimSuffix(p, ".blktrace.0.gz"))
	}
	return list
}

// TestEveryPairOfEndings holds that each input becomes each output, or that one
// sentence says why not.
func TestEveryPairOfEndings(t *testing.T) {
	dir := t.TempDir()
	trace := realNames(t)[0]
	inputs := map[string]string{
		".blkplay": file(t, "a.blkplay", oneWrite), ".fio": file(t, "a.fio", "[a]\nsize=64k\n"),
		".blktrace.0": trace + ".blktrace.0.gz", ".txt": trace + ".blkparse.txt.gz", "full.txt": trace + ".full.txt.gz",
		".json": file(t, "a.json", "{}"), ".csv": file(t, "a.csv", "a,b\n"), ".svg": file(t, "a.svg", "<svg/>"),
	}
	for _, ending := range []string{".iolog", ".v2.iolog"} {
		inputs[ending] = filepath.Join(dir, "in"+ending)
		if _, err, status := blkplay("", "convert", inputs[".blktrace.0"], inputs[ending]); status != 0 {
			t.Fatal(err)
		}
	}
	for from, in := range inputs {
		for _, to := range []string{".blkplay", ".txt", ".blktrace.0", ".blktrace", ".iolog", ".v2.iolog", ".fio", ".json", ".csv", ".svg", ".json.gz", ".blktrace.0.gz"} {
			out := filepath.Join(t.TempDir(), "out"+to)
			printed, err, status := blkplay("", "convert", in, out)
			_, missing := os.Stat(out)
			onlyWritten := from == ".json" || from == ".csv" || from == ".svg"
			sentence, _, _ := strings.Cut(err, "\n")
			switch {
			case onlyWritten:
				if status != exitUsage || !strings.Contains(sentence, from+" is only written, not read") || missing == nil {
					t.Errorf("%s to %s: %d %q", from, to, status, err)
				}
			case to == ".fio":
				if status != exitUsage || !strings.Contains(sentence, "a job file is only read") || missing == nil {
					t.Errorf("%s to %s: %d %q", from, to, status, err)
				}
			case status != 0 || missing != nil || printed != "":
				t.Errorf("%s to %s: %d %q %v", from, to, status, err, missing)
			}
		}
	}
}

// TestChromeOfRealTraces holds that each Q is a bio and each D a service, that what
// opens closes under the same name, and that every counter ends at 0.
func TestChromeOfRealTraces(t *testing.T) {
	for _, name := range realNames(t) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			var got struct{ TraceEvents []chromeEvent }
			if err := json.Unmarshal([]byte(convert(t, name+".blktrace.0.gz", ".json")), &got); err != nil {
				t.Fatal(err)
			}
			open, counters, spans := map[string]string{}, map[string]int64{}, map[string]int{}
			for _, e := range got.TraceEvents {
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
				case "C":
					counters[e.Name] = *e.Args.N
				}
			}
			figures, _, _ := blkplay("", "stats", "-format", "json", name+".blktrace.0.gz")
			var want map[string]int
			if err := json.Unmarshal([]byte(figures), &want); err != nil {
				t.Fatal(err)
			}
			if len(open) > 0 || spans["bio"] != want["events_Q"] || spans["service"] != want["events_D"] || spans["bio"] == 0 {
				t.Errorf("%v %v", spans, open)
			}
			for name, n := range counters {
				if n != 0 {
					t.Errorf("%s ends at %d", name, n)
				}
			}
		})
	}
}

// TestTableOfRealTraces holds that each event has a row, each Q a bio of its own and each D a request.
func TestTableOfRealTraces(t *testing.T) {
	for _, name := range realNames(t) {
		rows, err := csv.NewReader(strings.NewReader(convert(t, name+".blktrace.0.gz", ".csv"))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		bios, requests := map[string]bool{}, 0
		for _, row := range rows[1:] {
			switch letter, bio, request := row[3], row[12], row[13]; letter {
			case "Q":
				if bio == "" || bios[bio] {
					t.Errorf("%s: %v", name, row)
				}
				bios[bio] = true
			case "D":
				if request == "" {
					t.Errorf("%s: %v", name, row)
				}
				requests++
			}
		}
		events := strings.Count("\n"+convert(t, name+".blktrace.0.gz", ".txt"), "\n  7,0 ")
		if len(rows)-1 != events || len(bios) < 300 || requests < 200 {
			t.Errorf("%s: %d rows, %d bios, %d requests", name, len(rows), len(bios), requests)
		}
	}
}

func TestPictureOfRealTraces(t *testing.T) {
	for _, name := range realNames(t) {
		svg := convert(t, name+".blkparse.txt.gz", ".svg")
		if !strings.HasPrefix(svg, "<svg ") || !strings.Contains(svg, "<title>Trace of device 7,0") || strings.Count(svg, "<path") < 5 || strings.Contains(svg, "jiffy") {
			t.Errorf("%.2000s", svg)
		}
	}
}

// TestTextOfRealTraces holds that the text of a real trace is blkparse's, with its summary.
func TestTextOfRealTraces(t *testing.T) {
	for _, name := range realNames(t) {
		want, _, _ := strings.Cut(unpack(t, name+".blkparse.txt.gz"), "Input file ")
		for _, from := range []string{".blktrace.0.gz", ".blkparse.txt.gz"} {
			if got := convert(t, name+from, ".txt"); got != want {
				t.Errorf("%s%s: %d bytes, want %d", name, from, len(got), len(want))
			}
		}
	}
}

func unpack(t *testing.T, name string) string {
	t.Helper()
	data, err := readFile(&streams{}, name, 1<<30)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestWaysToNameATrace: by its file of CPU 0, by what its files have in common, with some
// of them packed, merged into one, and on standard input.
func TestWaysToNameATrace(t *testing.T) {
	dir := t.TempDir()
	stem := filepath.Join(dir, "t")
	merged := ""
	for _, cpu := range []string{".blktrace.0", ".blktrace.1"} {
		plain := unpack(t, real+cpu+".gz")
		name := stem + cpu
		if cpu == ".blktrace.1" {
			name += ".gz"
		}
		if err := writeFile(name, plain); err != nil {
			t.Fatal(err)
		}
	}
	want, _, _ := blkplay("", "stats", real+".blktrace.0.gz")
	if !strings.Contains(want, "\nevents_Q                356\n") {
		t.Fatal(want)
	}
	for _, name := range []string{stem + ".blktrace.0", stem} {
		if out, err, status := blkplay("", "stats", name); status != 0 || out != want {
			t.Errorf("%s: %d %q", name, status, err)
		}
	}
	for _, cpu := range []string{".blktrace.0.gz", ".blktrace.1.gz"} {
		merged += unpack(t, real+cpu) // in one file, one CPU behind the other: out of order
	}
	name := filepath.Join(dir, "merged")
	if err := writeFile(name, merged); err != nil {
		t.Fatal(err)
	}
	out, err, status := blkplay("", "stats", name)
	if status != 0 || !strings.Contains(out, "\nevents_Q                356\n") || !strings.Contains(err, "earlier than the one before") {
		t.Errorf("%d %q", status, err)
	}
	to := filepath.Join(dir, "in.csv")
	if _, err, status := blkplay(merged, "convert", "-", to); status != 0 {
		t.Errorf("%d %q", status, err)
	}
	if rows := unpack(t, to); strings.Count(rows, ",queue,Q,\"7,0\",") != 356 {
		t.Errorf("%.300s", rows)
	}
}

func TestStatsOfALog(t *testing.T) {
	log := filepath.Join(t.TempDir(), "a.iolog")
	if _, err, status := blkplay("", "convert", real+".blktrace.0.gz", log); status != 0 {
		t.Fatal(err)
	}
	out, err, status := blkplay("", "stats", log)
	if status != 0 || err != "" || !strings.Contains(out, "\nevents_Q                356\n") || !strings.Contains(out, "\nqueued                  350\n") {
		t.Errorf("%d %q\n%s", status, err, out)
	}
}

func TestJobFiles(t *testing.T) {
	job := file(t, "a.fio", "[a]\nrw=write\nsize=64k\nfsync=1\n")
	text, err, status := blkplay("", "run", job)
	if status != 0 || strings.Count(text, "  Q   W ") != 16 || err != "1 job: 1 task with 16 bios\nline 4: \"fsync\" is not supported, left out\n" {
		t.Errorf("%d %q\n%s", status, err, text)
	}
	if out, _, status := blkplay("", "stats", job); status != 0 || !strings.Contains(out, "\nevents_Q                16\n") {
		t.Errorf("%d %s", status, out)
	}
	to := filepath.Join(t.TempDir(), "a.blkplay")
	if _, err, status := blkplay("", "convert", "-kernel", "6.18", "-elevator", "kyber", job, to); status != 0 || !strings.HasPrefix(unpack(t, to), "version 1\nkernel 6.18\nelevator kyber\n") {
		t.Errorf("%d %q", status, err)
	}
	if _, err, status := blkplay("", "convert", file(t, "b.fio", "[a]\nbs=7\n"), to); status != exitFailure || !strings.Contains(err, "b.fio: line 2: bs=\"7\": a block here is a multiple of 512 bytes") {
		t.Errorf("%d %q", status, err)
	}
}
