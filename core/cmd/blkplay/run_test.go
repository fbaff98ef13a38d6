package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const (
	oneWrite = "version 1\nkernel 4.4\nelevator noop\ntask 1 name=dd\n  write 0 +8\n  wait\n"
	oneTrace = `  8,0    0        1     0.000000000     1  Q   W 0 + 8 [dd]
  8,0    0        2     0.000000000     1  G   W 0 + 8 [dd]
  8,0    0        3     0.000000000     1  I   W 0 + 8 [dd]
  8,0    0        4     0.000000000     1  D   W 0 + 8 [dd]
  8,0    0        5     0.000108000     0  C   W 0 + 8 [0]
`
)

func TestRun(t *testing.T) {
	if out, err, status := blkplay(oneWrite, "run", "-"); status != 0 || err != "" || out != oneTrace {
		t.Errorf("%d %q\n%s", status, err, out)
	}
	to := filepath.Join(t.TempDir(), "a.txt")
	if out, err, status := blkplay("", "run", file(t, "a.blkplay", oneWrite), "-o", to); status != 0 || out+err != "" {
		t.Errorf("%d %q %q", status, out, err)
	}
	if text, _ := os.ReadFile(to); string(text) != oneTrace {
		t.Errorf("%s", text)
	}
}

// TestRunToBinary holds that the binary of a run reads as its text.
func TestRunToBinary(t *testing.T) {
	dir := t.TempDir()
	binary, text := filepath.Join(dir, "a.blktrace.0"), filepath.Join(dir, "a.txt")
	if out, err, status := blkplay(oneWrite, "run", "-o", binary, "-"); status != 0 || out+err != "" {
		t.Fatalf("%d %q %q", status, out, err)
	}
	if raw, _ := os.ReadFile(binary); !bytes.HasPrefix(raw, []byte("\x07\x74\x61\x65")) {
		t.Errorf("%x", raw)
	}
	if _, err, status := blkplay("", "convert", binary, text); status != 0 {
		t.Fatal(err)
	}
	got, _ := os.ReadFile(text)
	if events, summary, _ := strings.Cut(string(got), "CPU0 (a):\n"); events != oneTrace || !strings.HasSuffix(summary, "Events (a): 5 entries\nSkips: 0 forward (0 -   0.0%)\n") {
		t.Errorf("%s", got)
	}
}

func TestRunRefusesAnUnknownEnding(t *testing.T) {
	to := filepath.Join(t.TempDir(), "a.doc")
	if _, err, status := blkplay(oneWrite, "run", "-", "-o", to); status != exitUsage || !strings.Contains(err, ".txt, .blktrace.0") {
		t.Errorf("%d %q", status, err)
	}
}

func TestRunTellsWhatIsStuck(t *testing.T) {
	const stuck = "version 1\nkernel 4.4\nelevator noop\nwhat_if untracked_plug\ntask 1\n  start_plug\n  write 0 +8\n  wait\n"
	out, err, status := blkplay(stuck, "run", "-")
	if status != 0 || strings.Count(out, "\n") != 3 || !strings.Contains(err, "deadlock: task 1 waits for bio 0, which sits in the plug of task 1") {
		t.Errorf("%d %q %q", status, out, err)
	}
}

func TestRunNotesWhatTheKernelMakesOfAValue(t *testing.T) {
	_, err, status := blkplay("version 1\nkernel 4.4\nqueue nr_requests=1\nelevator noop\n", "run", "-")
	if status != 0 || err != "<stdin>: nr_requests=1: the kernel makes it 4 (note)\n" {
		t.Errorf("%d %q", status, err)
	}
}

func TestHash(t *testing.T) {
	one, err, status := blkplay(oneWrite, "hash", "-")
	if status != 0 || err != "" || len(one) != 17 {
		t.Fatalf("%d %q %q", status, one, err)
	}
	if again, _, _ := blkplay(oneWrite, "hash", "-"); again != one {
		t.Error(again, one)
	}
	if other, _, _ := blkplay(strings.Replace(oneWrite, "write 0", "write 8", 1), "hash", "-"); other == one {
		t.Error("another trace has the same digest", one)
	}
}

func TestRunOfPackedScenario(t *testing.T) {
	packed := filepath.Join(t.TempDir(), "a.blkplay.gz")
	if err := writeFile(packed, oneWrite); err != nil {
		t.Fatal(err)
	}
	if out, err, status := blkplay("", "run", packed); status != 0 || out != oneTrace {
		t.Errorf("%d %q %q", status, out, err)
	}
}

func TestStats(t *testing.T) {
	out, err, status := blkplay(oneWrite, "stats", "-")
	if status != 0 || err != "" || !strings.Contains(out, "\nd2c_avg                 0.000108000 s\n") {
		t.Errorf("%d %q\n%s", status, err, out)
	}
}

// TestRunThatMeetsALimit holds that a run too long is a failure and leaves no file.
func TestRunThatMeetsALimit(t *testing.T) {
	const endless = "version 1\nkernel 4.4\nelevator noop\ntask 1\n  stream write random seed=1 count=1000000 +8\n"
	to := filepath.Join(t.TempDir(), "a.blktrace.0")
	_, err, status := blkplay(endless, "run", "-", "-o", to)
	if status != exitFailure || err != "blkplay: stopped after 4194304 records, the limit of a run\n" {
		t.Errorf("%d %q", status, err)
	}
	if left, _ := os.ReadDir(filepath.Dir(to)); len(left) > 0 {
		t.Errorf("left: %v", left)
	}
}
