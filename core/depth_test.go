package core_test

import (
	"testing"

	"blkplay/core"
	"blkplay/core/scenario"
	"blkplay/core/trace"
)

// TestDepthIsKept: a task that waits until so many of its bios are left goes on
// with the completion after which that is so, on every kernel.
func TestDepthIsKept(t *testing.T) {
	for _, head := range []string{"kernel 2.6.24\nelevator deadline", "kernel 4.4\nelevator noop", "kernel 6.18\nelevator mq-deadline"} {
		for _, c := range []struct {
			ops     string
			deepest int
		}{
			{"stream read random seed=3 count=64 +8 wait_each=1 wait_left=3", 4},
			{"stream read random seed=3 count=64 +8 wait_each=4 wait_left=4", 8},
			{"read 0 +8 x8 step 100\n  wait left=8\n  wait left=2\n  read 4096 +8 x5 step 100\n  wait left=6", 8},
		} {
			sc, err := scenario.Parse("version 1\n" + head + "\nhz 250\ndevice linear depth=16\ntask 1\n  " + c.ops + "\n")
			if err != nil {
				t.Fatal(err)
			}
			m, err := core.New(sc, core.Options{Trace: true})
			if err != nil {
				t.Fatal(err)
			}
			if st := m.Run(core.Forever, 0); st != core.Complete {
				t.Fatalf("%s: status %d: %s", c.ops, st, m.EndText())
			}
			open, deepest := 0, 0
			for _, e := range m.Trace().Events() {
				switch e.Kind {
				case trace.Queue:
					open++
					deepest = max(deepest, open)
				case trace.BioEnd:
					open--
				}
			}
			if deepest != c.deepest {
				t.Errorf("%s, %s: %d bios open at most, want %d", head, c.ops, deepest, c.deepest)
			}
		}
	}
}
