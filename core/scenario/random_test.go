package scenario_test

import (
	"reflect"
	"testing"

	"blkplay/core/scenario"
)

// chance is xorshift64, so that a failing case has a number.
type chance uint64

func (c *chance) below(n int64) int64 {
	*c ^= *c << 13
	*c ^= *c >> 7
	*c ^= *c << 17
	return int64(uint64(*c) % uint64(n))
}

func (c *chance) one(in int64) bool { return c.below(in) == 0 }

// randomScenario returns a scenario of any kernel with any of its ops.
func randomScenario(c *chance) *scenario.Scenario {
	kernels := scenario.Kernels()
	k := &kernels[c.below(int64(len(kernels)))]
	sc := scenario.Default(k.Name)
	sc.HZ = []int64{100, 250, 1000}[c.below(3)]
	models := scenario.DeviceModels()
	if sc.Device.Model = models[c.below(int64(len(models)))].Name; sc.Device.Model == "linear" {
		sc.Device = scenario.Device{Model: "linear", BaseNs: c.below(1 << 30), PerSectorNs: c.below(1 << 20),
			SeekNsPer1024: c.below(3) * c.below(1000), SeekMaxNs: c.below(3) * c.below(1<<30)}
	} else {
		sc.Device = scenario.Device{Model: sc.Device.Model}
	}
	sc.Device.Depth = 1 + c.below(300)
	e := &k.Elevators[c.below(int64(len(k.Elevators)))]
	sc.Elevator = e.Name
	for i := range e.Tunables {
		if c.one(3) {
			sc.Tunables = append(sc.Tunables, scenario.Setting{Name: e.Tunables[i].Name, Value: 1 + c.below(1000)})
		}
	}
	for i := range k.Queue {
		q := &k.Queue[i]
		*sc.Queue.Field(q.Name) = q.Default(sc)
		if c.one(2) {
			*sc.Queue.Field(q.Name) = min(max(c.below(300), q.Min), q.Max)
		}
	}
	if sc.Elevator == "none" {
		sc.Queue.NrRequests = min(sc.Queue.NrRequests, sc.Device.Depth)
	}
	for _, word := range k.WhatIf {
		*sc.WhatIf.Field(word) = c.one(3)
	}
	tasks := 1 + int(c.below(4))
	for id := 1; id <= tasks; id++ {
		t := scenario.Task{ID: id}
		if c.one(3) {
			t.Name = "t" + string(rune('a'+id))
		}
		if c.one(3) {
			t.IOPrio = &scenario.IOPrio{Class: 1 + int(c.below(3)), Data: int(c.below(8))}
		}
		for range c.below(8) {
			t.Ops = append(t.Ops, randomOp(c, k, sc, id))
		}
		if id > 1 && c.one(2) {
			t.Parent = 1
			sc.Tasks[0].Ops = append(sc.Tasks[0].Ops, scenario.Op{Kind: scenario.Fork, Task: id, CloneIO: c.one(2)})
		}
		sc.Tasks = append(sc.Tasks, t)
	}
	for at := c.below(1000); c.one(2); at += c.below(1 << 30) {
		sc.At = append(sc.At, scenario.AtOp{Time: at, Op: randomOp(c, k, sc, 0)})
	}
	return sc
}

// randomOp returns an op that needs none before it.
func randomOp(c *chance, k *scenario.KernelInfo, sc *scenario.Scenario, task int) scenario.Op {
	for {
		op := scenario.Op{Kind: scenario.OpKind(c.below(int64(scenario.Reclaim) + 1))}
		if !k.Has(op.Kind) {
			continue
		}
		switch op.Kind {
		case scenario.Submit, scenario.Stream:
			most := max(min(sc.Queue.MaxSectors, 8*sc.Queue.MaxSegments), 1)
			op.IO = scenario.IO{Write: c.one(2), Sync: c.one(3), Meta: c.one(5), Ahead: c.one(5),
				Sector: 1<<20 + c.below(1<<40), Sectors: 1 + c.below(min(most, 2048)), Count: 1}
			if op.Kind == scenario.Stream {
				op.IO.Count = 1 + c.below(100)
				op.Stream = randomPattern(c, k)
			} else if c.one(3) {
				op.IO.Count = 2 + c.below(10)
				op.IO.Step = c.below(1000) - 500
			}
		case scenario.Sleep, scenario.Compute:
			op.Time, op.Relative = c.below(1<<33), c.one(2)
		case scenario.SetIOPrio:
			if op.Prio.Class = int(c.below(4)); op.Prio.Class > 0 {
				op.Prio.Data = int(c.below(8))
			}
		case scenario.Set:
			names := k.Settable()
			op.Name, op.Value = names[c.below(int64(len(names)))], c.below(1000)-10
		case scenario.SwitchElevator:
			op.Name = k.Elevators[c.below(int64(len(k.Elevators)))].Name
		case scenario.FailAllocIOC, scenario.FailAllocICQ:
			op.Value = c.below(4)
		case scenario.IOCCreateFor, scenario.IOCGet:
			op.Task = 1
		case scenario.Reclaim:
			op.Value = c.below(10)
		case scenario.FinishPlug, scenario.IOCPut, scenario.Fork:
			continue
		}
		return op
	}
}

func randomPattern(c *chance, k *scenario.KernelInfo) *scenario.Pattern {
	p := &scenario.Pattern{Seed: 1 + uint64(c.below(1<<62)), EveryNs: c.below(2) * c.below(1<<20), WaitEach: c.below(3) * c.below(10)}
	if k.Has(scenario.StartPlug) {
		p.PlugEach = c.below(3) * c.below(10)
	}
	if c.one(2) {
		p.Random, p.Span = true, 1+c.below(1<<30)
	} else if c.one(2) {
		p.JumpOneIn, p.JumpMax = 1+c.below(100), 1+c.below(2000)
	}
	return p
}

func TestRandomScenariosAsText(t *testing.T) {
	for seed := chance(1); seed <= 3000; seed++ {
		c := seed * 0x9E3779B97F4A7C15
		sc := randomScenario(&c)
		if errs := scenario.Check(sc); len(errs) > 0 {
			t.Fatalf("seed %d: %v\n%s", seed, errs, scenario.Format(sc))
		}
		text := scenario.Format(sc)
		back, err := scenario.Parse(text)
		if err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, text)
		}
		if again := scenario.Format(back); again != text {
			t.Fatalf("seed %d:\n%s\n%s", seed, text, again)
		}
		back.ClearPos()
		if !reflect.DeepEqual(sc, back) {
			t.Fatalf("seed %d:\n%+v\n%+v\n%s", seed, sc, back, text)
		}
	}
}
