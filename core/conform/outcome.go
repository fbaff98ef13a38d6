package conform

import (
	"fmt"

	"blkplay/core/observe"
	"blkplay/core/trace"
)

// Outcome as the trace tells it: the records that blktrace has, as tuples, and
// each bio's first Q and its end.
func outcomeOf(records []trace.Event, log *observe.Log, blocked []observe.Blocked) *Outcome {
	out := &Outcome{Blocked: blocked}
	if log != nil {
		out.IOContexts, out.Sets = log.IOContexts, log.Sets
	}
	for i := range records {
		r := &records[i]
		switch {
		case r.Kind == trace.BioEnd:
			out.bio(r.Bio)[1] = r.Time
		case r.Kind.Traced():
			out.Events = append(out.Events, eventOf(r))
			if r.Kind == trace.Queue && int(r.Bio) >= len(out.Bios) {
				out.bio(r.Bio)[0] = r.Time
			}
		}
	}
	return out
}

// bio returns the entry of bio number n, which it makes if need be.
func (out *Outcome) bio(n int32) *[2]int64 {
	for len(out.Bios) <= int(n) {
		out.Bios = append(out.Bios, [2]int64{-1, -1})
	}
	return &out.Bios[n]
}

func eventOf(r *trace.Event) Event {
	e := Event{
		Time: r.Time, Action: r.Kind.Letter(), RWBS: r.RWBS.String(),
		Sector: r.Sector, Sectors: int64(r.Sectors), Task: int64(r.Task),
	}
	switch r.Kind {
	case trace.Plug, trace.Unplug, trace.UnplugTimer:
		e.RWBS = "" // blkparse prints N
	}
	return e
}

// Event is a block-trace event as golden data has it.
type Event struct {
	Time    int64 // ns
	Action  string
	RWBS    string // "" for P, U and UT
	Sector  int64
	Sectors int64 // U, UT: number of requests
	Task    int64
}

func (e Event) String() string {
	return fmt.Sprintf("%12d %-2s %-4s %d + %d [%d]", e.Time, e.Action, e.RWBS, e.Sector, e.Sectors, e.Task)
}
