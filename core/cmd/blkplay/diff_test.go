package main

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
)

func TestDiff(t *testing.T) {
	const dd = "../../testdata/traces/dd-seq-fsync-none/dd-seq-fsync-none.blktrace.0.gz"
	to := filepath.Join(t.TempDir(), "a.blkplay")
	out, err, status := blkplay("", "diff", "-kernel", "6.18", "-elevator", "none", "-o", to, dd)
	if status != 0 || err != "" || !strings.Contains(strings.Join(strings.Fields(out), " "), " back_merges 382 382 front_merges 0 0 splits ") || !strings.Contains(out, "767 of 767 bios in the same order") ||
		!strings.Contains(out, "The model does not know\n") {
		t.Errorf("%d %q\n%s", status, err, out)
	}
	if text := unpack(t, to); !strings.HasPrefix(text, "version 1\nkernel 6.18\nelevator none\n") || !strings.Contains(text, "\ndevice table depth=") {
		t.Errorf("%.500s", text)
	}
	var object struct{ Kernel, Disk string }
	out, _, _ = blkplay("", "diff", "-kernel", "4.4", "-device", "ssd", "-mode", "closed", "-format", "json", dd)
	if err := json.Unmarshal([]byte(out), &object); err != nil || object.Kernel != "4.4" || object.Disk != "ssd" {
		t.Errorf("%v\n%s", err, out)
	}
}

func TestDiffRefuses(t *testing.T) {
	for _, c := range []struct {
		args   []string
		want   string
		status int
	}{
		{[]string{"-mode", "slow", "a.txt"}, "-mode slow: possible are timed, fast, closed", exitUsage},
		{[]string{"-format", "xml", "a.txt"}, "-format xml: possible are text, json", exitUsage},
		{[]string{"-of", "8", "a.txt"}, "-of 8: want a device such as 8,0", exitUsage},
		{[]string{"-of", "8,0", real + ".blktrace.0.gz"}, "device 8,0 has no Q event", exitFailure},
		{[]string{"-device", "floppy", real + ".blktrace.0.gz"}, `"floppy" is no device`, exitFailure},
		{[]string{"a.blkplay"}, "a real trace is needed", exitUsage},
	} {
		if out, err, status := blkplay("", append([]string{"diff"}, c.args...)...); status != c.status || out != "" || !strings.Contains(err, c.want) {
			t.Errorf("%v: %d %q %q", c.args, status, out, err)
		}
	}
}
