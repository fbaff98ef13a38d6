package linux618

import (
	"blkplay/core/block"
	"blkplay/core/trace"
)

// newRequest makes the request of bio with that tag: a scheduler tag or, with no
// elevator, a driver tag.
//
// Linux 6.18: block/blk-mq.c:blk_mq_rq_ctx_init(), blk_mq_bio_to_request().
func (q *Queue) newRequest(bio *block.Bio, tag int) *block.Request {
	rq := q.pool.Get()
	if int(rq.Slot) == len(q.ends) {
		q.newCompletion(rq)
	}
	rq.Tag, rq.SchedTag = int32(tag), trace.None
	if q.elevator != nil {
		rq.Tag, rq.SchedTag = trace.None, int32(tag)
		if q.keepsTime {
			rq.AllocTime = q.now()
		}
	}
	rq.Sector, rq.Sectors, rq.Segments = bio.Sector, bio.Sectors, bio.Segments
	rq.RWBS, rq.IOPrio = bio.Flags, bio.IOPrio
	if bio.NoMerge { // the request has all of the bio's flags
		rq.Flags |= block.NoMerge
	}
	rq.Bio, rq.BioTail = bio, bio
	bio.Next = nil
	q.allocated[rq.Dir()]++
	q.bioEvent(trace.GetRequest, bio, rq.ID)
	q.traceTags()
	return rq
}

// freeRequest gives rq's tags back, driver tag first, which may wake tasks that wait
// for one, and has kblockd run a queue that is marked RESTART.
//
// Preconditions: rq is on no list; its bios have ended or moved to another request.
// Linux 6.18: block/blk-mq.c:blk_mq_free_request(), __blk_mq_free_request().
func (q *Queue) freeRequest(rq *block.Request) {
	if q.elevator != nil {
		q.elevator.Finish(rq)
	}
	q.allocated[rq.Dir()]--
	tag, sched := rq.Tag, rq.SchedTag
	by := int32(trace.None)
	if q.Sys.Trace != nil {
		e := q.event(trace.RequestFree)
		e.Req, e.Sector, e.Arg = rq.ID, int64(q.allocated[0]), int64(q.allocated[1])
		by = q.because()
	}
	q.pool.Put(rq)
	if tag >= 0 {
		q.tags.Put(int(tag))
	}
	if sched >= 0 {
		q.sched.Put(int(sched))
	}
	q.traceTags()
	q.restart()
	q.restore(by)
}
