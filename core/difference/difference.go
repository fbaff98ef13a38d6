package difference

import (
	"errors"
	"io"
	"strconv"

	"blkplay/core"
	"blkplay/core/replay"
	"blkplay/core/scenario"
	"blkplay/core/trace"
	"blkplay/core/trace/blktrace"
	"blkplay/core/trace/follow"
)

// Learned is the device that the trace itself tells.
const Learned = "learned"

// Options say what machine the trace is held against.
type Options struct {
	replay.Options                         // Plugs is taken as true
	Disk           string                  // [Learned], which "" is too, or a model of package disk with its defaults
	Keep           int                     // records of the real trace that [Result.Records] has, at most
	Ran            func(ended, bios int64) // told how far the simulated run is; may be nil
}

// Result is what both sides did.
type Result struct {
	Device   blktrace.Device
	Scenario *scenario.Scenario // that was run
	Replay   *replay.Report     // what of the trace was replayed
	Mode     replay.Mode
	Rows     []Row
	Order    Order
	Stuck    string // how the run ended, "" if well
	Unknown  []Lack // what the model does not know
	Origin   int64  // ns from the trace's first event to its first bio that is replayed, which is at 0 in the run

	// Of a trace that is kept (see [Options.Keep]): what happened at the device from the first bio
	// that is replayed on, as a run leaves it, on the run's clock and with its tasks; and
	// which bio of the run each of its bios is, -1 for none.
	Records []trace.Event
	Same    []int32
}

// Differs returns how many rows differ.
func (r *Result) Differs() (n int) {
	for i := range r.Rows {
		if r.Rows[i].Real != r.Rows[i].Simulated {
			n++
		}
	}
	return n
}

// real is a device of the real trace.
type real struct {
	*side
	*follow.Follower
	learner *learner
	kept    []int32 // bio of each that the workload keeps, in order
	bio     int32   // queued last
	more    int64   // records behind the last bio that is compared
	begun   bool    // a bio is kept...
	origin  int64   // ...and the first was queued then
	records []trace.Event
}

// BiosMax is how many bios are compared: the first of a trace that has more.
const BiosMax = 1 << 17

// devicesMax is how many devices of a trace are followed.
const devicesMax = 64

// Difference reads a real trace (see [replay.Open]), replays it, and sets both side by side.
func Difference(files []replay.File, opt Options) (*Result, error) {
	source, err := replay.Open(files)
	if err != nil {
		return nil, err
	}
	opt.Plugs, opt.Long = true, true
	w := replay.NewWorkload(source.Names())
	w.Follow()
	devices := map[blktrace.Device]*real{}
	if err := read(source, w, devices, opt.Keep); err != nil {
		return nil, err
	}
	sc, report, plan, err := w.Plan(opt.Options)
	if err != nil {
		return nil, err
	}
	report.Trace, report.Format = *source.Report(), source.Format
	of := devices[report.Device]
	if of == nil {
		return nil, errors.New("the trace has more than " + strconv.Itoa(devicesMax) + " devices; name one of the first")
	}
	r := &Result{Device: report.Device, Scenario: sc, Replay: report, Mode: opt.Mode, Origin: of.origin}
	if err := r.machine(of, opt); err != nil {
		return nil, err
	}
	simulated := newSide()
	if r.Stuck, err = run(sc, simulated, opt.Ran); err != nil {
		return nil, err
	}
	r.Rows = rows(of.stats, simulated.stats)
	r.Order = compare(of.side, simulated, pairsOf(of, simulated, plan))
	if opt.Keep > 0 {
		r.keep(of, simulated, plan)
	}
	r.lacks(of, opt)
	return r, nil
}

// recordsMax bounds a run: twice what the most bios that are compared make in any kernel.
const recordsMax = 1 << 24

// run runs sc, and says how it ended if not well.
func run(sc *scenario.Scenario, to *side, told func(ended, bios int64)) (stuck string, err error) {
	m, err := core.New(sc, core.Options{Trace: true, Limits: core.Limits{Records: recordsMax, Time: scenario.TimeMaxNs}})
	if err != nil {
		return "", err
	}
	const slice = 8192 // records
	ended, bios := int64(0), int64(sc.Bios())
	for more := true; more; {
		more = m.Run(core.Forever, slice) == core.Running
		events := m.Trace().Events()
		for i := range events {
			to.stats.Add(&events[i])
			to.add(&events[i])
			if events[i].Kind == trace.BioEnd {
				ended++
			}
		}
		m.Trace().Drain()
		if told != nil {
			told(ended, bios)
		}
	}
	if m.Run(core.Forever, 0) != core.Complete {
		stuck = m.EndText()
	}
	return stuck, nil
}

// read reads the whole trace.
func read(source *replay.Source, w *replay.Workload, devices map[blktrace.Device]*real, keep int) error {
	var rec blktrace.Record
	var e trace.Event
	genesis, begun := uint64(0), false
	for {
		switch err := source.Next(&rec); {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		}
		if d := devices[rec.Device]; d != nil && len(d.kept) == BiosMax {
			d.more++
			continue
		}
		kept := w.Add(&rec)
		if !begun && !rec.IsNote() {
			begun, genesis = true, rec.Time
		}
		if !blktrace.ToEvent(&e, &rec, genesis) {
			continue
		}
		d := devices[rec.Device]
		if d == nil {
			if len(devices) >= devicesMax {
				continue
			}
			d = newReal(keep)
			devices[rec.Device] = d
		}
		if kept && !d.begun {
			d.begun, d.origin = true, e.Time
		}
		d.cpus[rec.CPU] = true
		d.stats.Add(&e)
		d.Add(&e)
		if kept {
			d.kept = append(d.kept, d.bio)
		}
	}
}

func newReal(keep int) *real {
	d := &real{side: newSide(), learner: newLearner()}
	d.Follower = follow.New(func(e *trace.Event) {
		if e.Kind == trace.Queue {
			d.bio = e.Bio
		}
		d.side.add(e)
		d.learner.add(e)
		if d.begun && len(d.records) < keep {
			d.records = append(d.records, *e)
		}
	})
	return d
}

// machine gives the scenario its device, and the longest request that splits tell.
func (r *Result) machine(of *real, opt Options) error {
	sc := r.Scenario
	if opt.Disk != "" && opt.Disk != Learned {
		changed, _, err := scenario.Retarget(sc, []scenario.Change{{Name: "device", Value: opt.Disk}})
		if err != nil {
			return err
		}
		*sc = *changed
	} else if d, ok := of.learner.device(); ok {
		sc.Device = d
	}
	sc.Device.Depth = int64(min(max(of.learner.deepest, 1), scenario.DepthMax))
	info := sc.Kernel.Info()
	if p := info.QueueParameter("nr_requests"); p != nil {
		sc.Queue.NrRequests = p.Default(sc)
	}
	if p := info.QueueParameter("max_sectors"); p != nil && of.longest > 0 && sc.Kernel != scenario.Linux2624 {
		if _, ok := p.Keeps(of.longest); ok {
			sc.Queue.MaxSectors = of.longest
		}
	}
	if errs := scenario.Check(sc); len(errs) > 0 {
		return errs
	}
	return nil
}

// pairsOf returns where the bios that are on both sides were dispatched, in the order of their Q.
func pairsOf(of *real, simulated *side, plan []replay.Sent) (list []pair) {
	if of.nothing || simulated.nothing {
		return nil
	}
	for i := range min(len(plan), len(of.kept)) {
		s := &plan[i]
		bios := simulated.bioOfTask[uint16(s.Task)]
		if s.Task == 0 || s.First >= len(bios) {
			continue
		}
		p := pair{of.placeOf(of.kept[i]), simulated.placeOf(bios[s.First])}
		if p.real != none && p.simulated != none {
			list = append(list, p)
		}
	}
	return list
}
