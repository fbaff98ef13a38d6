// Package linux618 is the block layer of Linux 6.18: blk-mq, with one CPU, one
// software queue and one hardware queue.
//
//	task ── Submit ──▶ plug (the task's own) ── U, UT ──┬──▶ elevator ──┐
//	          │  none, and the task goes on: straight   ├──▶ software ──┤ hardware queue run
//	          │                                         │    queue      ▼ (inline, or by kblockd)
//	          └── a tag (request slot) first            └──────────────▶ driver ──▶ device
//
// A request is born with a tag, of the elevator's or, with none, of the driver's; who
// finds no tag sleeps. It waits in its task's plug until that is finished, is full, or
// its task sleeps. The hardware queue hands requests to the driver, each with a driver
// tag; one that finds no driver tag waits on the dispatch list, before everything else.
// A completion gives tags back, which may wake tasks, and has kblockd run a hardware
// queue that is marked RESTART.
//
// No timer unplugs anything here: a plug lasts as long as its task runs.
package linux618

import (
	"errors"
	"strconv"

	"blkplay/core/block"
	"blkplay/core/disk"
	"blkplay/core/scenario"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

// Queue is the request queue with its one software queue and one hardware queue.
type Queue struct {
	block.RequestQueue          // shared state; elevators see only this
	elevator           Elevator // nil: none
	sorter             Sorter   // the elevator, if it merges by its own order

	ctx   softQueue
	hctx  hardQueue
	tags  block.BitmapQueue // driver tags: the device's slots
	sched block.BitmapQueue // scheduler tags; only with an elevator

	nrRequests  int
	maxSectors  int32
	maxSegments int32
	noMerges    int64 // 1: only the simple ones, 2: none
	noPlugging  bool
	keepsTime   bool // the elevator looks at the requests' times

	pool      block.Pool
	ends      []*completion // by Request.Slot
	disk      disk.Disk
	tasks     []task // by block.Task.Index
	allocated [2]int // requests out: reads, writes
	absorbed  []*block.Request
	nextIOC   int32
}

const (
	requestsMin      = 4    // BLKDEV_MIN_RQ
	schedTagsMax     = 2048 // MAX_SCHED_RQ
	schedTagsDefault = 128  // BLKDEV_DEFAULT_RQ
)

// New builds the queue of sc. It fails for an elevator, tunable, device or number
// that the kernel refuses.
func New(sys *block.System, sc *scenario.Scenario) (*Queue, error) {
	device, err := disk.New(sc.Device.Model, disk.Linear{
		Base: sc.Device.BaseNs, PerSector: sc.Device.PerSectorNs,
		SeekPer1024: sc.Device.SeekNsPer1024, SeekMax: sc.Device.SeekMaxNs, Table: (*disk.Table)(sc.Device.Table),
	})
	if err != nil {
		return nil, err
	}
	q := &Queue{
		maxSectors: int32(sc.Queue.MaxSectors), maxSegments: int32(sc.Queue.MaxSegments),
		noMerges: sc.Queue.NoMerges, noPlugging: sc.WhatIf.NoPlugging,
		disk: device, tasks: make([]task, len(sys.Tasks)),
	}
	q.Sys = sys
	q.hctx.run.Bind(&q.hctx)
	q.hctx.q = q
	for i := range q.tasks {
		q.tasks[i].init(q, sys.Tasks[i])
	}
	if err := q.setTags(sc); err != nil {
		return nil, err
	}
	return q, q.setElevator(sc)
}

// setTags makes the tag maps: the tag set for the device, then what a store to
// nr_requests does with the elevator attached.
//
// Linux 6.18: block/blk-sysfs.c:queue_requests_store(), block/blk-mq.c:blk_mq_update_nr_requests().
func (q *Queue) setTags(sc *scenario.Scenario) error {
	depth, nr := int(sc.Device.Depth), int(sc.Queue.NrRequests)
	if depth < 1 {
		return errors.New("linux618: a device of depth " + strconv.Itoa(depth))
	}
	q.tags.Init(depth)
	none := sc.Elevator == "none"
	start, most := depth, depth
	if !none {
		start, most = 2*min(depth, schedTagsDefault), schedTagsMax
	}
	if nr != start {
		nr = max(nr, requestsMin)
		if nr > most {
			return errors.New("linux618: nr_requests " + strconv.Itoa(nr) + " is above " + strconv.Itoa(most))
		}
	}
	q.nrRequests = nr
	switch {
	case none && nr != depth:
		q.tags.Resize(nr)
	case !none:
		q.sched.Init(max(start, nr))
		if nr < start {
			q.sched.Resize(nr)
		}
	}
	return nil
}

// event adds a record. Preconditions: the run is recorded.
func (q *Queue) event(kind trace.Kind) *trace.Event {
	return q.Sys.Trace.Add(int64(q.Sys.Loop.Now()), kind, q.Sys.Current.ID)
}

// because makes the record added last the reason of those that follow, and
// returns the reason before it.
func (q *Queue) because() int32 {
	if tr := q.Sys.Trace; tr != nil {
		return tr.Because(tr.Last())
	}
	return trace.None
}

// restore ends what because began.
func (q *Queue) restore(by int32) {
	if tr := q.Sys.Trace; tr != nil {
		tr.Because(by)
	}
}

// bioEvent records bio's extent as a traced action.
func (q *Queue) bioEvent(kind trace.Kind, bio *block.Bio, req int32) {
	if q.Sys.Trace == nil {
		return
	}
	e := q.event(kind)
	e.Sector, e.Sectors, e.RWBS, e.Bio, e.Req = bio.Sector, bio.Sectors, bio.Flags, bio.ID, req
}

// requestEvent records rq's extent as a traced action, to be filled in further; nil
// if nothing is recorded.
func (q *Queue) requestEvent(kind trace.Kind, rq *block.Request) *trace.Event {
	if q.Sys.Trace == nil {
		return nil
	}
	e := q.event(kind)
	e.Sector, e.Sectors, e.RWBS, e.Req = rq.Sector, rq.Sectors, rq.RWBS, rq.ID
	return e
}

// Op runs start_plug and finish_plug, the ops of this kernel alone.
func (q *Queue) Op(t *block.Task, op *scenario.Op) (done bool) {
	s := &q.tasks[t.Index]
	switch op.Kind {
	case scenario.StartPlug:
		s.startPlug()
	case scenario.FinishPlug:
		s.finishPlug()
	default:
		panic("linux618: Queue.Op: op " + strconv.Itoa(int(op.Kind)) + " is none of this kernel's")
	}
	return true
}

// Wait blocks until every bio of t is complete.
//
// Linux 6.18: include/linux/buffer_head.h:wait_on_buffer(), kernel/sched/core.c:io_schedule().
func (q *Queue) Wait(t *block.Task) (done bool) {
	t.Waiting = true
	q.Sys.Slept(t, trace.SleepForBios, 0, trace.None)
	q.Blocking(t)
	return false
}

// Blocking is called when t is about to sleep.
//
// Linux 6.18: kernel/sched/core.c:sched_submit_work(), io_schedule_prepare().
func (q *Queue) Blocking(t *block.Task) {
	by := q.because()
	q.tasks[t.Index].flushPlug(true, trace.FlushBlocking)
	q.restore(by)
}

// Exit is called at the end of a task's list. Unlike Linux, where a plug cannot
// outlive the function it stands in, a task may end with its plug open: it is finished.
func (q *Queue) Exit(t *block.Task) {
	if s := &q.tasks[t.Index]; s.plug.depth > 0 {
		s.plug.depth = 1
		s.closePlug(trace.FlushAtExit)
	}
	q.exitIOContext(t)
}

// Stuck names the place where t is blocked.
func (q *Queue) Stuck(t *block.Task) (bio int32, in string) {
	if s := &q.tasks[t.Index]; s.asleep {
		return s.bio.ID, "blk_mq_get_tag"
	}
	return trace.None, "wait"
}

// Waiting returns how many requests wait, and whether they do so in a plug.
func (q *Queue) Waiting() (requests int, plugged bool) {
	for i := range q.tasks {
		plugged = plugged || q.tasks[i].plug.count > 0
	}
	return q.pool.Out(), plugged
}

// now returns the time as the current task's kernel sees it: an open plug keeps the
// clock from its first use to its end or its task's sleep.
//
// Linux 6.18: include/linux/blkdev.h:blk_time_get_ns().
func (q *Queue) now() sim.Time {
	now := q.Sys.Loop.Now()
	if q.Sys.Current == &q.Sys.Idle {
		return now
	}
	p := &q.tasks[q.Sys.Current.Index].plug
	if p.depth == 0 {
		return now
	}
	if !p.timeKept {
		p.time, p.timeKept = now, true
	}
	return p.time
}
