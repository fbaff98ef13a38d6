package picture

import (
	"blkplay/core/trace"
)

// Run collects what a picture shows of a run. Make one with [New].
type Run struct {
	text, title string
	hz          int64
	tasks       []Task
	bios        []bio
	requests    map[int32]*request
	services    []service
	plugs       []plug
	waiting     []step
	waits       int
	queuePlug   int64           // since when, none if it is not plugged
	taskPlugs   map[uint16]plug // those that hold requests
	issued      int64           // of the request that completed last
	end         int64
	left        int // bios that are not shown
}

// Task is a task's number and name.
type Task struct {
	Number int
	Name   string
}

// Tell says what is known of a trace only at its end: its title, its tasks, and how many bios were not added.
func (r *Run) Tell(title string, tasks []Task, left int) {
	r.title, r.tasks = title, tasks
	r.left += left
}

const none = -1

// BiosMax bounds the picture; a run of more is shown up to there.
const BiosMax = 4000

// bio is a bar of a task's lane.
type bio struct {
	task        uint16
	write, sync bool
	queued      int64
	issued      int64 // none while it waits
	done        int64 // none while it is not complete
}

// request is what is known of one on its way.
type request struct {
	task   uint16
	rwbs   trace.RWBS // sync if one of its bios is; not every kernel's D tells
	issued int64      // none while it waits
	slot   uint16
}

// service is a bar of the device's lane.
type service struct {
	task       uint16
	slot       uint16
	begin, end int64
	write      bool
	sync       bool
}

// plug is a plugged time and how it ended.
type plug struct {
	begin, end int64
	why        trace.Cause
}

// step is how many requests wait from an instant on.
type step struct {
	time int64
	n    int
}

// New returns an empty collection. Text is the scenario's, title says what runs,
// hz how many jiffies a second has; 0 if nobody knows.
func New(text, title string, hz int64, tasks []Task) *Run {
	return &Run{text: text, title: title, hz: hz, tasks: tasks, requests: map[int32]*request{}, queuePlug: none, taskPlugs: map[uint16]plug{}}
}

// Values of Aux in TaskPlug records.
const (
	plugAdded   = 3
	plugFlushed = 4
)

// Add takes the next record.
//
// Preconditions: every record of the run comes, in order.
func (r *Run) Add(e *trace.Event) {
	if e.Kind.Traced() || e.Kind == trace.BioEnd {
		r.end = max(r.end, e.Time)
	}
	switch e.Kind {
	case trace.Queue:
		if int(e.Bio) != len(r.bios) { // beyond what is shown
			r.left++
			return
		}
		if len(r.bios) == BiosMax {
			r.left++
			return
		}
		r.bios = append(r.bios, bio{e.Task, e.RWBS&trace.Write != 0, e.RWBS&trace.Sync != 0, e.Time, none, none})
	case trace.GetRequest:
		if r.requests[e.Req] == nil {
			r.requests[e.Req] = &request{e.Task, e.RWBS, none, 0}
			r.wait(e.Time, 1)
		}
	case trace.BackMerge, trace.FrontMerge:
		if q := r.requests[e.Req]; q != nil {
			q.rwbs |= e.RWBS & trace.Sync
		}
	case trace.Join:
		r.drop(e.Time, int32(e.Arg))
	case trace.Issue:
		if q := r.requests[e.Req]; q != nil && q.issued == none {
			q.issued, q.slot = e.Time, e.Aux
			r.wait(e.Time, -1)
		}
	case trace.Complete:
		if q := r.requests[e.Req]; q != nil && q.issued != none {
			r.issued = q.issued
			r.services = append(r.services, service{q.task, q.slot, q.issued, e.Time, q.rwbs&trace.Write != 0, q.rwbs&trace.Sync != 0})
		}
	case trace.BioEnd:
		if e.Bio < 0 || int(e.Bio) >= len(r.bios) {
			return
		}
		b := &r.bios[e.Bio]
		b.done, b.issued = e.Time, r.issued // a completion ends its bios at once
	case trace.RequestFree:
		r.drop(e.Time, e.Req)
	case trace.Plug:
		if e.Arg != 0 && r.queuePlug == none { // a queue that is plugged has a timer
			r.queuePlug = e.Time
		}
	case trace.PlugOff:
		if r.queuePlug != none {
			r.plugs = append(r.plugs, plug{r.queuePlug, e.Time, e.Cause})
			r.queuePlug = none
		}
	case trace.TaskPlug:
		r.taskPlug(e)
	}
}

func (r *Run) taskPlug(e *trace.Event) {
	p, open := r.taskPlugs[e.Task]
	switch {
	case e.Aux == plugAdded && !open:
		r.taskPlugs[e.Task] = plug{begin: e.Time}
	case e.Aux == plugFlushed && open:
		p.end, p.why = e.Time, e.Cause
		r.plugs = append(r.plugs, p)
		delete(r.taskPlugs, e.Task)
	}
}

// drop forgets a request; it may still wait, if another absorbed it.
func (r *Run) drop(time int64, req int32) {
	if q := r.requests[req]; q != nil {
		if q.issued == none {
			r.wait(time, -1)
		}
		delete(r.requests, req)
	}
}

func (r *Run) wait(time int64, more int) {
	r.waits += more
	if n := len(r.waiting); n > 0 && r.waiting[n-1].time == time {
		r.waiting[n-1].n = r.waits
		return
	}
	r.waiting = append(r.waiting, step{time, r.waits})
}
