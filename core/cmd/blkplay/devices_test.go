package main

import (
	"strings"
	"testing"

	"blkplay/core/scenario"
)

func TestDevices(t *testing.T) {
	out, err, status := blkplay("", "devices")
	if status != 0 || err != "" {
		t.Fatal(status, err)
	}
	about := strings.Split(out, "\n  parameters: depth")
	if len(about) != 1+len(scenario.DeviceModels()) {
		t.Fatalf("%d models are told of:\n%s", len(about)-1, out)
	}
	for i, m := range scenario.DeviceModels() {
		if !strings.Contains(about[i], m.Name+": ") {
			t.Errorf("%s is not where it should be: %q", m.Name, about[i])
		}
		if text := about[i+1]; !strings.Contains(text, "eaves out: ") && !strings.Contains(text, "No rotation, no cache") {
			t.Errorf("%s does not say what it leaves out: %q", m.Name, text)
		}
	}
	if _, err, status := blkplay("", "devices", "hp97560"); status != exitUsage || !strings.Contains(err, "takes no arguments") {
		t.Errorf("%d %q", status, err)
	}
}
