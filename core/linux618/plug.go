package linux618

import (
	"blkplay/core/block"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

const (
	plugRequestsMax  = 32  // BLK_MAX_REQUEST_COUNT
	plugSectorsFlush = 256 // BLK_PLUG_FLUSH_SIZE, 128 KiB
)

// Plug holds a task's requests back until it is finished, is full, or its task sleeps.
// Requests stay in the order of their arrival.
//
// Linux 6.18: struct blk_plug. There is one queue, so multiple_queues is never set.
type Plug struct {
	list     block.RequestList
	depth    int // how often it was started; 0: there is none
	count    int // requests in it; 0 while it is being flushed
	time     sim.Time
	timeKept bool
}

// plugEvent records what happened to the plug.
func (s *task) plugEvent(aux uint16, cause trace.Cause) *trace.Event {
	e := s.q.event(trace.TaskPlug)
	e.Task, e.Aux, e.Cause = uint16(s.t.ID), aux, cause
	return e
}

const (
	plugStarted uint16 = 1 + iota
	plugFinished
	plugAdded
	plugFlushed
)

// startPlug opens the task's plug. Inside an open one it does nothing but count.
//
// Linux 6.18: block/blk-core.c:blk_start_plug(). Unlike Linux, without plugging it does nothing.
func (s *task) startPlug() {
	switch {
	case s.q.noPlugging:
	case s.plug.depth > 0:
		s.plug.depth++
	default:
		s.openPlug(0)
	}
}

func (s *task) openPlug(cause trace.Cause) {
	s.plug.depth = 1
	s.plug.timeKept = false
	if s.q.Sys.Trace != nil {
		s.plugEvent(plugStarted, cause)
	}
}

// finishPlug flushes and closes the plug, if it is the outermost that ends.
//
// Linux 6.18: block/blk-core.c:blk_finish_plug().
func (s *task) finishPlug() {
	switch s.plug.depth {
	case 0:
	case 1:
		s.closePlug(trace.FlushFinish)
	default:
		s.plug.depth--
	}
}

func (s *task) closePlug(cause trace.Cause) {
	s.flushPlug(false, cause)
	s.plug.depth = 0
	if s.q.Sys.Trace != nil {
		s.plugEvent(plugFinished, 0)
	}
}

// flushPlug sends on what the plug holds and forgets its clock.
//
// Linux 6.18: block/blk-core.c:__blk_flush_plug().
func (s *task) flushPlug(fromSchedule bool, cause trace.Cause) {
	s.flushPlugList(fromSchedule, cause)
	s.plug.timeKept = false
}

// addToPlug adds rq as the newest. A full plug is flushed before, and so is one whose
// oldest request is large.
//
// Linux 6.18: block/blk-mq.c:blk_add_rq_to_plug().
func (s *task) addToPlug(rq *block.Request) {
	q, p := s.q, &s.plug
	switch {
	case p.count == 0:
		s.tracePlug()
	case p.count >= plugRequestsMax:
		s.flushPlugList(false, trace.FlushFull)
		s.tracePlug()
	case q.noMerges != 2 && p.list.First().Sectors >= plugSectorsFlush:
		s.flushPlugList(false, trace.FlushHeadLarge)
		s.tracePlug()
	}
	p.list.PushBack(rq)
	p.count++
	if q.Sys.Trace != nil {
		e := s.plugEvent(plugAdded, 0)
		e.Req, e.Sector = rq.ID, int64(p.count)
	}
}

func (s *task) tracePlug() {
	if s.q.Sys.Trace != nil {
		s.q.event(trace.Plug).RWBS = trace.NoData
	}
}

// flushPlugList sends on the plug's requests: with no elevator, and if the task goes
// on, straight to the driver; else to the elevator or the software queue.
//
// Linux 6.18: block/blk-mq.c:blk_mq_flush_plug_list(), blk_mq_dispatch_list().
func (s *task) flushPlugList(fromSchedule bool, cause trace.Cause) {
	q, p := s.q, &s.plug
	if p.count == 0 {
		return
	}
	n := p.count
	p.count = 0
	by := s.traceUnplug(n, fromSchedule, cause)
	switch {
	case q.elevator != nil:
		q.insertRequests(&p.list)
		q.runHWQueue(fromSchedule, runAfterFlush(fromSchedule))
	case fromSchedule:
		for rq := p.list.PopFront(); rq != nil; rq = p.list.PopFront() {
			q.insertRequest(rq)
		}
		q.runHWQueue(true, trace.RunUT)
	default:
		for rq := p.list.PopFront(); rq != nil; rq = p.list.PopFront() {
			q.issueDirectly(rq)
		}
	}
	q.restore(by)
}

func runAfterFlush(fromSchedule bool) trace.Cause {
	if fromSchedule {
		return trace.RunUT
	}
	return trace.RunInsert
}

// traceUnplug records the flush, makes it the reason of what follows and returns the
// reason before.
func (s *task) traceUnplug(n int, fromSchedule bool, cause trace.Cause) int32 {
	q := s.q
	if q.Sys.Trace == nil {
		return trace.None
	}
	e := s.plugEvent(plugFlushed, cause)
	e.Sector, e.Arg = int64(n), int64(s.plug.list.First().Sectors)
	by := q.because()
	kind := trace.Unplug
	if fromSchedule {
		kind = trace.UnplugTimer
	}
	e = q.event(kind)
	e.Sectors, e.RWBS, e.Cause = int32(n), trace.NoData, cause
	q.because()
	return by
}
