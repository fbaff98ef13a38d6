package main

import (
	"strings"
	"testing"
)

// A case made wrong on purpose, and a line that is no case.
const (
	wrongCase = `{"name":"one-write","kernel":"2.6.24","config":{"hz":250,"elevator":"noop","tunables":{},"queue":{"nr_requests":128,"max_sectors":256,"max_segments":128,"unplug_thresh":4,"unplug_delay_ms":3},"device":{"depth":1,"base_ns":100000,"per_sector_ns":1000,"seek_ns_per_1024":0,"seek_max_ns":0}},"tasks":[{"id":1,"ops":[["submit","W",0,8,{}]]}],"events":[[0,"Q","R",0,8,1]],"bios":[[0,1]]}` + "\n"
	noCase    = "{]\n"
)

func TestConformTellsDifferences(t *testing.T) {
	name := file(t, "wrong.jsonl", wrongCase)
	out, err, status := blkplay("", "conform", name)
	if status != exitFailure || err != "" || !strings.HasPrefix(out, name+": 0 of 1 identical\n  one-write: ") {
		t.Errorf("%d %q %q", status, out, err)
	}
}

func TestConformOfWhatIsNoGoldenFile(t *testing.T) {
	name := file(t, "no.jsonl", noCase)
	if _, err, status := blkplay("", "conform", name); status != exitFailure || !strings.Contains(err, name+": line 1: ") {
		t.Errorf("%d %q", status, err)
	}
	for _, bad := range []string{
		`{"name":"x"}`, `{"name":"x","kernel":`, `[1]`, `{"name":"x","kernel":"2.6.24","config":{"hz":250,"cpus":2}}`,
		strings.Replace(strings.TrimSpace(wrongCase), "wait", "await", 1) + "x", strings.Replace(wrongCase, `"submit"`, `"commit"`, 1),
	} {
		if _, err, status := blkplay("", "conform", file(t, "bad.jsonl", bad)); status != exitFailure || !strings.Contains(err, "line 1: ") {
			t.Errorf("%.60s: %d %q", bad, status, err)
		}
	}
	for _, insane := range []string{
		strings.Replace(wrongCase, `"depth":1`, `"depth":0`, 1), strings.Replace(wrongCase, `"W",0,8`, `"W",-1,8`, 1),
		strings.Replace(wrongCase, `"2.6.24"`, `"2.6.25"`, 1), strings.Replace(wrongCase, `"hz":250`, `"hz":1`, 1),
	} {
		out, err, status := blkplay("", "conform", file(t, "insane.jsonl", insane))
		if status != exitFailure || err != "" || !strings.Contains(out, "0 of 1 identical") || strings.Contains(out, "panic") {
			t.Errorf("%.60s: %d %q %q", insane, status, out, err)
		}
	}
	empty := file(t, "empty.jsonl", "")
	if out, _, status := blkplay("", "conform", empty); status != exitFailure || out != empty+": 0 of 0 identical\n" {
		t.Errorf("%d %q", status, out)
	}
}
