package linux2624

import (
	"blkplay/core/block"
	"blkplay/core/trace"
)

// merge lets bio join a request that it touches and reports whether it did.
//
// Linux 2.6.24: block/ll_rw_blk.c:__make_request(); block/elevator.c:elv_merge().
func (q *Queue) merge(bio *block.Bio) bool {
	rq, front, how := q.findMerge(bio)
	if rq == nil || !q.fits(rq, bio) {
		return false
	}
	q.RecordMerge(trace.MergeFound, bio, rq, how, 0, 0)
	if front {
		q.RecordBio(trace.FrontMerge, bio, rq)
		bio.Next, rq.Bio = rq.Bio, bio
		rq.Sector = bio.Sector
	} else {
		q.RecordBio(trace.BackMerge, bio, rq)
		rq.BioTail.Next, rq.BioTail = bio, bio
	}
	rq.Sectors += bio.Sectors
	rq.Segments += bio.Segments
	rq.IOPrio = block.BestIOPrio(rq.IOPrio, bio.IOPrio)
	if !q.mergeNeighbour(rq, front) {
		q.elevator.Merged(rq, front)
		if !front {
			q.Hash.Rehash(rq)
		}
		q.LastMerge = rq
	}
	return true
}

// findMerge returns the request that bio may join, at its front or its end, and
// by what it was found.
func (q *Queue) findMerge(bio *block.Bio) (rq *block.Request, front bool, how trace.Cause) {
	if last := q.LastMerge; last != nil {
		back, front := last.End() == bio.Sector, last.Sector == bio.End()
		if (back || front) && q.mayMerge(last, bio) {
			return last, !back, trace.ByLastMerge
		}
	}
	if rq := q.Hash.Find(bio.Sector); rq != nil && q.mayMerge(rq, bio) {
		return rq, false, trace.ByHash
	}
	if rq := q.elevator.Merge(bio); rq != nil && q.mayMerge(rq, bio) {
		return rq, true, trace.ByElevator
	}
	return nil, false, 0
}

// mayMerge reports whether bio, which touches rq, may join it.
//
// Linux 2.6.24: block/elevator.c:elv_rq_merge_ok().
func (q *Queue) mayMerge(rq *block.Request, bio *block.Bio) bool {
	var why trace.Cause
	switch {
	case !rq.Mergeable():
		why = trace.RefusedNoMerge
	case rq.Write() != bio.Write():
		why = trace.RefusedDirection
	case !q.elevator.AllowMerge(rq, bio):
		why = trace.RefusedElevator
	default:
		return true
	}
	q.RecordMerge(trace.MergeRefused, bio, rq, why, 0, 0)
	return false
}

// fits reports whether rq may grow by bio. If not, rq is closed for good.
//
// Linux 2.6.24: block/ll_rw_blk.c:ll_back_merge_fn(), ll_front_merge_fn().
func (q *Queue) fits(rq *block.Request, bio *block.Bio) bool {
	maxSectors := int32(uint16(q.maxSectors)) // an unsigned short in these two functions
	switch {
	case rq.Sectors+bio.Sectors > maxSectors:
		q.RecordMerge(trace.MergeRefused, bio, rq, trace.RefusedMaxSectors, int64(rq.Sectors+bio.Sectors), int64(maxSectors))
	case rq.Segments+bio.Segments > q.maxSegments:
		q.RecordMerge(trace.MergeRefused, bio, rq, trace.RefusedMaxSegments, int64(rq.Segments+bio.Segments), int64(q.maxSegments))
	default:
		return true
	}
	rq.Flags |= block.NoMerge
	if q.LastMerge == rq {
		q.LastMerge = nil
	}
	q.RecordMerge(trace.Closed, bio, rq, 0, 0, 0)
	return false
}

// mergeNeighbour joins rq, which just grew, with the request it may touch now.
//
// Linux 2.6.24: block/ll_rw_blk.c:attempt_back_merge(), attempt_front_merge().
func (q *Queue) mergeNeighbour(rq *block.Request, front bool) bool {
	if front {
		prev := q.elevator.Former(rq)
		return prev != nil && q.join(prev, rq)
	}
	next := q.elevator.Latter(rq)
	return next != nil && q.join(rq, next)
}

// join lets rq absorb next and reports whether it did. No event shows it.
//
// Linux 2.6.24: block/ll_rw_blk.c:attempt_merge(), ll_merge_requests_fn().
func (q *Queue) join(rq, next *block.Request) bool {
	if !rq.Mergeable() || !next.Mergeable() || rq.End() != next.Sector || rq.Write() != next.Write() ||
		rq.Sectors+next.Sectors > q.maxSectors || rq.Segments+next.Segments > q.maxSegments {
		return false
	}
	if next.StartTime.Before(rq.StartTime) {
		rq.StartTime = next.StartTime
	}
	rq.BioTail.Next, rq.BioTail = next.Bio, next.BioTail
	rq.Sectors += next.Sectors
	rq.Segments += next.Segments
	q.elevator.MergeRequests(rq, next)
	q.Hash.Rehash(rq)
	q.Hash.Remove(next)
	q.NrSorted--
	q.LastMerge = rq
	rq.IOPrio = block.BestIOPrio(rq.IOPrio, next.IOPrio)
	if q.Sys.Trace != nil {
		e := q.RecordRequest(trace.Join, rq)
		e.Arg = int64(next.ID)
	}
	q.putRequest(next)
	return true
}
