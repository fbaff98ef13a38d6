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
	empty := file(t, "empty.jsonl", "")
	if out, _, status := blkplay("", "conform", empty); status != exitFailure || out != empty+": 0 of 0 identical\n" {
		t.Errorf("%d %q", status, out)
	}
}
