package main

import (
	"blkplay/core"
	"blkplay/core/trace"
)

// run is a machine whose records go to the page, slice by slice, and are
// forgotten here.
type run struct {
	m      *core.Machine
	lines  *core.Text // counts all lines into the hash
	given  bool       // the page has had the records that lie in the recorder
	broken bool       // a call did not come back: what the machine is now means nothing
}

func newRun(m *core.Machine) *run {
	return &run{m: m, lines: m.Text()}
}

// advance drops the records of the slice before and makes the next ones, about
// so many. The first slice begins with those that the machine's making left.
func (r *run) advance(records int) core.Status {
	if r.given {
		r.m.Trace().Drain()
	}
	r.given = true
	status := r.m.Run(core.Forever, max(records, 1))
	r.lines.Count(r.records())
	return status
}

func (r *run) records() []trace.Event { return r.m.Trace().Events() }

// text returns the lines of events, before which the run has so many.
func (r *run) text(events []trace.Event, before int) []byte {
	shown := r.m.Text() // a new one: what it allocates is this call's
	shown.Skip(before)
	return shown.Append(nil, events)
}
