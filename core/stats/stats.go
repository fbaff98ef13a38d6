package stats

import "blkplay/core/trace"

// Stats are the figures of one device's trace. The zero value is of an empty one.
type Stats struct {
	Q2Q, Q2G, S2G, G2I, Q2M, I2D, M2D, D2C, Q2C Measure

	Actions [trace.Remap + 1]int64 // events by kind

	Queued, Dispatched        int64 // with a length
	Requeued                  int64
	BlocksMin, BlocksMax      int64 // sectors of completed requests
	BlocksTotal               int64
	SeeksQ, SeeksD            Seeks
	Plugs                     int64 // U that ended a plugged state
	PluggedNs                 int64
	Unplugs, UnplugTimers     int64
	UnplugIOs, UnplugTimerIOs int64 // sums of the counts of U and UT
	OpenAtQ                   int64 // sum over Qs of I/Os neither merged nor issued
	MaxInDevice               int64
	ReadSectors, WriteSectors int64 // completed
	Begin, End                int64 // ns of the first and the last event

	latencies samples // Q2C of each I/O, for percentiles
	open      inflight
	likeBTT   bool
	begun     bool
	origin    int64 // ns of the first event, flushes too
	events    int64
	queued    int64
	lastQ     int64
	plugged   int64 // since when, none if it is not
	plugIOs   int64 // sum of the counts of the Us in Plugs
	inDevice  int64
	depths    depths
	active    periods
}

// New returns figures of an empty trace.
func New() *Stats { return &Stats{plugged: none} }

// NewLikeBTT is New for figures that btt too must come to: it follows one I/O from a
// start sector at a time, and forgets the one before when another is queued there.
func NewLikeBTT() *Stats { return &Stats{plugged: none, likeBTT: true} }

// Reset makes s the figures of an empty trace again, and keeps its memory.
func (s *Stats) Reset() {
	*s = Stats{
		plugged:   none,
		latencies: samples{exact: s.latencies.exact[:0]},
		open:      inflight{list: s.open.list[:0], all: s.open.all[:0], free: s.open.free[:0]},
		SeeksQ:    Seeks{count: emptied(s.SeeksQ.count)},
		SeeksD:    Seeks{count: emptied(s.SeeksD.count)},
		depths:    depths{bins: s.depths.bins[:0]},
		active:    periods{list: s.active.list[:0]},
	}
}

func emptied(m map[int64]int64) map[int64]int64 {
	clear(m)
	return m
}

// Add takes the next event; records that blktrace does not have are passed over.
//
// Preconditions: events come in order of time.
func (s *Stats) Add(e *trace.Event) {
	if !e.Kind.Traced() || e.Kind == 0 {
		return
	}
	if !s.begun {
		s.begun, s.origin = true, e.Time
	}
	s.Actions[e.Kind]++
	isPlug := e.Kind == trace.Plug || e.Kind == trace.Unplug || e.Kind == trace.UnplugTimer
	if e.Sectors == 0 && !isPlug {
		return // a flush, or what is left of one
	}
	if s.events == 0 {
		s.Begin = e.Time
	}
	s.events++
	s.End = e.Time
	switch e.Kind {
	case trace.Plug:
		if s.plugged == none {
			s.plugged = e.Time
		}
	case trace.Unplug:
		s.Unplugs++
		s.UnplugIOs += int64(e.Sectors)
		if s.endPlug(e.Time) {
			s.Plugs++
			s.plugIOs += int64(e.Sectors)
		}
	case trace.UnplugTimer:
		s.UnplugTimers++
		s.UnplugTimerIOs += int64(e.Sectors)
		s.endPlug(e.Time)
	case trace.Queue:
		s.queue(e)
	case trace.SleepRequest:
		if x := s.open.at(e.Sector, s.waits); x != nil {
			x.s = e.Time
		}
	case trace.GetRequest:
		s.getRequest(e)
	case trace.BackMerge, trace.FrontMerge:
		s.merge(e)
	case trace.Insert:
		s.insert(e)
	case trace.Issue:
		s.issue(e)
	case trace.Requeue:
		s.Requeued++
		s.requeue(e)
	case trace.Complete:
		s.complete(e)
	}
	if !isPlug {
		s.depths.add(e.Time, s.queued, s.inDevice)
	}
}

// endPlug ends a plugged state and reports whether there was one.
func (s *Stats) endPlug(now int64) bool {
	if s.plugged == none {
		return false
	}
	s.PluggedNs += now - s.plugged
	s.plugged = none
	return true
}

func (s *Stats) queue(e *trace.Event) {
	s.Queued++
	if s.Queued > 1 {
		s.Q2Q.add(e.Time - s.lastQ)
	}
	s.lastQ = e.Time
	s.SeeksQ.add(e.Sector, int64(e.Sectors))
	s.OpenAtQ += s.queued
	s.queued++
	if s.likeBTT {
		s.open.forget(e.Sector)
	}
	s.open.add(e)
}

// waits reports whether an I/O is in no request yet.
func (s *Stats) waits(x *io) bool { return x.g == none && x.m == none || s.likeBTT }

func (s *Stats) getRequest(e *trace.Event) {
	x := s.open.at(e.Sector, s.waits)
	if x == nil {
		x = s.open.covering(e) // a part of a split I/O
	}
	if x != nil {
		x.g = e.Time
		s.Q2G.add(e.Time - x.q)
		if x.s != none {
			s.S2G.add(e.Time - x.s)
		}
	}
}

func (s *Stats) merge(e *trace.Event) {
	x := s.open.at(e.Sector, s.waits)
	if x == nil { // a request that joins another: its first bio
		x = s.open.at(e.Sector, func(x *io) bool { return x.m == none && x.d == none })
	}
	if x != nil {
		x.m = e.Time
		if s.queued > 0 {
			s.queued--
		}
		s.Q2M.add(e.Time - x.q)
	}
}

func (s *Stats) insert(e *trace.Event) {
	if x := s.open.covering(e); x != nil && x.g != none {
		s.G2I.add(e.Time - x.g)
	}
	s.open.within(e, func(x *io) bool {
		if x.g != none && (x.i == none || x.again || s.likeBTT) {
			x.again = false
			x.i = e.Time
			s.G2I.add(e.Time - x.g)
		}
		return false
	})
}

func (s *Stats) issue(e *trace.Event) {
	s.Dispatched++
	s.SeeksD.add(e.Sector, int64(e.Sectors))
	s.inDevice++
	s.MaxInDevice = max(s.MaxInDevice, s.inDevice)
	if s.queued > 0 {
		s.queued-- // what merged into it was taken off at its merge
	}
	s.open.within(e, func(x *io) bool {
		if x.d != none && !s.likeBTT {
			return false
		}
		x.d = e.Time
		switch {
		case x.i != none:
			s.I2D.add(e.Time - x.i)
		case x.m != none:
			s.M2D.add(e.Time - x.m)
		}
		return false
	})
}

// requeue takes a request back to the queue: it waits again, and has a second D before its C.
func (s *Stats) requeue(e *trace.Event) {
	s.leaveDevice()
	s.queued++
	s.open.within(e, func(x *io) bool {
		x.d, x.again = none, true
		return false
	})
}

func (s *Stats) leaveDevice() {
	if s.inDevice > 0 {
		s.inDevice--
	}
}

func (s *Stats) complete(e *trace.Event) {
	n := int64(e.Sectors)
	if s.BlocksMin == 0 || n < s.BlocksMin {
		s.BlocksMin = n
	}
	s.BlocksMax = max(s.BlocksMax, n)
	s.BlocksTotal += n
	if e.RWBS&(trace.Write|trace.Discard) != 0 {
		s.WriteSectors += n
	} else {
		s.ReadSectors += n
	}
	s.leaveDevice()
	s.open.completePart(e)
	s.open.within(e, func(x *io) bool {
		switch {
		case x.d != none:
			s.D2C.add(e.Time - x.d)
			s.active.add(x.d, e.Time)
		case !s.likeBTT:
			return false
		}
		s.Q2C.add(e.Time - x.q)
		s.latencies.add(e.Time - x.q)
		return true
	})
}
