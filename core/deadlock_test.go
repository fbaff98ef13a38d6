package core_test

import (
	"testing"

	"blkplay/core"
	"blkplay/core/scenario"
	"blkplay/core/trace"
)

// TestDeadlock runs a task that waits for memory which its own plugged bio
// holds, with schedule seeing the plug and without.
func TestDeadlock(t *testing.T) {
	const workload = `
task 1
  start_plug
  write 0 +8
  write 64 +8
  reclaim 1
  finish_plug
  wait
`
	for _, c := range []struct {
		whatIf string
		status core.Status
		cause  trace.Cause
		text   string
	}{
		{"", core.Complete, trace.RunComplete, "complete: 2 bios in 0.216 ms"},
		{"what_if untracked_plug\n", core.Stuck, trace.RunDeadlocked, "deadlock: task 1 waits for bio 1, which sits in the plug of task 1"},
	} {
		sc, err := scenario.Parse("version 1\nkernel 4.4\nelevator noop\ndevice linear base_us=100 per_sector_ns=1000\n" + c.whatIf + workload)
		if err != nil {
			t.Fatal(err)
		}
		m, err := core.New(sc, core.Options{Trace: true})
		if err != nil {
			t.Fatal(err)
		}
		if got := m.Run(core.Forever, 0); got != c.status {
			t.Errorf("status %d, want %d", got, c.status)
		}
		if got := m.EndText(); got != c.text {
			t.Errorf("end %q, want %q", got, c.text)
		}
		events := m.Trace().Events()
		if last := events[len(events)-1]; last.Kind != trace.End || last.Cause != c.cause {
			t.Errorf("the last record is of kind %d, cause %q", last.Kind, last.Cause.Rule().Name)
		}
	}
}
