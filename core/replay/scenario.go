package replay

import (
	"errors"
	"strconv"

	"blkplay/core/scenario"
	"blkplay/core/trace/blktrace"
)

// Options say what machine the bios are replayed on.
type Options struct {
	Kernel   scenario.Kernel  // "" is 2.6.24
	Elevator string           // "" is deadline, or what that kernel has in its place
	Device   *blktrace.Device // nil: the one with the most bios
	Mode     Mode
	Long     bool // the scenario is to be run at once: its text may be longer than one that is read
	Plugs    bool // tasks plug as in the trace, on kernels whose tasks have plugs; wants [Workload.Follow]
}

// Mode is when a replayed bio is submitted.
type Mode uint8

const (
	// Timed keeps the times of the trace: the loop is open.
	Timed Mode = iota
	// Fast submits each task's bios one after the other, as the block layer takes them.
	Fast
	// Closed lets each task wait as it did: until no more of its bios are open than were,
	// and then for as long as it took from the last completion to the next bio. It wants
	// [Workload.Follow].
	Closed
)

// Modes are the names of modes, by value.
var Modes = [...]string{Timed: "timed", Fast: "fast", Closed: "closed"}

// follows reports whether more must be known of a trace than its bios.
func (o *Options) follows() bool { return o.Plugs || o.Mode == Closed }

// Sent says which bios of a scenario's run a bio of the trace became: those of a task
// from its first-th on, in the order in which it submits them.
type Sent struct {
	Task   int // number in the scenario; 0: the bio is not replayed
	First  int // from 0
	Pieces int
}

// Scenario makes the scenario that submits the bios of one device at the times
// of the trace, the first at 0, from one task for each pid.
//
// A bio longer than the queue takes goes as several at once: no bio of that
// length can be built on that kernel (2.6.24: fs/bio.c:bio_add_page()).
func (w *Workload) Scenario(opt Options) (*scenario.Scenario, *Report, error) {
	sc, report, _, err := w.Plan(opt)
	return sc, report, err
}

// Plan is [Workload.Scenario] that also says what became of each kept bio of the
// device, in order of their Add.
func (w *Workload) Plan(opt Options) (*scenario.Scenario, *Report, []Sent, error) {
	sc, err := machine(opt)
	if err != nil {
		return nil, nil, nil, err
	}
	device, ok := w.Busiest()
	if opt.Device != nil {
		device = *opt.Device
		ok = w.counts[device] != nil && w.counts[device].kept > 0
	}
	if !ok {
		return nil, nil, nil, errors.New(w.nothing(opt.Device))
	}
	report := w.report(device)
	b := builder{sc: sc, report: report, names: w.names, longest: longestBio(sc), tasks: map[uint32]int{}, mode: opt.Mode, long: opt.Long,
		plugs: opt.Plugs && sc.Kernel.Info().Has(scenario.StartPlug)}
	bios := w.of(device)
	b.number(bios)
	b.plan = make([]Sent, len(bios))
	for i := range bios {
		b.add(&bios[i], bios[0].time)
	}
	b.finish()
	return sc, report, b.plan, nil
}

// nothing says why there is nothing to replay.
func (w *Workload) nothing(device *blktrace.Device) string {
	if device != nil {
		return "device " + deviceText(*device) + " has no Q event that can be replayed"
	}
	if len(w.order) == 0 {
		return "the trace has no Q event, so there is nothing to replay; was it made with a mask that leaves them out?"
	}
	return "none of the trace's Q events can be replayed: they are discards, flushes without data, passthrough commands or shorter than a sector"
}

func machine(opt Options) (*scenario.Scenario, error) {
	if opt.Kernel == "" {
		opt.Kernel = scenario.Linux2624
	}
	sc := scenario.Default(opt.Kernel)
	if sc == nil {
		return nil, errors.New("kernel " + string(opt.Kernel) + " is not modelled")
	}
	info := opt.Kernel.Info()
	wanted := []string{"deadline", "mq-deadline"}
	if opt.Elevator != "" {
		wanted = []string{opt.Elevator}
	}
	for _, name := range wanted {
		if info.Elevator(name) != nil {
			sc.Elevator = name
			for i := range info.Queue { // some defaults follow from the elevator
				p := &info.Queue[i]
				*sc.Queue.Field(p.Name) = p.Default(sc)
			}
			return sc, nil
		}
	}
	return nil, errors.New("kernel " + string(opt.Kernel) + " has no elevator " + wanted[0])
}

// longestBio is the length in sectors of the longest bio that the machine takes.
func longestBio(sc *scenario.Scenario) int64 {
	const pagesOfBio, sectorsOfPage = 256, 8
	if sc.Kernel == scenario.Linux2624 {
		return min(sc.Queue.MaxSectors, sc.Queue.MaxSegments*sectorsOfPage)
	}
	return pagesOfBio * sectorsOfPage
}

func deviceText(d blktrace.Device) string {
	return strconv.Itoa(int(d.Major())) + "," + strconv.Itoa(int(d.Minor()))
}
