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
	times   []int64        // by task: that of its last bio
	ops     int
	sent    int64
	bytes   int  // of text that the ops take, at most
	full    bool // at a limit: no later bio is taken either
}

// Bytes of text of an op, at most, besides its numbers.
const (
	sleepBytes  = len("  sleep until ns\n")
	submitBytes = len("  write  + sync meta ahead\n")
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
	b.times = make([]int64, len(b.sc.Tasks))
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
	t := &b.sc.Tasks[i]
	if int64(at) > b.times[i] {
		b.times[i] = int64(at)
		b.op(t, scenario.Op{Kind: scenario.Sleep, Time: int64(at)})
	}
	b.submit(t, x)
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

// room reports whether the scenario has room for x at a time, and takes it.
func (b *builder) room(x *bio, at, pieces int64) bool {
	each := submitBytes + digits(x.sector+int64(x.sectors)) + digits(b.longest)
	b.bytes += sleepBytes + digits(at) + int(pieces)*each
	return b.sent+pieces <= scenario.BiosMax && b.ops+int(pieces)+1 <= scenario.OpsMax &&
		b.bytes+taskBytes*len(b.sc.Tasks) <= scenario.TextBytesMax-machineBytes
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
