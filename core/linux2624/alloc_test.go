package linux2624_test

import (
	"testing"

	"blkplay/core"
	"blkplay/core/scenario"
	"blkplay/core/sim"
)

// TestNoAllocationPerBio lets a task that never waits fill the queue, beside one
// that waits for what it reads, until everything is as large as it gets, then counts.
func TestNoAllocationPerBio(t *testing.T) {
	for _, elevator := range []string{"noop", "deadline", "as", "cfq"} {
		t.Run(elevator, func(t *testing.T) {
			sc := scenario.Default(scenario.Linux2624)
			sc.Elevator = elevator
			sc.Device = scenario.Device{Model: "linear", Depth: 32, BaseNs: 100_000, PerSectorNs: 1000, SeekNsPer1024: 100, SeekMaxNs: 8_000_000}
			for id := 1; id <= 2; id++ {
				pattern := &scenario.Pattern{Random: true, Seed: uint64(id), Span: 1 << 12}
				if id == 2 {
					pattern.WaitEach = 5
				}
				sc.Tasks = append(sc.Tasks, scenario.Task{ID: id, Ops: []scenario.Op{{
					Kind: scenario.Stream, Stream: pattern, IO: scenario.IO{Write: id == 1, Sectors: 8, Count: 1 << 40},
				}}})
			}
			m, err := core.New(sc, core.Options{})
			if err != nil {
				t.Fatal(err)
			}
			until := 2 * sim.Second
			m.Run(until, 0)
			before := m.System().Bios()
			allocations := testing.AllocsPerRun(10, func() {
				until += 100 * sim.Millisecond
				m.Run(until, 0)
			})
			if bios := m.System().Bios() - before; allocations != 0 || bios < 1000 {
				t.Errorf("%v allocations a run, %d bios in all", allocations, bios)
			}
		})
	}
}
