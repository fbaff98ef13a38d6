package core_test

import (
	"os"
	"testing"

	"blkplay/core"
	"blkplay/core/scenario"
)

// TestElevatorOrderMattersOnTheDiskAndNotOnTheSSD writes 2,000 random blocks
// through an elevator that sorts and one that does not.
func TestElevatorOrderMattersOnTheDiskAndNotOnTheSSD(t *testing.T) {
	for _, c := range []struct {
		device    string
		low, high int64 // time with noop, in percent of the time with cfq, which sorts
	}{
		{"hp97560", 120, 400},
		{"atlas10k", 120, 400},
		{"ssd", 97, 103},
	} {
		noop, cfq := randomWrites(t, c.device, "noop"), randomWrites(t, c.device, "cfq")
		percent := noop * 100 / cfq
		t.Logf("%s: noop takes %d %% of the time of cfq", c.device, percent)
		if percent < c.low || percent > c.high {
			t.Errorf("%s: noop takes %d %% of the time of cfq, want %d to %d", c.device, percent, c.low, c.high)
		}
	}
}

// randomWrites returns how long the writes take, in ns.
func randomWrites(t *testing.T, device, elevator string) int64 {
	text, err := os.ReadFile("testdata/order.blkplay")
	if err != nil {
		t.Fatal(err)
	}
	sc, err := scenario.Parse(string(text))
	if err != nil {
		t.Fatal(err)
	}
	sc.Device.Model, sc.Elevator = device, elevator
	m, err := core.New(sc, core.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if m.Run(core.Forever, 0) != core.Complete {
		t.Fatal(m.EndText())
	}
	return int64(m.Now())
}
