package blkparse

import "blkplay/core/trace/blktrace"

// Text prints a trace's records as blkparse does: times count from the first event.
type Text struct {
	names   blktrace.Names
	genesis uint64
	begun   bool
}

// NewText returns a Text that takes the names of processes from names, which may grow meanwhile.
func NewText(names blktrace.Names) *Text { return &Text{names: names} }

// NewTextAt is [NewText] for times that count from genesis, 0 for those read from a text.
func NewTextAt(names blktrace.Names, genesis uint64) *Text {
	return &Text{names: names, begun: true, genesis: genesis}
}

// Unnamed is how blkparse calls a pid without a name.
const Unnamed = "(null)"

// Append appends the line of r with its end, or nothing if blkparse prints none.
func (t *Text) Append(b []byte, r *blktrace.Record) []byte {
	if !t.begun {
		t.begun, t.genesis = true, r.Time
	}
	comm, ok := t.names[r.PID]
	if !ok {
		comm = Unnamed
	}
	b, printed := appendLine(b, r, r.Time-t.genesis, comm)
	if printed {
		b = append(b, '\n')
	}
	return b
}
