package linux618

import (
	"blkplay/core/block"
	"blkplay/core/trace"
)

// requestTags returns the tags that requests are born with.
func (q *Queue) requestTags() *block.BitmapQueue {
	if q.elevator != nil {
		return &q.sched
	}
	return &q.tags
}

// tryTag takes a tag for the part being submitted, -1 if there is none for it.
//
// Linux 6.18: block/blk-mq-tag.c:__blk_mq_get_tag().
func (s *task) tryTag() int {
	q := s.q
	if q.elevator == nil {
		return q.tags.Get()
	}
	if limit := q.elevator.LimitDepth(s.bio.Flags); limit > 0 {
		return q.sched.GetShallow(limit)
	}
	return q.sched.Get()
}

// getTag takes a tag, or has the task wait for one: then it returns -1 and the task sleeps.
//
// Linux 6.18: block/blk-mq-tag.c:blk_mq_get_tag().
func (s *task) getTag() int {
	if tag := s.tryTag(); tag >= 0 {
		return tag
	}
	s.waitQueue = s.q.hctx.waitIndex.Next()
	return s.waitForTag()
}

// waitForTag runs the hardware queue, which may free a tag, and sleeps if that did not
// help. Asleep, the task has this state: [task.Resume].
func (s *task) waitForTag() int {
	q := s.q
	for {
		q.runHWQueue(false, trace.RunTagWaiter)
		if tag := s.tryTag(); tag >= 0 {
			return tag
		}
		q.requestTags().Wait(&s.waiter, s.waitQueue)
		if tag := s.tryTag(); tag >= 0 {
			s.waiter.Leave()
			return tag
		}
		s.woken = false
		q.Sys.Slept(s.t, trace.SleepForTag, 0, s.bio.ID)
		q.Blocking(s.t)
		if !s.woken {
			s.asleep = true
			s.t.State = s
			q.traceTags()
			return -1
		}
		s.endWait()
	}
}

// endWait is what follows a sleep: the next wait is in the next queue.
func (s *task) endWait() {
	s.waiter.Leave()
	s.waitQueue = s.q.hctx.waitIndex.Next()
}

// Woken hears that tags came free. A task still on its way to sleep does not sleep.
func (s *task) Woken(*block.BitmapWaiter) {
	s.woken = true
	if s.asleep {
		s.q.Sys.Wake(s.t, trace.WokenByTag)
	} else if s.q.Sys.Trace != nil {
		e := s.q.event(trace.TaskWake)
		e.Task, e.Cause = uint16(s.t.ID), trace.WokenByTag
	}
}

// getDriverTag gives rq a driver tag if it has none, and reports whether it has one.
//
// Linux 6.18: block/blk-mq.c:blk_mq_get_driver_tag().
func (q *Queue) getDriverTag(rq *block.Request) bool {
	if rq.Tag >= 0 {
		return true
	}
	rq.Tag = int32(q.tags.Get())
	if rq.Tag < 0 {
		return false
	}
	q.traceTags()
	return true
}

func (q *Queue) traceTags() {
	if q.Sys.Trace == nil {
		return
	}
	e := q.event(trace.Tags)
	e.Sector, e.Arg, e.Aux = int64(q.tags.Out()), int64(q.sched.Out()), uint16(q.requestTags().Waiting())
}
