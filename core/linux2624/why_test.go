package linux2624_test

import (
	"slices"
	"testing"

	"blkplay/core"
	"blkplay/core/trace"
)

// why follows the records that led to the first one of kind, up to the first Q.
func why(m *core.Machine, kind trace.Kind) []trace.Kind {
	events := m.Trace().Events()
	at := slices.IndexFunc(events, func(e trace.Event) bool { return e.Kind == kind })
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
				if got := why(m, trace.Issue); !slices.Equal(got, c.want) {
					t.Errorf("D because of kinds %v, want %v", got, c.want)
				}
			})
		}
	}
}
