package replay

import (
	"blkplay/core/scenario"
	"blkplay/core/trace/blktrace"
)

// builder fills a scenario's tasks.
type builder struct {
	sc      *scenario.Scenario
	report  *Report
	names   blktrace.Names
	longest int64          // sectors of a bio
	tasks   map[uint32]int // by pid: index in sc.Tasks
	state   []taskState    // by task
	mode    Mode
	plugs   bool
	long    bool
	plan    []Sent // by number of a bio
	ops     int
	sent    int64
	bytes   int  // of text that the ops take, at most
	full    bool // at a limit: no later bio is taken either
}

// taskState is a task on the way through its bios.
type taskState struct {
	last int64 // ns from the first bio of all: when its last one was submitted
	sent int
	plug bool     // open
	open []flight // closed loop: not complete at last
}

// flight is a bio that is not complete.
type flight struct {
	ends   uint64
	pieces int64
}

// Bytes of text of an op, at most, besides its numbers.
const (
	sleepBytes  = len("  sleep until ns\n")
	submitBytes = len("  write  + sync meta ahead\n")
	plugBytes   = len("  start_plug\n  finish_plug\n")
	waitBytes   = len("  wait left=1048576\n")
	taskBytes   = 64 // a task's line
)

// number makes the tasks, in the order of their first bios. A task is numbered
// as its pid, so that the simulated trace reads like the real one; a pid that no
// task can have gets the lowest number that is free.
func (b *builder) number(bios []bio) {
	taken := map[int]bool{}
	for i := range bios {
		pid := bios[i].pid
		if _, known := b.tasks[pid]; known || len(b.sc.Tasks) == scenario.TasksMax {
			continue
		}
		b.tasks[pid] = len(b.sc.Tasks)
		t := scenario.Task{Name: taskName(b.names[pid])}
		if isTaskID(pid) {
			t.ID = int(pid)
			taken[t.ID] = true
		} else {
			b.report.Renumbered++
		}
		b.sc.Tasks = append(b.sc.Tasks, t)
	}
	free := 1
	for i := range b.sc.Tasks {
		if b.sc.Tasks[i].ID != 0 {
			continue
		}
		for taken[free] {
			free++
		}
		b.sc.Tasks[i].ID = free
		taken[free] = true
	}
	b.state = make([]taskState, len(b.sc.Tasks))
	b.report.Tasks = len(b.sc.Tasks)
}

func isTaskID(pid uint32) bool { return 1 <= pid && pid <= scenario.TaskIDMax }

// add lets bio's task submit it at its time, counted from the trace's first.
//
// Preconditions: bios come in the order of time.
func (b *builder) add(x *bio, first uint64) {
	i, known := b.tasks[x.pid]
	at := x.time - first
	pieces := (int64(x.sectors) + b.longest - 1) / b.longest
	b.full = b.full || at > scenario.TimeMaxNs || !b.room(x, int64(at), pieces)
	if b.full || !known {
		b.report.Beyond++
		return
	}
	t, s := &b.sc.Tasks[i], &b.state[i]
	b.pause(t, s, x, int64(at), pieces)
	if b.plugs && x.plug && !s.plug && !(x.unplug && b.sc.Kernel == scenario.Linux618) { // 6.18 plugs a bio by itself
		s.plug = true
		b.op(t, scenario.Op{Kind: scenario.StartPlug})
	}
	b.submit(t, x)
	if s.plug && x.unplug {
		s.plug = false
		b.op(t, scenario.Op{Kind: scenario.FinishPlug})
	}
	b.plan[x.number] = Sent{t.ID, s.sent, int(pieces)}
	s.sent += int(pieces)
	s.last = int64(at)
	b.report.Bios++
	if x.flags&blktrace.Flush != 0 {
		b.report.WithoutFlush++
	}
	if x.flags&blktrace.FUA != 0 {
		b.report.WithoutFUA++
	}
	b.report.LastNs = int64(at)
	b.sent += pieces
	if pieces > 1 {
		b.report.Cut++
		b.report.Pieces += pieces
	}
}

// pause lets the task do nothing until x is due. Within a plug it computes: a task that
// sleeps empties its plug.
func (b *builder) pause(t *scenario.Task, s *taskState, x *bio, at, pieces int64) {
	kind := scenario.Sleep
	if s.plug {
		kind = scenario.Compute
	}
	switch {
	case b.mode == Fast:
	case b.mode == Closed && s.sent > 0:
		since := s.last
		left, waited := int64(0), false
		keep := s.open[:0]
		for _, f := range s.open {
			if f.ends == 0 || f.ends > x.time {
				left += f.pieces
				keep = append(keep, f)
				continue
			}
			waited = true
			since = max(since, at-int64(x.time-f.ends))
		}
		s.open = keep
		if waited {
			b.op(t, scenario.Op{Kind: scenario.Wait, Value: left})
		}
		if at > since {
			b.op(t, scenario.Op{Kind: kind, Relative: true, Time: at - since})
		}
	case at > s.last:
		b.op(t, scenario.Op{Kind: kind, Time: at})
	}
	if b.mode == Closed {
		s.open = append(s.open, flight{x.ends, pieces})
	}
}

// finish ends the plugs that are open when the trace ends.
func (b *builder) finish() {
	for i := range b.state {
		if b.state[i].plug {
			b.op(&b.sc.Tasks[i], scenario.Op{Kind: scenario.FinishPlug})
		}
	}
}

// room reports whether the scenario has room for x at a time, and takes it.
func (b *builder) room(x *bio, at, pieces int64) bool {
	each := submitBytes + digits(x.sector+int64(x.sectors)) + digits(b.longest)
	b.bytes += sleepBytes + digits(at) + int(pieces)*each
	extra := 0
	if b.plugs && (x.plug || x.unplug) {
		b.bytes += plugBytes
		extra += 2
	}
	if b.mode == Closed {
		b.bytes += waitBytes
		extra++
	}
	return b.sent+pieces <= scenario.BiosMax && b.ops+int(pieces)+1+extra <= scenario.OpsMax &&
		(b.long || b.bytes+taskBytes*len(b.sc.Tasks) <= scenario.TextBytesMax-machineBytes)
}

// machineBytes are kept for the lines before the tasks.
const machineBytes = 4 << 10

func digits(n int64) int { return len(number(n)) }

func (b *builder) submit(t *scenario.Task, x *bio) {
	io := scenario.IO{
		Write: x.flags&blktrace.Write != 0,
		Sync:  x.flags&blktrace.Sync != 0,
		Meta:  x.flags&blktrace.Meta != 0,
		Ahead: x.flags&blktrace.Ahead != 0,
		Count: 1,
	}
	for done := int64(0); done < int64(x.sectors); done += io.Sectors {
		io.Sector = x.sector + done
		io.Sectors = min(int64(x.sectors)-done, b.longest)
		b.op(t, scenario.Op{Kind: scenario.Submit, IO: io})
	}
}

func (b *builder) op(t *scenario.Task, op scenario.Op) {
	t.Ops = append(t.Ops, op)
	b.ops++
}

// taskName makes a process's name a word of a scenario: what cannot stand in
// one becomes an underscore.
func taskName(comm string) string {
	name := []byte(comm[:min(len(comm), scenario.NameBytesMax)])
	for i, c := range name {
		if c < '!' || c > '~' {
			name[i] = '_'
		}
	}
	return string(name)
}
