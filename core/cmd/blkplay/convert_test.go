package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"blkplay/core/scenario"
)

// real is a real trace: two per-CPU files, and what blkparse printed of it.
const real = "../../testdata/traces/mkfs-mqdl/mkfs-mqdl"

func TestConvertTraceToScenario(t *testing.T) {
	for _, from := range []string{real + ".blktrace.0.gz", real + ".blkparse.txt.gz"} {
		to := filepath.Join(t.TempDir(), "a.blkplay")
		out, err, status := blkplay("", "convert", from, to)
		if status != 0 || out != "" || !strings.HasPrefix(err, "346 of 356 bios of device 7,0 are replayed, from 3 tasks\n") {
			t.Fatalf("%s: %d %q %q", from, status, out, err)
		}
		text, _ := os.ReadFile(to)
		sc, wrong := scenario.Parse(string(text))
		if wrong != nil || sc.Kernel != scenario.Linux2624 || sc.Elevator != "deadline" || len(sc.Tasks) != 3 {
			t.Errorf("%s: %v", from, wrong)
		}
		if scenario.Format(sc) != string(text) {
			t.Errorf("%s: not canonical", from)
		}
	}
}

// TestReplayOfARealTrace replays a real trace, read from its binary and from its
// text: each bio is sent and comes back, and both runs are the same.
func TestReplayOfARealTrace(t *testing.T) {
	const sqlite = "../../testdata/traces/sqlite-ext4-none/sqlite-ext4-none"
	var hashes []string
	for _, from := range []string{sqlite + ".blktrace.0.gz", sqlite + ".blkparse.txt.gz"} {
		to := filepath.Join(t.TempDir(), "a.blkplay")
		if _, err, status := blkplay("", "convert", from, to); status != 0 {
			t.Fatal(err)
		}
		out, err, status := blkplay("", "stats", to)
		if status != 0 || err != "" || !strings.Contains(out, "\nq2c_n                   1098\n") || !strings.Contains(out, "\nevents_Q                1098\n") {
			t.Errorf("%s: %d %q\n%s", from, status, err, out)
		}
		hash, _, _ := blkplay("", "hash", to)
		hashes = append(hashes, hash)
	}
	if hashes[0] != hashes[1] || len(hashes[0]) != 17 {
		t.Error(hashes)
	}
}

func TestConvertForAKernel(t *testing.T) {
	to := filepath.Join(t.TempDir(), "a.blkplay.gz")
	if _, err, status := blkplay("", "convert", "-kernel", "4.4", "-elevator", "cfq", real+".blktrace.0.gz", to); status != 0 {
		t.Fatal(err)
	}
	if out, err, status := blkplay("", "fmt", to); status != 0 || !strings.HasPrefix(out, "version 1\nkernel 4.4\nelevator cfq\n") {
		t.Errorf("%d %q %.100q", status, err, out)
	}
	if _, err, status := blkplay("", "convert", "-kernel", "4.4", "-elevator", "as", real+".blktrace.0.gz", to); status != exitFailure ||
		!strings.Contains(err, "kernel 4.4 has no elevator as") {
		t.Errorf("%d %q", status, err)
	}
}

// TestConvertBinaryAndText goes from the kernel's binary to text, back, and again:
// the text is blkparse's own.
func TestConvertBinaryAndText(t *testing.T) {
	dir := t.TempDir()
	path := func(name string) string { return filepath.Join(dir, name) }
	for _, step := range [][2]string{
		{real + ".blktrace.0.gz", path("a.txt.gz")},
		{path("a.txt.gz"), path("b.blktrace.0.gz")},
		{path("b.blktrace.0.gz"), path("c.txt")},
	} {
		if out, err, status := blkplay("", "convert", step[0], step[1]); status != 0 || out+err != "" {
			t.Fatalf("%v: %d %q %q", step, status, out, err)
		}
	}
	if _, err := os.Stat(path("b.blktrace.1.gz")); err != nil {
		t.Error("the file of CPU 1 is missing:", err)
	}
	f, err := os.Open(real + ".blkparse.txt.gz")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	want, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	want, _, _ = bytes.Cut(want, []byte("Input file "))
	want = bytes.ReplaceAll(want, []byte("(mkfs-mqdl)"), []byte("(b)")) // as the file is called now
	if got, _ := os.ReadFile(path("c.txt")); !bytes.Equal(got, want) {
		t.Errorf("%d bytes, want %d", len(got), len(want))
	}
}

func TestConvertScenarioToScenario(t *testing.T) {
	from := file(t, "a.blkplay", loose)
	to := filepath.Join(t.TempDir(), "b.blkplay")
	if _, err, status := blkplay("", "convert", from, to); status != 0 {
		t.Fatal(err)
	}
	if text, _ := os.ReadFile(to); string(text) != tidy {
		t.Errorf("%q", text)
	}
}

func TestConvertRefuses(t *testing.T) {
	noTrace := file(t, "a.txt", "hello\n")
	short := file(t, "b.blktrace.0", "\x07\x74\x61\x65")
	for _, c := range []struct {
		from, to, want string
		status         int
	}{
		{noTrace, "x.blkplay", noTrace + ": found text that begins `hello`", exitFailure},
		{short, "x.blkplay", short + ": byte 0: the file is cut off", exitFailure},
		{noTrace, "x.doc", "a trace becomes a file that ends in .blkplay, .txt, .blktrace.0", exitUsage},
		{"none.txt", "x.blkplay", "no such file", exitFailure},
	} {
		to := filepath.Join(t.TempDir(), c.to)
		out, err, status := blkplay("", "convert", c.from, to)
		if status != c.status || out != "" || !strings.Contains(err, c.want) {
			t.Errorf("%s: %d %q %q", c.from, status, out, err)
		}
		if left, _ := os.ReadDir(filepath.Dir(to)); len(left) > 0 {
			t.Errorf("%s leaves %v behind", c.from, left)
		}
	}
}

// TestDevicesAreNotReplaced holds that writing to what is no regular file leaves
// it what it was.
func TestDevicesAreNotReplaced(t *testing.T) {
	to, err := os.Stat(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	if err := writeFile(os.DevNull, "x"); err != nil {
		t.Fatal(err)
	}
	if now, err := os.Stat(os.DevNull); err != nil || !os.SameFile(to, now) {
		t.Fatal(os.DevNull, "is another file now:", err)
	}
}

// TestConvertToAnotherKernel takes a scenario to another kernel and says what stays behind.
func TestConvertToAnotherKernel(t *testing.T) {
	from := file(t, "from.blkplay", "version 1\n# mine\nkernel 2.6.24\nelevator deadline\nqueue unplug_thresh=9\ntask 1\n  write 0 +8 # first\n  unplug\n")
	to := filepath.Join(t.TempDir(), "to.blkplay")
	_, told, status := blkplay("", "convert", "-kernel", "6.18", from, to)
	const want = ": line 8: unplug: kernel 6.18 has no such op; it is left out\n"
	if status != 0 || strings.Count(told, "\n") != 3 || !strings.Contains(told, want) || !strings.Contains(told, ": unplug_thresh: kernel 6.18") {
		t.Errorf("%d %q", status, told)
	}
	text, _ := os.ReadFile(to)
	if !strings.HasPrefix(string(text), "version 1\n# mine\nkernel 6.18\nelevator mq-deadline\n") || !strings.HasSuffix(string(text), "  write 0 +8 # first\n") {
		t.Errorf("%s", text)
	}
	if _, told, status := blkplay("", "convert", "-elevator", "kyber", from, to); status != exitFailure || !strings.Contains(told, `kernel 2.6.24 has no elevator "kyber"`) {
		t.Errorf("%d %q", status, told)
	}
}
