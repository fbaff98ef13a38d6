package linux618

import (
	"blkplay/core/block"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

// task is what this kernel keeps for a task: its plug, and the submission under way.
// It is the state of a task that sleeps for a tag.
type task struct {
	q    *Queue
	t    *block.Task
	plug Plug

	bio      *block.Bio // the part being submitted
	rest     *block.Bio // to be submitted behind it: current->bio_list
	origin   int64      // first sector of the whole bio: its pages are counted from there
	cause    int32      // record of the whole bio's Q
	implicit bool       // the plug is the submission's own

	waiter    block.BitmapWaiter
	waitQueue block.WaitIndex
	asleep    bool // in blk_mq_get_tag
	woken     bool // before it slept

	sentFirst bool // a bio of it was submitted
}

func (s *task) init(q *Queue, t *block.Task) {
	s.q, s.t = q, t
	s.waiter.Bind(s, true)
	if t.IOPrio != 0 {
		t.Context = q.newIOContext(t, t.IOPrio)
	}
}

// Submit sends bio on its way. It blocks if there is no tag.
//
// Linux 6.18: block/blk-core.c:submit_bio(), submit_bio_noacct_nocheck().
func (q *Queue) Submit(t *block.Task, bio *block.Bio) (done bool) {
	s := &q.tasks[t.Index]
	bio.IOPrio = currentIOPrio(t)
	q.bioEvent(trace.Queue, bio, trace.None)
	if q.Sys.Trace != nil {
		s.cause = q.Sys.Trace.Last()
	}
	s.rest, s.origin = bio, bio.Sector
	return s.submitParts()
}

// submitParts submits what is left of a bio, part by part. The rest of a split is
// not traced a second time.
func (s *task) submitParts() (done bool) {
	tr := s.q.Sys.Trace
	var by int32
	if tr != nil {
		by = tr.Because(s.cause)
	}
	for s.rest != nil {
		if !s.submitBio() {
			s.q.restore(by)
			return false
		}
	}
	s.q.restore(by)
	if !s.sentFirst {
		s.sentFirst = true
		s.q.observeFirstIO(s.t)
	}
	return true
}

// submitBio submits one part: splits it to the limits, merges it, or gets a request
// for it. A task without a plug gets one for the part alone.
//
// Linux 6.18: block/blk-core.c:__submit_bio(), block/blk-mq.c:blk_mq_submit_bio().
func (s *task) submitBio() (done bool) {
	q, bio := s.q, s.rest
	s.rest = nil
	if s.plug.depth == 0 && !q.noPlugging {
		s.implicit = true
		s.openPlug(trace.ImplicitPlug)
	}
	if bio.Sectors > q.maxSectors || bio.Segments > q.maxSegments {
		bio = s.split(bio)
	}
	if s.attemptBioMerge(bio) {
		s.submitted()
		return true
	}
	s.bio = bio
	tag := s.getTag()
	if tag < 0 {
		return false
	}
	s.gotTag(tag)
	return true
}

// gotTag goes on with the part being submitted, once there is a tag for it.
func (s *task) gotTag(tag int) {
	rq := s.q.newRequest(s.bio, tag)
	s.bio = nil
	if s.plug.depth > 0 {
		s.addToPlug(rq)
	} else {
		s.q.submitUnplugged(rq)
	}
	s.submitted()
}

// submitted ends the submission of a part.
func (s *task) submitted() {
	if s.implicit {
		s.implicit = false
		s.closePlug(trace.FlushImplicit)
	}
}

// Resume goes on after a sleep for a tag.
func (s *task) Resume(*sim.Task) (done bool) {
	s.asleep = false
	s.endWait()
	tag := s.waitForTag()
	if tag < 0 {
		return false
	}
	tr := s.q.Sys.Trace
	if tr == nil {
		s.gotTag(tag)
	} else {
		by := tr.Because(s.cause)
		s.gotTag(tag)
		tr.Because(by)
	}
	return s.submitParts()
}

// split cuts bio to the queue's limits, leaves the rest to be submitted and returns
// the front, which merges with nothing.
//
// Linux 6.18: block/blk-merge.c:bio_split_rw_at(), bio_submit_split().
func (s *task) split(bio *block.Bio) *block.Bio {
	q := s.q
	const page = 8
	inPage := int32((bio.Sector - s.origin) % page) // of the first page, behind an earlier cut
	sectors, cause, limit := q.maxSectors, trace.CutMaxSectors, q.maxSectors
	if most := q.maxSegments*page - inPage; most < sectors {
		sectors, cause, limit = most, trace.CutMaxSegments, q.maxSegments
	}
	segments := block.SegmentsOf(inPage + sectors)
	restSegments := block.SegmentsOf((inPage+sectors)%page + bio.Sectors - sectors)
	front := q.Sys.SplitBio(bio, sectors, segments, restSegments)
	if q.Sys.Trace != nil {
		e := q.event(trace.Note)
		e.Bio, e.Cause, e.Arg, e.Sectors = front.ID, cause, int64(limit), sectors
		e = q.event(trace.Split)
		e.Sector, e.Sectors, e.RWBS, e.Bio, e.Arg = front.Sector, sectors, front.Flags, front.ID, bio.Sector
	}
	s.rest = bio
	return front
}

// submitUnplugged sends rq on without a plug.
//
// Linux 6.18: block/blk-mq.c:blk_mq_submit_bio(), blk_mq_try_issue_directly().
func (q *Queue) submitUnplugged(rq *block.Request) {
	if q.elevator != nil || q.hctx.busy > 0 {
		q.insertRequest(rq)
		q.runHWQueue(true, trace.RunNoPlug)
		return
	}
	q.issueDirectly(rq)
}
