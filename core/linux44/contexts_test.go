package linux44_test

import (
	"testing"

	"blkplay/core"
	"blkplay/core/linux44"
	"blkplay/core/scenario"
)

type dice uint64

func (d *dice) roll(n int) int {
	*d ^= *d << 13
	*d ^= *d >> 7
	*d ^= *d << 17
	return int(uint64(*d>>1) % uint64(n))
}

// lives is a scenario of tasks that fork each other, hold each other's contexts,
// fail to get one, exit, and now and then do I/O.
func lives(seed uint64, elevator string) *scenario.Scenario {
	d := dice(seed*0x9E3779B97F4A7C15 + 1)
	sc := scenario.Default(scenario.Linux44)
	sc.Elevator = elevator
	sc.Queue.NrRequests = int64(4 + d.roll(8))
	sc.Device.Depth = int64(1 + d.roll(4))
	tasks := 2 + d.roll(5)
	for id := 1; id <= tasks; id++ {
		t := scenario.Task{ID: id}
		gets := 0
		for range 4 + d.roll(14) {
			op := scenario.Op{}
			switch d.roll(12) {
			case 0:
				op.Kind, op.Prio = scenario.SetIOPrio, scenario.IOPrio{Class: 1 + d.roll(3), Data: d.roll(8)}
			case 1:
				op.Kind, op.Value = scenario.FailAllocIOC, int64(d.roll(3))
			case 2:
				op.Kind, op.Value = scenario.FailAllocICQ, int64(d.roll(3))
			case 3:
				op.Kind, op.Task = scenario.IOCCreateFor, 1+d.roll(tasks)
			case 4:
				op.Kind, op.Task = scenario.IOCGet, 1+d.roll(tasks)
				gets++
			case 5:
				if gets == 0 {
					continue
				}
				op.Kind = scenario.IOCPut
				gets--
			case 6:
				op.Kind = scenario.ExitBegin
			case 7:
				op.Kind, op.Relative, op.Time = scenario.Sleep, true, int64(d.roll(20_000_000))
			case 8:
				op.Kind = scenario.Wait
			default:
				op.Kind = scenario.Submit
				op.IO = scenario.IO{Write: d.roll(2) == 0, Sync: d.roll(3) == 0, Sector: int64(d.roll(200)) * 8, Sectors: 8, Count: int64(1 + d.roll(6)), Step: 8 * int64(d.roll(3))}
			}
			t.Ops = append(t.Ops, op)
		}
		for ; gets > 0; gets-- {
			t.Ops = append(t.Ops, scenario.Op{Kind: scenario.IOCPut})
		}
		if id > 1 && d.roll(3) > 0 {
			t.Parent = 1 + d.roll(id-1)
			ops := &sc.Tasks[t.Parent-1].Ops
			at := d.roll(len(*ops) + 1)
			fork := scenario.Op{Kind: scenario.Fork, Task: id, CloneIO: d.roll(2) == 0}
			*ops = append((*ops)[:at:at], append([]scenario.Op{fork}, (*ops)[at:]...)...)
		}
		sc.Tasks = append(sc.Tasks, t)
	}
	return sc
}

// TestContextsAreCountedRight looks at every counter between any two due items;
// a context that leaks, or is freed too early, panics.
func TestContextsAreCountedRight(t *testing.T) {
	looked, freed := 0, 0
	for _, elevator := range []string{"noop", "deadline", "cfq"} {
		for seed := uint64(1); seed <= 150; seed++ {
			m, err := core.New(lives(seed, elevator), core.Options{Trace: true})
			if err != nil {
				t.Fatal(err)
			}
			q := m.Layer().(*linux44.Queue)
			for m.Run(core.Forever, 1) == core.Running {
				q.CheckContexts()
				looked++
			}
			q.CheckContexts()
			if n := q.LiveContexts(); n > 1 || n > 0 && elevator != "cfq" { // cfq's active slice may hold one for ever
				t.Errorf("%s, seed %d: %d io_contexts are left", elevator, seed, n)
			}
			freed++
		}
	}
	if looked < 10_000 {
		t.Errorf("looked only %d times", looked)
	}
	t.Logf("%d runs, looked %d times", freed, looked)
}
