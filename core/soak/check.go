package soak

import (
	"errors"
	"fmt"

	"blkplay/core"
	"blkplay/core/scenario"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

// limits of a run by chance; one that meets them is not looked at further.
var limits = core.Limits{Records: 400_000, Time: 200_000_000_000}

// Check runs sc several times and returns what does not hold, nil if all does.
// A panic of the model is returned as an error too. ended says whether a run
// came to its end, so that a caller can see that enough of them do.
func Check(sc *scenario.Scenario, seed uint64) (ended bool, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	m, err := core.New(sc, core.Options{Trace: true, Times: true, Limits: limits})
	if err != nil {
		return false, err
	}
	status := m.Run(core.Forever, 0)
	if status == core.Limited {
		return false, nil
	}
	if status == core.Stuck && !mayHang(sc) {
		return true, errors.New(m.EndText())
	}
	if err := fold(sc, m); err != nil {
		return true, err
	}
	if err := foldRequests(sc, m); err != nil {
		return true, err
	}
	if status == core.Complete {
		if n, plugged := m.Layer().Waiting(); n != 0 || plugged {
			return true, fmt.Errorf("complete, but %d requests wait (plugged: %t)", n, plugged)
		}
	}
	return true, sameAgain(sc, m, newChance(seed))
}

// mayHang reports whether a switch that no kernel has takes away what makes a
// waiting request go.
func mayHang(sc *scenario.Scenario) bool {
	return sc.WhatIf.NoUnplugTimer || sc.WhatIf.UntrackedPlug
}

// sameAgain runs sc without a trace, in slices of any size, and from its own
// text, and compares with m.
func sameAgain(sc *scenario.Scenario, m *core.Machine, c *chance) error {
	untraced, err := core.New(sc, core.Options{Times: true})
	if err != nil {
		return err
	}
	untraced.Run(core.Forever, 0)
	if a, b := untraced.Now(), m.Now(); a != b {
		return fmt.Errorf("untraced the run ends at %d, traced at %d", a, b)
	}
	for i, want := range m.System().Times {
		if got := untraced.System().Times[i]; got != want {
			return fmt.Errorf("bio %d: untraced %+v, traced %+v", i, got, want)
		}
	}
	text, err := scenario.Parse(scenario.Format(sc))
	if err != nil {
		return fmt.Errorf("the scenario's own text is refused: %v", err)
	}
	sliced, err := core.New(text, core.Options{Trace: true, Times: true, Limits: limits})
	if err != nil {
		return err
	}
	got := sliced.Text()
	until := sim.Time(0) // slices end by time as well as by their number of records
	for more := true; more; {
		more = sliced.Run(until, 1+int(c.below(100))) == core.Running
		if next, ok := sliced.System().Loop.Next(); ok && next > until {
			until = next + sim.Time(c.below(3_000_000))
		}
		got.Count(sliced.Trace().Events())
		sliced.Trace().Drain()
	}
	want := m.Text()
	want.Count(m.Trace().Events())
	if got.Hash() != want.Hash() || sliced.Trace().Len() != m.Trace().Len() {
		return fmt.Errorf("in slices, from the scenario's text: digest %s of %d records; in one go %s of %d",
			got.Hash(), sliced.Trace().Len(), want.Hash(), m.Trace().Len())
	}
	return nil
}

// ledger is what the trace says went in and came out.
type ledger struct {
	issued     [2]uint64 // sum over extents, by direction
	got, freed int       // requests
	inDevice   map[int32]trace.Event
	ends       []int8 // by bio
}

// fold goes through the trace of m.
func fold(sc *scenario.Scenario, m *core.Machine) error {
	l := ledger{inDevice: map[int32]trace.Event{}, ends: make([]int8, m.System().Bios())}
	now := int64(0)
	events := m.Trace().Events()
	for i := range events {
		e := &events[i]
		if e.Time < now {
			return fmt.Errorf("record %d: time goes back from %d to %d", i, now, e.Time)
		}
		now = e.Time
		if err := l.take(sc, e); err != nil {
			return fmt.Errorf("record %d, at %d ns: %w", i, e.Time, err)
		}
	}
	return l.balance(sc, m)
}

func (l *ledger) take(sc *scenario.Scenario, e *trace.Event) error {
	switch e.Kind {
	case trace.GetRequest:
		l.got++
	case trace.RequestFree:
		l.freed++
	case trace.Issue:
		if _, twice := l.inDevice[e.Req]; twice {
			return fmt.Errorf("request %d is issued twice", e.Req)
		}
		l.inDevice[e.Req] = *e
		l.issued[direction(e)] += extent(e)
		if len(l.inDevice) > int(sc.Device.Depth) {
			return fmt.Errorf("%d requests in a device of depth %d", len(l.inDevice), sc.Device.Depth)
		}
	case trace.Complete:
		d, there := l.inDevice[e.Req]
		if !there || d.Sector != e.Sector || d.Sectors != e.Sectors {
			return fmt.Errorf("request %d completes %d + %d, issued was %d + %d", e.Req, e.Sector, e.Sectors, d.Sector, d.Sectors)
		}
		delete(l.inDevice, e.Req)
	case trace.BioEnd:
		if l.ends[e.Bio]++; l.ends[e.Bio] > 1 {
			return fmt.Errorf("bio %d ends twice", e.Bio)
		}
	}
	return nil
}

func direction(e *trace.Event) int { return int(e.RWBS & trace.Write) }

// extent is a number such that those of parts that touch add up to that of the
// whole: equal sums mean, but for one chance in 2^64, the same sectors.
func extent(e *trace.Event) uint64 {
	return mix(e.Sector+int64(e.Sectors)) - mix(e.Sector)
}

// mix is the finalizer of splitmix64.
func mix(sector int64) uint64 {
	x := uint64(sector) + 0x9E3779B97F4A7C15
	x = (x ^ x>>30) * 0xBF58476D1CE4E5B9
	x = (x ^ x>>27) * 0x94D049BB133111EB
	return x ^ x>>31
}

// balance checks what must be even when nothing is left to happen.
func (l *ledger) balance(sc *scenario.Scenario, m *core.Machine) error {
	if n := len(l.inDevice); n > 0 {
		return fmt.Errorf("%d requests stay in the device", n)
	}
	open := 0
	for bio, n := range l.ends {
		if t := m.System().Times[bio]; (t.Done >= 0) != (n == 1) {
			return fmt.Errorf("bio %d ended %d times in the trace, at %d", bio, n, t.Done)
		}
		if n == 0 {
			open++
		}
	}
	if open != m.System().OpenBios() {
		return fmt.Errorf("%d bios have no end, %d are open", open, m.System().OpenBios())
	}
	if open > 0 {
		return nil
	}
	if l.got != l.freed {
		return fmt.Errorf("%d requests were got, %d freed", l.got, l.freed)
	}
	if got := l.issued; got != submitted(m.Trace().Events()) {
		return errors.New("the sectors issued are not those submitted")
	}
	return nil
}

// submitted sums the bios as they were submitted: of a bio that is queued again,
// for a part of it, only the first Q counts.
func submitted(events []trace.Event) (sum [2]uint64) {
	next := int32(0)
	for i := range events {
		if e := &events[i]; e.Kind == trace.Queue && e.Bio == next {
			next++
			sum[direction(e)] += extent(e)
		}
	}
	return sum
}
