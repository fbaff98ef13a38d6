package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"blkplay/core/export"
)

// The tools that people have for traces are the judges of what is written here.

// tool runs a command in dir and returns what it prints. A missing command fails
// the test: nothing is shown by leaving it out.
func tool(t *testing.T, dir, name string, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		path = filepath.Join("/usr/sbin", name) // not on everybody's path
		if _, missing := os.Stat(path); missing != nil {
			t.Fatalf("%v: run build/need blktrace fio, or on Debian apt-get install blktrace fio", err)
		}
	}
	cmd := exec.Command(path, args...)
	cmd.Dir = dir
	var out, complaints bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &complaints
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s %s: %v\n%s%s", name, strings.Join(args, " "), err, out.Bytes(), complaints.Bytes())
	}
	return out.String()
}

// written is the run of a scenario, in files called a in dir.
type written struct{ dir, scenario string }

func (w *written) path(ending string) string { return filepath.Join(w.dir, "a"+ending) }

func (w *written) read(t *testing.T, ending string) string {
	t.Helper()
	data, err := os.ReadFile(w.path(ending))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func writeForms(t *testing.T, text string, endings ...string) *written {
	t.Helper()
	w := &written{dir: t.TempDir()}
	w.scenario = w.path(".blkplay")
	if err := os.WriteFile(w.scenario, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, ending := range endings {
		if out, err, status := blkplay("", "convert", w.scenario, w.path(ending)); status != 0 || out+err != "" {
			t.Fatalf("%s: %d %q %q", ending, status, out, err)
		}
	}
	return w
}

// TestBlkparseReadsOurBinary holds that blkparse prints of a run's binary what we
// print of the run, line for line, and the summary that we make of it.
func TestBlkparseReadsOurBinary(t *testing.T) {
	everyElevator(t, func(t *testing.T, text string) {
		w := writeForms(t, text, ".txt", export.BinaryEnding)
		got := tool(t, w.dir, "blkparse", "-i", "a")
		got = strings.Replace(got, "Input file a.blktrace.0 added\n", "", 1)
		compareLines(t, got, w.read(t, ".txt"))
	})
}

// compareLines compares texts, but for empty lines, and shows where they part.
func compareLines(t *testing.T, got, want string) {
	t.Helper()
	a, b := fullLines(got), fullLines(want)
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			t.Fatalf("line %d\nthe tool %s\n    ours %s", i+1, a[i], b[i])
		}
	}
	if len(a) != len(b) || len(a) == 0 {
		t.Fatalf("the tool prints %d lines, ours are %d", len(a), len(b))
	}
}

func fullLines(text string) []string {
	var lines []string
	for _, line := range strings.Split(text, "\n") {
		if line = strings.TrimRight(line, " "); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

// anyMode is a seek distance that btt took of several equally frequent ones.
var anyMode = regexp.MustCompile(`\| \d+(\(\d+\)\n +\.\.\.)`)

// TestBttComputesOurFigures holds that btt's report of a run's binary is that of
// our stats, to the last digit that btt prints.
func TestBttComputesOurFigures(t *testing.T) {
	everyElevator(t, func(t *testing.T, text string) {
		w := writeForms(t, text, export.BinaryEnding)
		tool(t, w.dir, "blkparse", "-q", "-i", "a", "-d", "a.merged", "-o", "a.printed")
		got, _, _ := strings.Cut(tool(t, w.dir, "btt", "-i", "a.merged"), "\n# Total System")
		want, complaints, status := blkplay("", "stats", "-format", "btt", w.scenario)
		if status != 0 {
			t.Fatal(complaints)
		}
		compareLines(t, anyMode.ReplaceAllString(got, "| any$1"), anyMode.ReplaceAllString(want, "| any$1"))
	})
}

// TestFioReplays holds that fio does the I/Os of a run, from our logs and from our
// binary, onto a file.
func TestFioReplays(t *testing.T) {
	everyElevator(t, func(t *testing.T, text string) {
		t.Parallel() // fio sleeps more than it works
		w := writeForms(t, text, ".iolog", export.BinaryEnding)
		target := w.path(".disk")
		disk, err := os.Create(target)
		if err != nil {
			t.Fatal(err)
		}
		defer disk.Close()
		if err := disk.Truncate(1 << 38); err != nil { // holes: nothing is stored but what is written
			t.Fatal(err)
		}
		for _, job := range fio(t, w, target, ".iolog", export.BinaryEnding) {
			if job.Read != (volume{101, 101 * 4096}) || job.Write != (volume{25, 23*4096 + 2*64*512}) {
				t.Errorf("%+v", job)
			}
		}
	})
}

// volume is what fio did in one direction.
type volume struct {
	IOs   int64 `json:"total_ios"`
	Bytes int64 `json:"io_bytes"`
}

// job is what fio made of a log.
type job struct {
	Name        string `json:"jobname"`
	Error       int
	Read, Write volume
}

// fio replays logs onto target, as fast as it can: all in one run, since that takes a
// while to start.
func fio(t *testing.T, w *written, target string, logs ...string) []job {
	t.Helper()
	args := []string{"--output-format=json", "--thread"}
	for _, log := range logs {
		args = append(args, "--name="+log, "--read_iolog="+w.path(log), "--replay_no_stall=1", "--replay_redirect="+target, "--ioengine=psync")
	}
	out := tool(t, w.dir, "fio", args...)
	var report struct{ Jobs []job }
	begin := strings.Index(out, "{")
	if begin < 0 || json.Unmarshal([]byte(out[begin:]), &report) != nil || len(report.Jobs) != len(logs) {
		t.Fatalf("fio says\n%s", out)
	}
	for i, log := range logs {
		if j := report.Jobs[i]; j.Error != 0 || j.Name != log {
			t.Errorf("%s: %+v", log, j)
		}
	}
	return report.Jobs
}

// TestFioReplaysTheOlderLog holds the same for version 2, whose waits fio skips here.
func TestFioReplaysTheOlderLog(t *testing.T) {
	w := writeForms(t, "version 1\nkernel 4.4\nelevator noop\ntask 1\n  write 8 +8\n  sleep until 20ms\n  read 0 +16\n  wait\n", ".v2.iolog")
	target := w.path(".disk")
	if err := os.WriteFile(target, make([]byte, 16<<10), 0o644); err != nil {
		t.Fatal(err)
	}
	if jobs := fio(t, w, target, ".v2.iolog"); jobs[0].Read != (volume{1, 8192}) || jobs[0].Write != (volume{1, 4096}) {
		t.Errorf("%+v", jobs)
	}
}

// TestIowatcherDraws holds that iowatcher finds reads and writes in a run's binary.
func TestIowatcherDraws(t *testing.T) {
	everyElevator(t, func(t *testing.T, text string) {
		w := writeForms(t, text, export.BinaryEnding)
		tool(t, w.dir, "iowatcher", "-t", "a", "-o", "a.svg")
		if svg := w.read(t, ".svg"); strings.Count(svg, "<path") < 10 || !strings.Contains(svg, "Device IO") {
			t.Errorf("%.2000s", svg)
		}
	})
}
