package core

import (
	"strconv"

	"blkplay/core/trace"
	"blkplay/core/trace/blkparse"
)

// Text turns the records of a run into blkparse's lines, slice by slice, and
// keeps the hash of all lines so far. It needs none of the records kept.
type Text struct {
	names []string // by task
	lines int
	hash  uint64
	spare []byte
}

// The parameters of FNV-1a, 64 bits.
const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// Text returns an empty text of m's run.
func (m *Machine) Text() *Text {
	t := &Text{names: []string{blkparse.Swapper}, hash: fnvOffset}
	for _, task := range m.sys.Tasks {
		name := task.Name
		if name == "" {
			name = "task" + strconv.Itoa(task.ID)
		}
		for len(t.names) <= task.ID {
			t.names = append(t.names, "")
		}
		t.names[task.ID] = blkparse.Comm(name)
	}
	return t
}

// Append appends a line to b for each of events that blktrace has, and counts
// it into the hash.
//
// Preconditions: events are the records that follow those of the last call.
func (t *Text) Append(b []byte, events []trace.Event) []byte {
	for i := range events {
		e := &events[i]
		if !e.Kind.Traced() {
			continue
		}
		t.lines++
		from := len(b)
		b = blkparse.AppendEvent(b, e, t.lines, t.name(e.Task))
		t.count(b[from:])
	}
	return b
}

func (t *Text) name(task uint16) string {
	if int(task) < len(t.names) {
		return t.names[task]
	}
	return ""
}

// Count counts events into the hash as Append does, and keeps no text.
func (t *Text) Count(events []trace.Event) {
	const atOnce = 256
	for len(events) > 0 {
		n := min(len(events), atOnce)
		t.spare = t.Append(t.spare[:0], events[:n])
		events = events[n:]
	}
}

// Skip makes the next line number lines+1.
func (t *Text) Skip(lines int) { t.lines = lines }

// Lines returns how many lines there were.
func (t *Text) Lines() int { return t.lines }

// Hash returns FNV-1a over all lines with their ends, as 16 hexadecimal digits.
func (t *Text) Hash() string {
	digits := strconv.FormatUint(t.hash, 16)
	return "0000000000000000"[len(digits):] + digits
}

func (t *Text) count(line []byte) {
	h := t.hash
	for _, c := range line {
		h = (h ^ uint64(c)) * fnvPrime
	}
	t.hash = h
}
