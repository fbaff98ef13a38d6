package linux618

import (
	"blkplay/core/block"
	"blkplay/core/trace"
)

// mergeResult is what came of trying to merge a bio with one request.
type mergeResult uint8

const (
	mergeNone   mergeResult = iota // the two do not touch, or may not merge
	mergeDone                      // the bio is part of the request
	mergeFailed                    // a limit was in the way; the request is closed
)

// softQueueMergesMax is how many requests of a list a bio is compared with, newest first.
const softQueueMergesMax = 8

// attemptBioMerge merges bio with a request that waits, if it can.
//
// Linux 6.18: block/blk-mq.c:blk_mq_attempt_bio_merge().
func (s *task) attemptBioMerge(bio *block.Bio) bool {
	if s.q.noMerges == 2 || bio.NoMerge {
		return false
	}
	return s.attemptPlugMerge(bio) || s.q.schedBioMerge(bio)
}

// attemptPlugMerge looks at the newest request in the plug, and at no other.
//
// Linux 6.18: block/blk-merge.c:blk_attempt_plug_merge().
func (s *task) attemptPlugMerge(bio *block.Bio) bool {
	if s.plug.count == 0 {
		return false
	}
	newest := s.plug.list.Last()
	if s.q.attemptMerge(newest, bio, trace.ByPlugList) == mergeDone {
		return true
	}
	if s.q.Sys.Trace != nil {
		s.tracePassedOver(newest, bio)
	}
	return false
}

// tracePassedOver records which older requests of the plug bio touches in vain.
func (s *task) tracePassedOver(newest *block.Request, bio *block.Bio) {
	for rq := newest.Prev(); rq != nil; rq = rq.Prev() {
		if rq.End() == bio.Sector || bio.End() == rq.Sector {
			s.q.refused(rq, bio, trace.RefusedNotNewest, 0, 0)
		}
	}
}

// schedBioMerge tries the elevator's requests or, with none, the software queue's.
//
// Linux 6.18: block/blk-mq-sched.c:blk_mq_sched_bio_merge().
func (q *Queue) schedBioMerge(bio *block.Bio) bool {
	if q.elevator != nil {
		return q.elevator.BioMerge(bio)
	}
	return q.ListMerge(&q.ctx.list, bio)
}

// ListMerge merges bio with one of the newest eight requests of list, if it can.
//
// Linux 6.18: block/blk-merge.c:blk_bio_list_merge().
func (q *Queue) ListMerge(list *block.RequestList, bio *block.Bio) bool {
	rq := list.Last()
	for range softQueueMergesMax {
		if rq == nil {
			return false
		}
		switch q.attemptMerge(rq, bio, trace.BySoftQueue) {
		case mergeDone:
			return true
		case mergeFailed:
			return false
		}
		rq = rq.Prev()
	}
	return false
}

// attemptMerge merges bio with rq if they touch and may; found says where rq was met.
//
// Linux 6.18: block/blk-merge.c:blk_attempt_bio_merge(), blk_try_merge().
func (q *Queue) attemptMerge(rq *block.Request, bio *block.Bio, found trace.Cause) mergeResult {
	back := rq.End() == bio.Sector
	if !back && bio.End() != rq.Sector {
		return mergeNone
	}
	if why := refusal(rq, bio); why != 0 {
		q.refused(rq, bio, why, 0, 0)
		return mergeNone
	}
	return q.mergeBio(rq, bio, back, found)
}

// refusal returns why bio may not join rq, 0 if it may.
//
// Linux 6.18: block/blk-merge.c:blk_rq_merge_ok().
func refusal(rq *block.Request, bio *block.Bio) trace.Cause {
	switch {
	case !rq.Mergeable():
		return trace.RefusedNoMerge
	case rq.Write() != bio.Write():
		return trace.RefusedDirection
	case rq.IOPrio != bio.IOPrio:
		return trace.RefusedIOPrio
	}
	return 0
}

// mergeBio puts bio at rq's end or front, unless rq would become too large: then rq is
// closed for good.
//
// Linux 6.18: block/blk-merge.c:bio_attempt_back_merge(), bio_attempt_front_merge().
func (q *Queue) mergeBio(rq *block.Request, bio *block.Bio, back bool, found trace.Cause) mergeResult {
	if n := rq.Sectors + bio.Sectors; n > q.maxSectors {
		q.close(rq, bio, trace.RefusedMaxSectors, n, q.maxSectors)
		return mergeFailed
	}
	if n := rq.Segments + bio.Segments; n > q.maxSegments {
		q.close(rq, bio, trace.RefusedMaxSegments, n, q.maxSegments)
		return mergeFailed
	}
	if q.Sys.Trace != nil {
		e := q.event(trace.MergeFound)
		e.Bio, e.Req, e.Cause = bio.ID, rq.ID, found
	}
	if back {
		bio.Next = nil
		rq.BioTail.Next = bio
		rq.BioTail = bio
		q.bioEvent(trace.BackMerge, bio, rq.ID)
	} else {
		bio.Next = rq.Bio
		rq.Bio = bio
		rq.Sector = bio.Sector
		q.bioEvent(trace.FrontMerge, bio, rq.ID)
	}
	rq.Sectors += bio.Sectors
	rq.Segments += bio.Segments
	return mergeDone
}

// close marks rq as one that nothing merges with any more.
//
// Linux 6.18: block/blk.h:req_set_nomerge().
func (q *Queue) close(rq *block.Request, bio *block.Bio, why trace.Cause, would, limit int32) {
	rq.Flags |= block.NoMerge
	if q.LastMerge == rq {
		q.LastMerge = nil
	}
	q.refused(rq, bio, why, int64(would), int64(limit))
	if q.Sys.Trace != nil {
		e := q.event(trace.Closed)
		e.Req, e.Cause = rq.ID, why
	}
}

func (q *Queue) refused(rq *block.Request, bio *block.Bio, why trace.Cause, a, b int64) {
	if q.Sys.Trace == nil {
		return
	}
	e := q.event(trace.MergeRefused)
	e.Bio, e.Req, e.Cause, e.Sector, e.Arg = bio.ID, rq.ID, why, a, b
}

// attemptRequestMerge joins next to rq, which it follows, and reports whether it did.
// What the elevator knows of next is gone then; its tags are still to be given back.
//
// Linux 6.18: block/blk-merge.c:attempt_merge(), ll_merge_requests_fn().
func (q *Queue) attemptRequestMerge(rq, next *block.Request, why trace.Cause) bool {
	if !rq.Mergeable() || !next.Mergeable() || rq.Write() != next.Write() ||
		rq.IOPrio != next.IOPrio || rq.End() != next.Sector ||
		rq.Sectors+next.Sectors > q.maxSectors || rq.Segments+next.Segments > q.maxSegments {
		return false
	}
	rq.AllocTime = min(rq.AllocTime, next.AllocTime)
	rq.Segments += next.Segments
	rq.BioTail.Next = next.Bio
	rq.BioTail = next.BioTail
	rq.Sectors += next.Sectors
	q.sorter.MergeRequests(rq, next)
	q.Hash.Rehash(rq)
	q.LastMerge = rq
	if q.Sys.Trace != nil {
		e := q.event(trace.Join)
		e.Req, e.Arg, e.Sector, e.Sectors, e.Cause = rq.ID, int64(next.ID), rq.Sector, rq.Sectors, why
		e = q.requestEvent(trace.BackMerge, next)
		e.Req, e.Arg = rq.ID, int64(next.ID)
	}
	next.Bio, next.BioTail = nil, nil
	return true
}
