package scenario_test

import (
	"strings"
	"testing"

	"blkplay/core/disk"
	"blkplay/core/scenario"
)

func TestNotes(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"version 1\nkernel 4.4\nelevator cfq quantum=0", "line 3, column 14: quantum=0: the kernel makes it 1"},
		{"version 1\nkernel 4.4\nelevator cfq low_latency=7", "low_latency=7: the kernel makes it 1"},
		{"version 1\nkernel 2.6.24\nqueue nr_requests=1", "nr_requests=1: the kernel makes it 4"},
		{"version 1\nkernel 4.4\ntask 1\n  start_plug\n  write 0 +8", "line 4, column 3: this plug is still open"},
		{"version 1\nkernel 4.4\nlenient\ntask 1\n  unplug", "line 5, column 3: unplug does nothing"},
		{"version 1\nkernel 4.4\nlenient\ntask 1\n  set unplug_thresh 4", "line 5, column 3: set unplug_thresh does nothing"},
		{"version 1\nkernel 2.6.24\ntask 1\n  set nr_requests 1", "line 4, column 3: nr_requests=1: the kernel makes it 4"},
		{"version 1\nkernel 2.6.24\nelevator cfq\nat 1ms set slice_sync 0", "line 4, column 8: slice_sync=0: the kernel makes it 1"},
		{"version 1\nkernel 2.6.24\ntask 1\n  set unplug_thresh 0", ""},
		{"version 1\nkernel 2.6.24\ntask 1\n  elevator bfq", "has no elevator bfq: nothing changes"},
		{"version 1\nkernel 4.4\ntask 1\n  write 0 +8\n  reclaim 1", "there is no bio 1"},
		{"version 1\nkernel 4.4\ntask 1\n  write 0 +8\n  reclaim 0", ""},
		{"version 1\nkernel 2.6.24\ntask 1\n  write 0 +8\n  wait", ""},
		{"version 1\nkernel 2.6.24\ntask 1\n  write 0 +8 x4 step 4", "line 4, column 3: these bios overlap"},
		{"version 1\nkernel 2.6.24\ntask 1\n  read 0 +8 x4 step 4", ""},
		{"version 1\nkernel 2.6.24\ntask 1\n  write 8 +8\n  read 0 +8\n  read 12 +8", "line 6, column 3: this overlaps the sectors of line 4"},
		{"version 1\nkernel 2.6.24\ntask 1\n  write 8 +8\n  wait\n  read 12 +8", ""},
		{"version 1\nkernel 2.6.24\ntask 1\n  write 8 +8\n  sleep 1ms\n  read 12 +8", ""},
		{"version 1\nkernel 2.6.24\ntask 1\n  write 0 +8 x4\n  read 31 +1", "line 5, column 3: this overlaps the sectors of line 4"},
		{"version 1\nkernel 2.6.24\ntask 1\n  write 0 +8 x4\n  read 32 +1", ""},
	} {
		sc, err := scenario.Parse(c.text)
		if err != nil {
			t.Fatal(err)
		}
		notes := scenario.Notes(sc)
		switch {
		case c.want == "" && len(notes) > 0, c.want != "" && len(notes) != 1:
			t.Errorf("%q: %v", c.text, notes)
		case c.want != "" && !strings.Contains(notes[0].Error(), c.want):
			t.Errorf("%q: %v, want %s", c.text, notes[0], c.want)
		}
	}
}

// TestDevicesAreThoseOfDisk holds that a device line can name each model there is.
func TestDevicesAreThoseOfDisk(t *testing.T) {
	models := scenario.DeviceModels()
	if len(models) != len(disk.Models) {
		t.Fatal(len(models), "and", len(disk.Models))
	}
	for i := range models {
		if models[i].Name != disk.Models[i].Name {
			t.Error(models[i].Name, disk.Models[i].Name)
		}
		sc, err := scenario.Parse("version 1\nkernel 4.4\ndevice " + models[i].Name + " depth=3")
		if err != nil || sc.Device.Model != models[i].Name || sc.Device.Depth != 3 {
			t.Error(err, sc)
			continue
		}
		checkRoundTrip(t, scenario.Format(sc))
	}
}
