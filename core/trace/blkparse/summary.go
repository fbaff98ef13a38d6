package blkparse

import "blkplay/core/trace/blktrace"

// Summary makes the block of figures that blkparse 1.2.0 prints after the events of
// a trace. Its "Skips" are 0, as blkparse has them for files.
type Summary struct {
	name        string // of the trace: the file's without .blktrace.N
	cpus        []figures
	events      uint64
	first, last uint64 // ns
	depth       [2]uint32
	deepest     [2]uint32
}

// figures are those of a CPU, each for reads and writes.
type figures struct {
	seen    bool
	fs, pc  stages
	unplugs [2]uint64 // U, UT
}

// stages are the events by stage, for reads and writes.
type stages struct {
	queued, issued, requeued, completed, merged [2]figure
}

// figure is a number of events and the sum of their bytes. As in blkparse the sum
// is kept as KiB and a rest, so that a rest below 0 (more requeued than issued)
// looks as it does there.
type figure struct {
	n, kib, rest uint64
}

func (f *figure) add(bytes uint32) {
	f.n++
	f.kib += uint64(bytes >> 10)
	f.rest += uint64(bytes & 1023)
}

// addSigned is add where blkparse takes the length for a signed number.
func (f *figure) addSigned(bytes uint32) {
	f.n++
	f.kib += uint64(int32(bytes) >> 10)
	f.rest += uint64(bytes & 1023)
}

func (f *figure) takeBack(bytes uint32) {
	f.kib -= uint64(bytes >> 10)
	f.rest -= uint64(bytes & 1023)
}

func (f *figure) plus(g figure) figure {
	return figure{f.n + g.n, f.kib + g.kib, f.rest + g.rest}
}

// NewSummary returns the summary of a trace called name, without events yet.
func NewSummary(name string) *Summary { return &Summary{name: name} }

// Rename calls the trace otherwise.
func (s *Summary) Rename(name string) { s.name = name }

// cpusMax keeps a damaged trace from asking for figures of four billion CPUs.
const cpusMax = 1 << 16

// Add counts r, an event or a message.
func (s *Summary) Add(r *blktrace.Record) {
	if r.CPU >= cpusMax {
		return
	}
	for uint32(len(s.cpus)) <= r.CPU {
		s.cpus = append(s.cpus, figures{})
	}
	c := &s.cpus[r.CPU]
	c.seen = true
	s.last = r.Time
	if r.Category == 0 {
		return
	}
	if s.events == 0 {
		s.first = r.Time
	}
	s.events++
	if r.IsNote() {
		return
	}
	s.count(c, r)
}

// Direction in the arrays.
const (
	reads = iota
	writes
)

func (s *Summary) count(c *figures, r *blktrace.Record) {
	dir := reads
	if r.Category&blktrace.Write != 0 {
		dir = writes
	}
	st := &c.fs
	if r.Category&blktrace.PC != 0 {
		st = &c.pc
	}
	switch r.Action {
	case blktrace.Queue:
		st.queued[dir].add(r.Bytes)
		if st == &c.pc && dir == reads { // blkparse.c:__account_pc_queue() takes the wrong sum
			st.queued[dir].kib -= uint64(r.Bytes >> 10)
			c.fs.queued[dir].kib += uint64(r.Bytes >> 10)
		}
	case blktrace.BackMerge, blktrace.FrontMerge:
		if st == &c.fs {
			st.merged[dir].add(r.Bytes)
		}
	case blktrace.Issue:
		st.issued[dir].add(r.Bytes)
		s.depth[dir]++
		s.deepest[dir] = max(s.deepest[dir], s.depth[dir])
	case blktrace.Requeue:
		st.requeued[dir].n++
		st.issued[dir].takeBack(r.Bytes)
		s.shallower(dir)
	case blktrace.Complete:
		st.completed[dir].addSigned(r.Bytes)
		s.shallower(dir)
	case blktrace.Unplug, blktrace.ZoneUnplug:
		if st == &c.fs {
			c.unplugs[0]++
		}
	case blktrace.UnplugTimer:
		if st == &c.fs {
			c.unplugs[1]++
		}
	}
}

func (s *Summary) shallower(dir int) {
	if s.depth[dir] > 0 {
		s.depth[dir]--
	}
}
