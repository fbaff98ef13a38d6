package main

import (
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"
)

const sweptScenario = "version 1\nkernel 2.6.24\nelevator noop\nhz 1000\ntask 1\n  write 0 +8\n  write 100 +8\n"

// TestSweep: two writes wait for the timer, 1 ms a step, unless two are enough to unplug.
func TestSweep(t *testing.T) {
	name := file(t, "two.blkplay", sweptScenario)
	out, told, status := blkplay("", "sweep", name, "-x", "unplug_thresh=2,3", "-y", "unplug_delay_ms=1..2", "-metric", "max_q2c")
	const want = `max_q2c: longest latency, s
across: unplug_thresh, down: unplug_delay_ms
             2            3
1  0.000216000  0.001216000
2  0.000216000  0.002216000
`
	if status != 0 || told != "" || out != want {
		t.Errorf("%d %q\n%s", status, told, out)
	}
}

func TestSweepTellsWhatIsNoRun(t *testing.T) {
	name := file(t, "two.blkplay", sweptScenario+"  unplug\n")
	out, told, status := blkplay("", "sweep", "-x", "kernel=2.6.24,4.4", "-y", "no_unplug_timer=0,1", name, "-metric=requests")
	if status != 0 || !strings.HasSuffix(out, "0       2    2\n1       2    -\n") {
		t.Errorf("%d\n%s", status, out)
	}
	for _, want := range []string{
		"kernel=4.4, no_unplug_timer=0: line 8: unplug: kernel 4.4 has no such op; it is left out\n",
		"kernel=4.4, no_unplug_timer=1: kernel 4.4 has no what_if no_unplug_timer\n",
	} {
		if !strings.Contains(told, want) {
			t.Errorf("%q lacks %q", told, want)
		}
	}
	name = file(t, "stuck.blkplay", sweptScenario)
	out, told, _ = blkplay("", "sweep", "-x", "no_unplug_timer=1", name)
	if !strings.Contains(out, "!") || !strings.Contains(told, "bios wait for ever") {
		t.Errorf("%q\n%s", told, out)
	}
}

func TestSweepForms(t *testing.T) {
	name := file(t, "two.blkplay", sweptScenario)
	out, _, _ := blkplay("", "sweep", name, "-x", "unplug_thresh=2,3", "-format", "csv")
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if err != nil || len(rows) != 3 || rows[0][0] != "unplug_thresh" || rows[0][1] != "mean_q2c_ns" || rows[1][0] != "2" || rows[1][1] != "162000" {
		t.Errorf("%v\n%s", err, out)
	}
	out, _, _ = blkplay("", "sweep", name, "-x", "unplug_thresh=2,3", "-format", "json")
	var read struct {
		X     struct{ Values []string }
		Cells []struct {
			End    string
			Values map[string]int64
		}
	}
	if err := json.Unmarshal([]byte(out), &read); err != nil || len(read.Cells) != 2 || read.X.Values[1] != "3" ||
		read.Cells[0].End != "complete" || read.Cells[0].Values["mean_q2c_ns"] != 162000 {
		t.Errorf("%v\n%s", err, out)
	}
}

func TestSweepRefuses(t *testing.T) {
	name := file(t, "two.blkplay", sweptScenario)
	for _, c := range []struct {
		args string
		want string
		exit int
	}{
		{"", "-x is needed", exitUsage},
		{"-x unplug_thresh", "not of the form", exitUsage},
		{"-x unplug_thresh=1 -metric speed", "possible are mean_q2c", exitUsage},
		{"-x unplug_thresh=1 -format xml", "possible are text, csv, json", exitUsage},
		{"-x tresh=1", `has nothing called "tresh"`, exitFailure},
	} {
		out, err, status := blkplay("", append([]string{"sweep", name}, strings.Fields(c.args)...)...)
		if status != c.exit || out != "" || !strings.Contains(err, c.want) {
			t.Errorf("%s: %d %q %q", c.args, status, out, err)
		}
	}
}
