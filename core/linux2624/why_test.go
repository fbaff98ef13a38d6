package linux2624_test

import (
	"slices"
	"testing"

	"blkplay/core"
	"blkplay/core/trace"
)

// why follows the records that led to the D at sector, up to the first Q.
func why(m *core.Machine, sector int64) []trace.Kind {
	events := m.Trace().Events()
	at := slices.IndexFunc(events, func(e trace.Event) bool { return e.Kind == trace.Issue && e.Sector == sector })
	var chain []trace.Kind
	for at >= 0 {
		chain = append(chain, events[at].Kind)
		if events[at].Kind == trace.Queue {
			break
		}
		at = int(events[at].By)
	}
	return chain
}

// TestWhyIssued asks what led to the first D, step by step back to a bio.
func TestWhyIssued(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []trace.Kind
	}{
		{"threshold", "task 1\n  write 0 +8 x4 step 100\n",
			[]trace.Kind{trace.Issue, trace.Choose, trace.PlugOff, trace.Insert, trace.Queue}},
		{"timer", "task 1\n  write 0 +8\n",
			[]trace.Kind{trace.Issue, trace.Choose, trace.PlugOff, trace.Unplug, trace.WorkRun, trace.WorkQueue,
				trace.UnplugTimer, trace.TimerFire, trace.Plug, trace.Queue}},
		{"sync bio", "task 1\n  write 0 +8 sync\n",
			[]trace.Kind{trace.Issue, trace.Choose, trace.PlugOff, trace.Queue}},
	} {
		for _, elevator := range []string{"noop", "deadline", "as", "cfq"} {
			t.Run(c.name+"/"+elevator, func(t *testing.T) {
				m, _ := play(t, "elevator "+elevator+"\n"+c.text)
				if got := why(m, 0); !slices.Equal(got, c.want) {
					t.Errorf("D because of kinds %v, want %v", got, c.want)
				}
			})
		}
	}
}

// TestWhyIssuedAfterIdling lets the disk idle for task 1, in vain, while task 2's
// request waits.
func TestWhyIssuedAfterIdling(t *testing.T) {
	const text = "device linear depth=1 base_us=1000 per_sector_ns=0\n" +
		"task 1\n  read 0 +8\n  wait\n  read 8 +8\n  wait\n  compute until 40ms\ntask 2\n  read 100000 +8\n  wait\n"
	for elevator, want := range map[string][]trace.Kind{
		"as":  {trace.Issue, trace.Choose, trace.WorkRun, trace.WorkQueue, trace.TimerFire, trace.TimerArm, trace.Complete},
		"cfq": {trace.Issue, trace.Choose, trace.WorkRun, trace.WorkQueue, trace.TimerFire, trace.TimerArm, trace.Complete},
	} {
		m, _ := play(t, "hz 1000\nelevator "+elevator+"\n"+text)
		got := why(m, 100000)
		if len(got) < len(want) || !slices.Equal(got[:len(want)], want) {
			t.Errorf("%s: D because of kinds %v, want %v", elevator, got, want)
		}
	}
}
