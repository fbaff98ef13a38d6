package lesson

import (
	"errors"

	"blkplay/core"
	"blkplay/core/observe"
	"blkplay/core/scenario"
	"blkplay/core/stats"
	"blkplay/core/trace"
)

// result is a run that is over: its trace and what it shows besides.
type result struct {
	sc      *scenario.Scenario
	events  []trace.Event
	numbers []int32 // by record: how many events blktrace printed up to it
	log     observe.Log
	blocked int
	stats   *stats.Stats
	ended   []int64 // by bio: when it ended, -1 never
	begun   []int64 // by bio: its first Q
	limited bool
	err     error
}

// Limits of a lesson's run: what a reader can follow, and what a class's answers
// are judged with in seconds.
const (
	recordsMax = 100_000
	timeMaxNs  = 60 * 1_000_000_000
)

var errBound = errors.New("the exercise's runs are longer than they may be here")

// Bound lets the runs of the exercise make so many records in all; then they fail, and
// whoever has to answer in a time can say so.
func (x *Exercise) Bound(records int) { x.left = &records }

// OutOfBound reports whether the exercise has made all the records that it may.
func (x *Exercise) OutOfBound() bool { return x.left != nil && *x.left <= 0 }

// play runs sc to its end. What left has, the records that its exercise may still
// make, goes down by what the run makes; nil is no bound.
func play(sc *scenario.Scenario, left *int) *result {
	r := &result{sc: sc, stats: stats.New()}
	most := recordsMax
	if left != nil {
		if most = min(most, *left); most <= 0 {
			r.limited, r.err = true, errBound
			return r
		}
	}
	m, err := core.New(sc, core.Options{Trace: true, Observe: &r.log,
		Limits: core.Limits{Records: most, Time: timeMaxNs}})
	if err != nil {
		r.err = err
		return r
	}
	status := m.Run(core.Forever, 0)
	for status == core.Running {
		status = m.Run(core.Forever, 0)
	}
	r.limited = status == core.Limited
	if r.limited {
		r.err = errors.New(m.EndText())
	}
	r.events = m.Trace().Events()
	if left != nil {
		if *left -= len(r.events); r.limited && most < recordsMax {
			*left, r.err = 0, errBound
		}
	}
	r.blocked = len(m.Blocked())
	r.index()
	return r
}

// index numbers the events and notes when each bio began and ended.
func (r *result) index() {
	r.numbers = make([]int32, len(r.events))
	n := int32(0)
	for i := range r.events {
		e := &r.events[i]
		if e.Kind.Traced() {
			n++
			r.stats.Add(e)
		}
		r.numbers[i] = n
		if e.Bio < 0 {
			continue
		}
		if e.Kind == trace.Queue && int(e.Bio) >= len(r.begun) {
			r.begun = append(r.begun, e.Time)
			r.ended = append(r.ended, -1)
		}
		if e.Kind == trace.BioEnd && int(e.Bio) < len(r.ended) {
			r.ended[e.Bio] = e.Time
		}
	}
}

// figure returns the figure of that index in figures.
func (r *result) figure(i int) Value {
	s := r.stats
	x := Value{Type: figures[i].typ}
	switch figures[i].name {
	case "q2c_max":
		x.N = s.Q2C.Max
	case "q2c_mean":
		x.N = s.Q2C.Mean()
	case "d2c_max":
		x.N = s.D2C.Max
	case "plugs":
		x.N = s.Plugs
	case "plugged":
		x.N = s.PluggedNs
	case "seeks":
		x.N = s.SeeksD.Jumps()
	case "depth_max":
		x.N = s.MaxInDevice
	case "sectors_written":
		x.N = s.WriteSectors
	case "sectors_read":
		x.N = s.ReadSectors
	case "end":
		x.N = s.End
	case "bios":
		x.N = int64(len(r.begun))
	case "open_bios":
		for _, t := range r.ended {
			if t < 0 {
				x.N++
			}
		}
	case "blocked":
		x.N = int64(r.blocked)
	case "contexts":
		x.N = r.contexts()
	}
	return x
}

// contexts returns how many io_contexts were seen.
func (r *result) contexts() int64 {
	most := int64(-1)
	for i := range r.log.IOContexts {
		most = max(most, r.log.IOContexts[i].ID)
	}
	return most + 1
}

// counters returns refcount, active_ref and nr_tasks as seen at a moment of that name.
func (r *result) counters(label string, first bool) (x Value, ok bool) {
	for i := range r.log.IOContexts {
		s := &r.log.IOContexts[i]
		if s.Label != label || first && ok {
			continue
		}
		x = Value{Type: ListOf(Int), List: []Value{number(s.RefCount), number(s.ActiveRef), number(s.NrTasks)}}
		ok = true
	}
	return x, ok
}

// setting returns what the scenario sets, or its kernel's default.
func (r *result) setting(name string) (Value, bool) {
	sc := r.sc
	switch name {
	case "kernel":
		return word(string(sc.Kernel)), true
	case "elevator":
		return word(sc.Elevator), true
	case "hz":
		return number(sc.HZ), true
	case "depth":
		return number(sc.Device.Depth), true
	}
	info := sc.Kernel.Info()
	if info.QueueParameter(name) != nil {
		return number(*sc.Queue.Field(name)), true
	}
	for _, s := range sc.Tunables {
		if s.Name == name {
			return number(s.Value), true
		}
	}
	if e := info.Elevator(sc.Elevator); e != nil {
		if t := e.Tunable(name); t != nil {
			return number(t.Default(sc)), true
		}
	}
	return Value{}, false
}
