package linux2624

import (
	"blkplay/core/block"
	"blkplay/core/trace"
)

// Submit queues bio, which joins a request or gets one of its own. It blocks if
// no request is free.
//
// Preconditions: bio has at most max_hw_sectors.
// Linux 2.6.24: block/ll_rw_blk.c:__generic_make_request(), __make_request().
func (q *Queue) Submit(t *block.Task, bio *block.Bio) (done bool) {
	q.RecordBio(trace.Queue, bio, nil)
	before := q.Because()
	done = q.makeRequest(t, bio)
	q.Therefore(before)
	return done
}

func (q *Queue) makeRequest(t *block.Task, bio *block.Bio) (done bool) {
	if !q.empty() && q.merge(bio) {
		q.submitted(bio)
		return true
	}
	rq := q.getRequestWait(t, bio)
	if rq == nil {
		return false
	}
	q.insertNew(rq, bio)
	return true
}

// insertNew hands a fresh request with bio to the elevator.
func (q *Queue) insertNew(rq *block.Request, bio *block.Bio) {
	q.fill(rq, bio)
	if q.empty() {
		q.plugDevice()
	}
	q.addRequest(rq)
	q.submitted(bio)
}

// submitted ends a submission: a sync bio unplugs, whether it merged or not.
func (q *Queue) submitted(bio *block.Bio) {
	if bio.Flags&trace.Sync != 0 {
		q.unplugQueue(trace.PlugOffSync)
	}
}

// fill makes rq the request of bio. Of the bio's flags only the direction and
// read-ahead (as failfast) show in the request's trace.
//
// Linux 2.6.24: block/ll_rw_blk.c:init_request_from_bio().
func (q *Queue) fill(rq *block.Request, bio *block.Bio) {
	rq.RWBS = bio.Flags & (trace.Write | trace.Ahead)
	if bio.Flags&trace.Meta != 0 {
		rq.Flags |= block.RWMeta
	}
	rq.Sector, rq.Sectors, rq.Segments = bio.Sector, bio.Sectors, bio.Segments
	rq.Bio, rq.BioTail = bio, bio
	rq.IOPrio = bio.IOPrio
	rq.StartTime = q.Jiffies()
}
