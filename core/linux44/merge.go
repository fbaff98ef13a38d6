package linux44

import (
	"blkplay/core/block"
	"blkplay/core/trace"
)

// What queue/nomerges says.
const (
	nomergesNone   = 0 // every merge is tried
	nomergesSimple = 1 // only the plug and last_merge
	nomergesAll    = 2 // no merge at all
)

// mergeInPlug merges bio into a request of the task's plug, the newest that
// fits; no elevator is asked. It counts in k.requests those it looked at.
//
// Linux 4.4: block/blk-core.c:blk_attempt_plug_merge().
func (q *Queue) mergeInPlug(k *task, bio *block.Bio) (merged bool) {
	for rq := k.plug.list.Last(); rq != nil; rq = rq.Prev() {
		k.requests++
		back := rq.End() == bio.Sector
		if !back && rq.Sector != bio.End() || !q.mergeOK(rq, bio) {
			continue
		}
		if q.growRequest(rq, bio, !back, trace.ByPlugList) {
			return true
		}
	}
	return false
}

// mergeOK reports whether rq and bio are of a kind: whether they touch is
// another question.
//
// Linux 4.4: block/blk-merge.c:blk_rq_merge_ok().
func (q *Queue) mergeOK(rq *block.Request, bio *block.Bio) bool {
	switch {
	case bio.NoMerge:
		return false
	case !rq.Mergeable():
		q.RecordMerge(trace.MergeRefused, bio, rq, trace.RefusedNoMerge, 0, 0)
	case rq.Write() != bio.Write():
		q.RecordMerge(trace.MergeRefused, bio, rq, trace.RefusedDirection, 0, 0)
	default:
		return true
	}
	return false
}

// elevatorMergeOK is mergeOK, and the elevator agrees.
//
// Linux 4.4: block/elevator.c:elv_rq_merge_ok().
func (q *Queue) elevatorMergeOK(rq *block.Request, bio *block.Bio) bool {
	if !q.mergeOK(rq, bio) {
		return false
	}
	if !q.elevator.AllowMerge(rq, bio) {
		q.RecordMerge(trace.MergeRefused, bio, rq, trace.RefusedElevator, 0, 0)
		return false
	}
	return true
}

// mergeInElevator merges bio into a request of the elevator, and that request
// with the neighbour that it then touches.
//
// Linux 4.4: block/blk-core.c:blk_queue_bio().
func (q *Queue) mergeInElevator(bio *block.Bio) (merged bool) {
	rq, front, how := q.findMerge(bio)
	if rq == nil || !q.growRequest(rq, bio, front, how) {
		return false
	}
	if front {
		if prev := q.elevator.Former(rq); prev != nil && q.mergeRequests(prev, rq, trace.ByElevator) {
			return true
		}
	} else if next := q.elevator.Latter(rq); next != nil && q.mergeRequests(rq, next, trace.ByElevator) {
		return true
	}
	q.mergedRequest(rq, front)
	return true
}

// findMerge returns the request of the elevator that bio may join, nil if there is none.
//
// Linux 4.4: block/elevator.c:elv_merge().
func (q *Queue) findMerge(bio *block.Bio) (rq *block.Request, front bool, how trace.Cause) {
	if q.nomerges == nomergesAll || bio.NoMerge {
		return nil, false, 0
	}
	if rq := q.LastMerge; rq != nil {
		back := rq.End() == bio.Sector
		if (back || rq.Sector == bio.End()) && q.elevatorMergeOK(rq, bio) {
			return rq, !back, trace.ByLastMerge
		}
	}
	if q.nomerges != nomergesNone {
		return nil, false, 0
	}
	if rq := q.Hash.Find(bio.Sector); rq != nil && q.elevatorMergeOK(rq, bio) {
		return rq, false, trace.ByHash
	}
	if rq := q.elevator.Merge(bio); rq != nil && q.elevatorMergeOK(rq, bio) {
		return rq, true, trace.ByElevator
	}
	return nil, false, 0
}

// growRequest puts bio at an end of rq unless the limits forbid it; then rq is
// closed for good.
//
// Linux 4.4: block/blk-core.c:bio_attempt_back_merge(), bio_attempt_front_merge();
// block/blk-merge.c:ll_back_merge_fn(), ll_front_merge_fn().
func (q *Queue) growRequest(rq *block.Request, bio *block.Bio, front bool, how trace.Cause) bool {
	if rq.Sectors+bio.Sectors > q.maxSectors {
		q.RecordMerge(trace.MergeRefused, bio, rq, trace.RefusedMaxSectors, int64(rq.Sectors+bio.Sectors), int64(q.maxSectors))
		q.closeRequest(rq)
		return false
	}
	if rq.Segments+bio.Segments > q.maxSegments {
		q.RecordMerge(trace.MergeRefused, bio, rq, trace.RefusedMaxSegments, int64(rq.Segments+bio.Segments), int64(q.maxSegments))
		q.closeRequest(rq)
		return false
	}
	q.RecordMerge(trace.MergeFound, bio, rq, how, 0, 0)
	if front {
		q.RecordBio(trace.FrontMerge, bio, rq)
		bio.Next = rq.Bio
		rq.Bio = bio
		rq.Sector = bio.Sector
	} else {
		q.RecordBio(trace.BackMerge, bio, rq)
		bio.Next = nil
		rq.BioTail.Next = bio
		rq.BioTail = bio
	}
	rq.Sectors += bio.Sectors
	rq.Segments += bio.Segments
	return true
}

// closeRequest marks rq REQ_NOMERGE.
func (q *Queue) closeRequest(rq *block.Request) {
	rq.Flags |= block.NoMerge
	if q.LastMerge == rq {
		q.LastMerge = nil
	}
	if q.recording() {
		q.Record(trace.Closed).Req = rq.ID
	}
}

// mergeRequests appends next to rq and frees it, if they touch and the limits allow it.
//
// Linux 4.4: block/blk-merge.c:attempt_merge(), ll_merge_requests_fn().
func (q *Queue) mergeRequests(rq, next *block.Request, how trace.Cause) bool {
	if !rq.Mergeable() || !next.Mergeable() || rq.End() != next.Sector || rq.Write() != next.Write() ||
		rq.Sectors+next.Sectors > q.maxSectors || rq.Segments+next.Segments > q.maxSegments {
		return false
	}
	if next.StartTime.Before(rq.StartTime) {
		rq.StartTime = next.StartTime
	}
	rq.BioTail.Next = next.Bio
	rq.BioTail = next.BioTail
	rq.Sectors += next.Sectors
	rq.Segments += next.Segments
	if q.recording() {
		e := q.Record(trace.Join)
		e.Req, e.Arg, e.Sector, e.Sectors, e.Cause = rq.ID, int64(next.ID), rq.Sector, rq.Sectors, how
	}
	q.mergedRequests(rq, next)
	q.putRequest(next)
	return true
}

// mergedRequests brings hash, last_merge and elevator up to date after rq absorbed next.
//
// Linux 4.4: block/elevator.c:elv_merge_requests().
func (q *Queue) mergedRequests(rq, next *block.Request) {
	sorted := next.Flags&block.Sorted != 0
	if sorted {
		q.elevator.MergeRequests(rq, next)
	}
	q.Hash.Rehash(rq)
	if sorted {
		q.Hash.Remove(next)
		q.NrSorted--
	}
	q.LastMerge = rq
}

// mergedRequest brings hash, last_merge and elevator up to date after a bio joined rq.
//
// Linux 4.4: block/elevator.c:elv_merged_request().
func (q *Queue) mergedRequest(rq *block.Request, front bool) {
	q.elevator.Merged(rq, front)
	if !front {
		q.Hash.Rehash(rq)
	}
	q.LastMerge = rq
}

// mergeOnInsert appends rq, which comes out of a plug, to an older request, and
// that one to an older one still, as long as it goes.
//
// Linux 4.4: block/elevator.c:elv_attempt_insert_merge().
func (q *Queue) mergeOnInsert(rq *block.Request) (merged bool) {
	if q.nomerges == nomergesAll {
		return false
	}
	if q.LastMerge != nil && q.mergeRequests(q.LastMerge, rq, trace.InsertMerged) {
		return true
	}
	if q.nomerges != nomergesNone {
		return false
	}
	for {
		older := q.Hash.Find(rq.Sector)
		if older == nil || !q.mergeRequests(older, rq, trace.InsertMerged) {
			return merged
		}
		merged = true
		rq = older
	}
}
