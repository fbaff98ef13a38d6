package core_test

import (
	"slices"
	"testing"

	"blkplay/core"
	"blkplay/core/scenario"
	"blkplay/core/soak"
)

// TestSnapshotAndReplay stops runs by chance somewhere, restores them from
// there and compares the whole trace.
func TestSnapshotAndReplay(t *testing.T) {
	limits := core.Limits{Records: 100_000}
	opt := core.Options{Trace: true, Times: true, Limits: limits}
	compared := 0
	for seed := uint64(1); seed <= 120; seed++ {
		sc := soak.Scenario(seed)
		whole, err := core.New(sc, opt)
		if err != nil {
			t.Fatal(err)
		}
		whole.Run(core.Forever, 0)
		part, err := core.New(sc, core.Options{Trace: true, Limits: limits})
		if err != nil {
			t.Fatal(err)
		}
		part.Run(core.Forever, whole.Trace().Len()*int(seed%7)/7+1)
		again, err := core.Restore(sc, opt, part.Snapshot())
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if part.Now() != again.Now() {
			t.Errorf("seed %d: restored at %d, stopped at %d", seed, again.Now(), part.Now())
		}
		again.Run(core.Forever, 0)
		if !slices.Equal(whole.Trace().Events(), again.Trace().Events()) {
			t.Errorf("seed %d: the restored run has another trace", seed)
		}
		if again.EndText() != whole.EndText() {
			t.Errorf("seed %d: ends with %q, restored with %q", seed, whole.EndText(), again.EndText())
		}
		compared++
	}
	if compared < 100 {
		t.Fatalf("only %d runs compared", compared)
	}
}

func TestSnapshotOfAnotherScenario(t *testing.T) {
	long, err := core.New(soak.Scenario(3), core.Options{})
	if err != nil {
		t.Fatal(err)
	}
	long.Run(core.Forever, 0)
	if _, err := core.Restore(scenario.Default(scenario.Linux2624), core.Options{}, long.Snapshot()); err == nil {
		t.Error("a snapshot far into a run fits a scenario without tasks")
	}
}
