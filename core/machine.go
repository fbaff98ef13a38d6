package core

import (
	"math"

	"blkplay/core/block"
	"blkplay/core/observe"
	"blkplay/core/scenario"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

// Options say what a run keeps.
type Options struct {
	Trace bool // record; without it the run is faster and leaves only its results
	Times bool // keep each bio's submit and completion time
	// Limits end a run that would go on for too long.
	Limits Limits
	// Observe, if set, takes what the layer shows besides its trace.
	Observe *observe.Log
}

// Limits of a run; 0 is none.
type Limits struct {
	Records int      // records in the trace, looked at between two due items
	Time    sim.Time // nothing due after it happens
}

// Status is how far a run is.
type Status uint8

const (
	Running  Status = iota // there is more to do
	Complete               // every task ended, every bio is complete, nothing is due
	Stuck                  // nothing is left to happen, and something waits
	Limited                // ended at one of its Limits
)

// Machine is a scenario being run.
type Machine struct {
	sys    *block.System
	layer  Layer
	kernel *scenario.KernelInfo
	procs  []*process
	limit  Limits
	fired  int64 // due items so far
	stat   Status
}

// Forever is later than any instant of a run.
const Forever sim.Time = math.MaxInt64

// New builds the machine of sc at time 0, before anything runs.
func New(sc *scenario.Scenario, opt Options) (*Machine, error) {
	var tr *trace.Recorder
	if opt.Trace {
		tr = trace.NewRecorder()
	}
	sys := block.NewSystem(sc.HZ, tr)
	sys.KeepTimes = opt.Times
	sys.Observe = opt.Observe
	m := &Machine{sys: sys, kernel: sc.Kernel.Info(), limit: opt.Limits}
	m.addProcesses(sc)
	layer, err := newLayer(sys, sc)
	if err != nil {
		return nil, err
	}
	m.layer = layer
	for _, p := range m.procs {
		if p.parent == 0 {
			p.task.Forked = true
			sys.Loop.Soon(&p.task.Item)
		}
	}
	return m, nil
}

// Run goes on until nothing is due at or before until, or at least records
// records were added since the call (0: no such bound), and returns the status.
// Any sequence of calls gives the same run.
func (m *Machine) Run(until sim.Time, records int) Status {
	if m.stat != Running {
		return m.stat
	}
	if m.limit.Time > 0 {
		until = min(until, m.limit.Time)
	}
	loop, tr := m.sys.Loop, m.sys.Trace
	goal := m.limit.Records
	if records > 0 && tr != nil && (goal == 0 || tr.Len()+records < goal) {
		goal = tr.Len() + records
	}
	if goal == 0 || tr == nil {
		for loop.Step(until) {
			m.fired++
		}
	} else {
		for tr.Len() < goal && loop.Step(until) {
			m.fired++
		}
	}
	m.stat = m.status()
	return m.stat
}

// Trace returns the recorder, nil if the run is not recorded.
func (m *Machine) Trace() *trace.Recorder { return m.sys.Trace }

// Now returns the simulated time.
func (m *Machine) Now() sim.Time { return m.sys.Loop.Now() }

// System returns what surrounds the block layer, for tests and tools to look at.
func (m *Machine) System() *block.System { return m.sys }

// Layer returns the block layer, for tests and tools to look at.
func (m *Machine) Layer() Layer { return m.layer }

// Blocked is a task that waits for ever.
type Blocked struct {
	Task int
	Bio  int32  // the bio it waits for, -1 if for none
	In   string // "wait", "get_request", "reclaim", ...
}

// Blocked lists, in the scenario's order, the started tasks that had not ended
// when nothing was left to happen.
func (m *Machine) Blocked() []Blocked {
	var list []Blocked
	for _, p := range m.procs {
		if p.task.Forked && !p.exited {
			bio, in := m.layer.Stuck(p.task)
			list = append(list, Blocked{p.task.ID, bio, in})
		}
	}
	return list
}
