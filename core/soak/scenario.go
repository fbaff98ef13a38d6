package soak

import "blkplay/core/scenario"

// Scenario returns the scenario of a seed: any kernel, elevator and device, any
// ops that the kernel has, with values that are small often enough for queues
// to fill, bios to merge and tasks to sleep.
func Scenario(seed uint64) *scenario.Scenario {
	c := newChance(seed)
	g := generator{chance: c, kernel: &scenario.Kernels()[c.below(int64(len(scenario.Kernels())))]}
	g.machine()
	g.tasks()
	g.hand()
	return g.sc
}

type generator struct {
	*chance
	kernel *scenario.KernelInfo
	sc     *scenario.Scenario
	area   int64 // sectors among which bios fall; a small one makes them meet
}

func (g *generator) machine() {
	g.sc = scenario.Default(g.kernel.Name)
	sc := g.sc
	sc.HZ = of(g.chance, int64(100), 250, 1000)
	g.device()
	e := &g.kernel.Elevators[g.below(int64(len(g.kernel.Elevators)))]
	sc.Elevator = e.Name
	for i := range e.Tunables {
		if g.one(4) {
			sc.Tunables = append(sc.Tunables, scenario.Setting{Name: e.Tunables[i].Name, Value: 1 + g.below(of(g.chance, int64(4), 1000))})
		}
	}
	for i := range g.kernel.Queue {
		p := &g.kernel.Queue[i]
		field := sc.Queue.Field(p.Name)
		*field = p.Default(sc)
		if g.one(2) {
			*field = min(max(g.below(of(g.chance, int64(12), 300)), p.Min), p.Max)
		}
	}
	if sc.Elevator == "none" {
		sc.Queue.NrRequests = min(sc.Queue.NrRequests, sc.Device.Depth)
		if sc.Device.Depth < 4 { // the kernel takes none but the depth itself
			sc.Queue.NrRequests = sc.Device.Depth
		}
	}
	for _, word := range g.kernel.WhatIf {
		*sc.WhatIf.Field(word) = g.one(12)
	}
	g.area = of(g.chance, int64(64), 1024, 1<<20, 1<<40)
}

func (g *generator) device() {
	d := &g.sc.Device
	model := of(g.chance, scenario.DeviceModels()...).Name
	*d = scenario.Device{Model: model, Depth: 1 + g.below(of(g.chance, int64(1), 4, 64))}
	if model == "table" {
		t := &scenario.ServiceTable{Sizes: []int64{8, 8 + 1 + g.below(100)}, Seeks: []int64{g.below(1 << 20)}}
		t.Read = []int64{1 + g.below(1<<22), 1000 * (1 + g.below(1<<12))}
		t.Write = t.Read
		if g.one(2) {
			t.Write = []int64{1 + g.below(1<<22), 1 + g.below(1<<12)}
		}
		d.Table = t
	}
	if model == "linear" {
		d.BaseNs, d.PerSectorNs = g.below(1<<22), g.below(1<<12)
		if g.one(2) {
			d.SeekNsPer1024, d.SeekMaxNs = 1+g.below(1000), g.below(1<<23)
		}
	}
}

func (g *generator) tasks() {
	tasks := 1 + int(g.below(5))
	for id := 1; id <= tasks; id++ {
		t := scenario.Task{ID: id}
		if g.one(4) {
			t.Name = "task-" + string(rune('a'+id))
		}
		if g.one(3) {
			t.IOPrio = &scenario.IOPrio{Class: 1 + int(g.below(3)), Data: int(g.below(8))}
		}
		var h held
		for range g.below(of(g.chance, int64(4), 12, 40)) {
			t.Ops = append(t.Ops, g.op(&h))
		}
		for ; h.contexts > 0; h.contexts-- {
			t.Ops = append(t.Ops, scenario.Op{Kind: scenario.IOCPut})
		}
		for ; h.plugs > 0; h.plugs-- {
			t.Ops = append(t.Ops, scenario.Op{Kind: scenario.FinishPlug})
		}
		if g.one(2) {
			t.Ops = append(t.Ops, scenario.Op{Kind: scenario.Wait})
		}
		if id > 1 && g.one(3) {
			t.Parent = 1
			fork := scenario.Op{Kind: scenario.Fork, Task: id, CloneIO: g.one(2)}
			at := g.below(int64(len(g.sc.Tasks[0].Ops)) + 1)
			parent := &g.sc.Tasks[0]
			parent.Ops = append(parent.Ops[:at:at], append([]scenario.Op{fork}, parent.Ops[at:]...)...)
		}
		g.sc.Tasks = append(g.sc.Tasks, t)
	}
}

// hand adds what is done to the running machine.
func (g *generator) hand() {
	for at := g.below(1 << 20); g.one(2); at += g.below(1 << 24) {
		g.sc.At = append(g.sc.At, scenario.AtOp{Time: at, Op: g.op(nil)})
	}
}

// held is what a task has to give back before it ends.
type held struct{ plugs, contexts int }

// op returns an op; a hand, which has no h, gets none that must be given back.
func (g *generator) op(h *held) scenario.Op {
	for {
		op := scenario.Op{Kind: g.kind()}
		if g.kernel.Has(op.Kind) && g.operands(&op, h) {
			return op
		}
	}
}

// kind returns what half of the time is a bio.
func (g *generator) kind() scenario.OpKind {
	if g.one(2) {
		return scenario.Submit
	}
	return scenario.OpKind(g.below(int64(scenario.Reclaim) + 1))
}

// operands fills op in and reports whether it can stand here.
func (g *generator) operands(op *scenario.Op, h *held) bool {
	switch op.Kind {
	case scenario.Submit, scenario.Stream:
		g.io(op)
	case scenario.Sleep, scenario.Compute:
		op.Time, op.Relative = g.below(1<<24), g.one(2)
	case scenario.Wait:
		if g.one(4) {
			op.Value = g.below(4)
		}
	case scenario.SetIOPrio:
		if op.Prio.Class = int(g.below(4)); op.Prio.Class > 0 {
			op.Prio.Data = int(g.below(8))
		}
	case scenario.Set:
		op.Name, op.Value = of(g.chance, g.kernel.Settable()...), g.below(of(g.chance, int64(10), 1000))
	case scenario.SwitchElevator:
		op.Name = of(g.chance, g.kernel.Elevators...).Name
	case scenario.FailAllocIOC, scenario.FailAllocICQ:
		op.Value = g.below(4)
	case scenario.IOCCreateFor:
		op.Task = 1
	case scenario.Reclaim:
		op.Value = g.below(10)
	case scenario.Fork:
		return false // [generator.tasks] places it
	case scenario.StartPlug, scenario.FinishPlug, scenario.IOCGet, scenario.IOCPut:
		return h != nil && h.take(op)
	}
	return true
}

// take counts what op opens or gives back.
func (h *held) take(op *scenario.Op) bool {
	switch op.Kind {
	case scenario.StartPlug:
		h.plugs++
	case scenario.FinishPlug:
		h.plugs--
	case scenario.IOCGet:
		op.Task = 1
		h.contexts++
	case scenario.IOCPut:
		h.contexts--
	}
	if h.plugs < 0 || h.contexts < 0 {
		h.plugs, h.contexts = max(h.plugs, 0), max(h.contexts, 0)
		return false
	}
	return true
}

func (g *generator) io(op *scenario.Op) {
	longest := min(max(g.sc.Queue.MaxSectors, 8), 8*g.sc.Queue.MaxSegments)
	if g.kernel.Name != scenario.Linux2624 { // those split
		longest = 2048
	}
	sectors := min(longest, of(g.chance, int64(8), 8, 8, 16, 1+g.below(32), 1+g.below(2048)))
	op.IO = scenario.IO{Write: g.one(2), Sync: g.one(4), Meta: g.one(8), Ahead: g.one(8),
		Sector: g.below(g.area) * 8, Sectors: sectors, Count: 1}
	if op.Kind == scenario.Stream {
		op.IO.Count = 1 + g.below(60)
		op.Stream = g.pattern()
	} else if g.one(3) {
		op.IO.Count = 2 + g.below(20)
		op.IO.Step = of(g.chance, sectors, sectors, 64, -sectors)
		if op.IO.Step < 0 {
			op.IO.Sector += op.IO.Count * sectors
		}
	}
}

func (g *generator) pattern() *scenario.Pattern {
	p := &scenario.Pattern{Seed: 1 + uint64(g.below(1<<62))}
	if g.one(2) {
		p.EveryNs = g.below(1 << 21)
	}
	if g.one(2) {
		p.WaitEach = g.below(10)
	}
	if g.one(2) && g.kernel.Has(scenario.StartPlug) {
		p.PlugEach = g.below(20)
	}
	if g.one(2) {
		p.Random, p.Span = true, 1+g.below(g.area)
	} else if g.one(2) {
		p.JumpOneIn, p.JumpMax = 1+g.below(20), 1+g.below(200)
	}
	return p
}
