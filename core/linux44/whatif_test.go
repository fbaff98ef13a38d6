package linux44_test

import (
	"strings"
	"testing"

	"blkplay/core"
	"blkplay/core/scenario"
)

// TestNoPlugging: what if start_plug did nothing. Each bio goes on as it comes,
// and no event of a plug is left; nested plugs and those that end with the task
// make no difference.
func TestNoPlugging(t *testing.T) {
	const workload = "task 1\n  start_plug\n  write 0 +8\n  start_plug\n  write 8 +8\n  finish_plug\n  sleep 5ms\n  write 16 +8\n"
	for _, c := range []struct{ whatIf, want string }{
		{"", "Q G P Q M I UT D C Q G P I UT D C"}, // the second merges; schedule flushes
		{"what_if no_plugging\n", "Q G I D Q G I C D C Q G I D C"},
	} {
		sc, err := scenario.Parse("version 1\nkernel 4.4\nelevator noop\ndevice linear depth=1\n" + c.whatIf + workload)
		if err != nil {
			t.Fatal(err)
		}
		m, err := core.New(sc, core.Options{Trace: true})
		if err != nil {
			t.Fatal(err)
		}
		if m.Run(core.Forever, 0) != core.Complete {
			t.Fatal(m.EndText())
		}
		var letters []string
		for _, e := range m.Trace().Events() {
			if e.Kind.Traced() {
				letters = append(letters, e.Kind.Letter())
			}
		}
		if got := strings.Join(letters, " "); got != c.want {
			t.Errorf("%q: %s, want %s", c.whatIf, got, c.want)
		}
	}
}
