package core

import (
	"blkplay/core/block"
	"blkplay/core/scenario"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

// process is a task with its list of ops and its place in it.
type process struct {
	m      *Machine
	task   *block.Task
	parent int
	ops    []scenario.Op
	at     int   // the op under way
	done   int64 // bios of it that were sent
	stream streamState
	began  bool // the op under way has begun
	exited bool
}

// addProcesses makes the tasks of sc; ops with a time of their own are put
// behind their task's list, those of no task into a list of the hand's.
func (m *Machine) addProcesses(sc *scenario.Scenario) {
	highest := 0
	for i := range sc.Tasks {
		highest = max(highest, sc.Tasks[i].ID)
	}
	later := make([][]scenario.Op, highest+1) // by task; 0 is the hand
	for i := range sc.At {
		at := &sc.At[i]
		later[at.Task] = append(later[at.Task],
			scenario.Op{Kind: scenario.Sleep, Time: at.Time, Pos: at.Op.Pos}, at.Op)
	}
	for i := range sc.Tasks {
		t := &sc.Tasks[i]
		ops := t.Ops
		if more := later[t.ID]; len(more) > 0 {
			ops = append(ops[:len(ops):len(ops)], more...)
		}
		m.addProcess(t, ops)
	}
	if hand := later[0]; len(hand) > 0 {
		m.addProcess(&scenario.Task{ID: highest + 1, Name: "hand"}, hand)
	}
}

func (m *Machine) addProcess(st *scenario.Task, ops []scenario.Op) {
	p := &process{m: m, task: &block.Task{}, parent: st.Parent, ops: ops}
	p.task.ID, p.task.Index, p.task.Name = st.ID, len(m.procs), st.Name
	p.task.By = trace.None
	if st.IOPrio != nil {
		p.task.IOPrio = block.MakeIOPrio(st.IOPrio.Class, st.IOPrio.Data)
	}
	p.task.Bind(p)
	m.procs = append(m.procs, p)
	m.sys.Tasks = append(m.sys.Tasks, p.task)
}

// Fire runs the task until it blocks or ends.
func (p *process) Fire() {
	sys := p.m.sys
	sys.Current = p.task
	p.run()
	sys.Current = &sys.Idle
}

func (p *process) run() {
	if tr := p.m.sys.Trace; tr != nil {
		tr.Add(int64(p.m.Now()), trace.TaskRun, p.task.ID).By = p.task.By
		p.task.By = trace.None
		defer tr.Because(tr.Because(tr.Last()))
	}
	if s := p.task.State; s != nil {
		p.task.State = nil
		if !s.Resume(&p.task.Task) {
			return
		}
	}
	for p.at < len(p.ops) {
		if !p.step(&p.ops[p.at]) {
			return
		}
		p.at++
		p.began, p.done = false, 0
	}
	p.exited = true
	p.m.layer.Exit(p.task)
	p.record(trace.TaskExit)
}

func (p *process) record(kind trace.Kind) *trace.Event {
	tr := p.m.sys.Trace
	if tr == nil {
		return &trace.Event{}
	}
	return tr.Add(int64(p.m.Now()), kind, p.task.ID)
}

// step goes on with op and reports whether it is finished.
func (p *process) step(op *scenario.Op) bool {
	first := !p.began
	if first {
		p.began = true
		if p.m.sys.Trace != nil {
			e := p.record(trace.TaskOp)
			e.Sector, e.Arg = int64(p.at), int64(op.Pos.Line)
			p.m.sys.Trace.Because(p.m.sys.Trace.Last())
		}
	}
	switch op.Kind {
	case scenario.Submit:
		for p.done < op.IO.Count {
			p.done++
			if !p.submit(&op.IO, op.IO.Sector+(p.done-1)*op.IO.Step) {
				return false
			}
		}
		return true
	case scenario.Stream:
		return p.streamOn(op, first)
	}
	if !first {
		return true // it blocked once, and is over
	}
	return p.call(op)
}

// call begins an op that blocks at most once, as far as the process is concerned.
func (p *process) call(op *scenario.Op) bool {
	layer := p.m.layer
	switch op.Kind {
	case scenario.Sleep:
		return p.sleep(p.instant(op))
	case scenario.Compute:
		return p.compute(p.instant(op))
	case scenario.Wait:
		return p.wait(op.Value)
	case scenario.SetIOPrio:
		layer.SetIOPrio(p.task, block.MakeIOPrio(op.Prio.Class, op.Prio.Data))
		p.record(trace.IOPrio).Sector = int64(block.MakeIOPrio(op.Prio.Class, op.Prio.Data))
		return true
	case scenario.Fork:
		p.fork(op)
		return true
	}
	return p.op(op)
}

// op hands an op to the layer; one that the kernel lacks, in a lenient
// scenario, does nothing.
func (p *process) op(op *scenario.Op) (done bool) {
	kernel := p.m.kernel
	if !kernel.Has(op.Kind) || op.Kind == scenario.Set && !kernel.CanSet(op.Name) {
		return true
	}
	return p.m.layer.Op(p.task, op)
}

// wait blocks until no more than left bios of the task are not complete.
func (p *process) wait(left int64) (done bool) {
	p.task.Left = int(left)
	return p.task.Open <= p.task.Left || p.m.layer.Wait(p.task)
}

func (p *process) instant(op *scenario.Op) sim.Time {
	if op.Relative {
		return p.m.Now() + sim.Time(op.Time)
	}
	return sim.Time(op.Time)
}

func (p *process) submit(io *scenario.IO, sector int64) bool {
	var flags trace.RWBS
	if io.Write {
		flags |= trace.Write
	}
	if io.Sync {
		flags |= trace.Sync
	}
	if io.Meta {
		flags |= trace.Meta
	}
	if io.Ahead {
		flags |= trace.Ahead
	}
	return p.m.layer.Submit(p.task, p.m.sys.NewBio(p.task, flags, sector, int32(io.Sectors)))
}

// sleep blocks until t; not at all if that is not in the future. The wake-up
// takes its place among what is due before the kernel hears of the sleep.
func (p *process) sleep(t sim.Time) bool {
	sys := p.m.sys
	if t <= sys.Loop.Now() {
		return true
	}
	sys.Loop.At(t, &p.task.Item)
	sys.Slept(p.task, trace.SleepForTime, t, trace.None)
	if sys.Trace != nil {
		p.task.By = sys.Trace.Last()
	}
	p.m.layer.Blocking(p.task)
	return false
}

// compute burns CPU until t: the task does not block, but nothing of it runs.
func (p *process) compute(t sim.Time) bool {
	if t <= p.m.Now() {
		return true
	}
	p.m.sys.Loop.At(t, &p.task.Item)
	p.record(trace.TaskCompute).Sector = int64(t)
	return false
}

func (p *process) fork(op *scenario.Op) {
	child := p.m.sys.TaskByID(op.Task)
	if !p.m.layer.Fork(p.task, child, op.CloneIO) {
		return
	}
	e := p.record(trace.TaskFork)
	e.Sector = int64(child.ID)
	if op.CloneIO {
		e.Arg = 1
	}
	if tr := p.m.sys.Trace; tr != nil {
		child.By = tr.Last()
	}
	child.Forked = true
	p.m.sys.Loop.Soon(&child.Item)
}
