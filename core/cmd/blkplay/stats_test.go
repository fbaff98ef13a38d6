package main

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
)

func TestStatsOfATrace(t *testing.T) {
	const sqlite = "../../testdata/traces/sqlite-ext4-none/sqlite-ext4-none"
	want, err := os.ReadFile(sqlite + ".btt.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, from := range []string{sqlite + ".blktrace.0.gz", sqlite + ".blkparse.txt.gz"} {
		if out, err, status := blkplay("", "stats", "-format", "btt", from); status != 0 || err != "" || out != string(want) {
			t.Errorf("%s: %d %q\n%s", from, status, err, out)
		}
	}
}

func TestStatsFormats(t *testing.T) {
	const from = real + ".blktrace.0.gz"
	text, _, _ := blkplay("", "stats", from)
	csv, _, _ := blkplay("", "stats", "-format", "csv", from)
	packed, _, _ := blkplay("", "stats", "-device", "7,0", "-format", "json", from)
	if depth, _, _ := blkplay("", "stats", "-format", "depth", from); !strings.HasPrefix(depth, "time_ns,waiting,at_device\n0,") || strings.Count(depth, "\n") < 100 {
		t.Errorf("%.500s", depth)
	}
	var object map[string]int64
	if err := json.Unmarshal([]byte(packed), &object); err != nil {
		t.Fatal(err)
	}
	if object["queued"] != 350 || !strings.Contains(csv, "\nqueued,350\n") || !strings.Contains(text, "\nqueued                  350\n") {
		t.Errorf("%s%s%s", text, csv, packed)
	}
}

func TestStatsRefuses(t *testing.T) {
	for _, c := range []struct {
		args   []string
		want   string
		status int
	}{
		{[]string{"-format", "xml", "a.txt"}, "-format xml: possible are text, json, csv, depth, btt", exitUsage},
		{[]string{"-device", "8,0", real + ".blktrace.0.gz"}, "no event of device 8,0; there are 7,0", exitFailure},
		{[]string{file(t, "b.txt", "hello\n")}, "found text that begins `hello`", exitFailure},
	} {
		if out, err, status := blkplay("", append([]string{"stats"}, c.args...)...); status != c.status || out != "" || !strings.Contains(err, c.want) {
			t.Errorf("%v: %d %q %q", c.args, status, out, err)
		}
	}
}
