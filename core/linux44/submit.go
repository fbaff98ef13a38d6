package linux44

import (
	"blkplay/core/block"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

// bioMaxPages is the most pages a bio may have. Linux 4.4: include/linux/bio.h:BIO_MAX_PAGES.
const bioMaxPages = 256

// maxRequestCount is how many requests of a queue a plug holds before it is
// emptied. Linux 4.4: include/linux/blkdev.h:BLK_MAX_REQUEST_COUNT.
const maxRequestCount = 16

// task is what the layer keeps for a process.
type task struct {
	*block.Task
	q    *Queue
	plug plug

	// The bio under way, while the task is in generic_make_request.
	bio      *block.Bio
	by       int32      // the record of its Q
	rest     *block.Bio // current->bio_list: what a split left to do
	restBy   int32
	requests int  // of this queue in the plug, counted when merging there failed
	sentBio  bool // a first submit has returned

	nap  nap
	in   string // what it sleeps in, as Stuck names it
	on   int32  // the bio it waits for
	held []*block.IOContext
}

func (q *Queue) task(t *block.Task) *task { return &q.tasks[t.Index] }

// Submit hands bio to the queue. It reports false if the task sleeps in it for a free request.
//
// Linux 4.4: block/blk-core.c:generic_make_request().
func (q *Queue) Submit(t *block.Task, bio *block.Bio) (done bool) {
	k := q.task(t)
	k.by = q.enter(k, bio)
	return q.makeRequests(k, bio)
}

// enter is what every bio passes, the rest of a split one included. It returns
// the number of its Q record.
//
// Linux 4.4: block/blk-core.c:generic_make_request_checks().
func (q *Queue) enter(k *task, bio *block.Bio) (by int32) {
	if k.Context == nil {
		q.createContext(k.Task)
	}
	q.RecordBio(trace.Queue, bio, nil)
	return q.Last()
}

// makeRequests queues bio and what splitting it leaves, part by part.
func (q *Queue) makeRequests(k *task, bio *block.Bio) (done bool) {
	for bio != nil {
		before := q.BecauseOf(k.by)
		done = q.queueBio(k, bio)
		q.Therefore(before)
		if !done {
			return false
		}
		bio = q.takeRest(k)
	}
	q.submitted(k)
	return true
}

func (q *Queue) submitted(k *task) {
	if !k.sentBio {
		k.sentBio = true
		q.observe("first-io", k.Task, k.Context)
	}
}

// Resume goes on with the bio for which the task slept.
func (k *task) Resume(*sim.Task) (done bool) {
	q := k.q
	k.in = ""
	before := q.BecauseOf(k.by)
	q.setBatching(k.Context)
	done = q.getRequestWait(k)
	q.Therefore(before)
	if !done {
		return false
	}
	return q.makeRequests(k, q.takeRest(k))
}

// takeRest returns what a split left to do, nil if nothing.
func (q *Queue) takeRest(k *task) *block.Bio {
	bio := k.rest
	k.rest, k.by = nil, k.restBy
	return bio
}

// queueBio merges bio somewhere or gets a request for it.
//
// Linux 4.4: block/blk-core.c:blk_queue_bio().
func (q *Queue) queueBio(k *task, bio *block.Bio) (done bool) {
	bio = q.split(k, bio)
	k.requests = 0
	if k.plug.open {
		if q.nomerges != nomergesAll {
			if q.mergeInPlug(k, bio) {
				return true
			}
		} else {
			k.requests = k.plug.list.Len()
		}
	}
	if q.mergeInElevator(bio) {
		return true
	}
	k.bio = bio
	return q.getRequestWait(k)
}

// queueRequest puts a new request into the task's plug, or into the elevator.
//
// Linux 4.4: block/blk-core.c:blk_queue_bio().
func (q *Queue) queueRequest(k *task, rq *block.Request) {
	if k.plug.open {
		q.plugRequest(k, rq)
		return
	}
	q.addRequest(rq, false)
	q.RunQueue()
}

// split cuts bio if the queue takes none of its size. It returns the part to
// be queued now; the rest enters behind it.
//
// Linux 4.4: block/blk-merge.c:blk_queue_split(), blk_bio_segment_split().
func (q *Queue) split(k *task, bio *block.Bio) *block.Bio {
	if bio.Sectors <= q.maxSectors && bio.Segments <= q.maxSegments && bio.Segments <= bioMaxPages {
		return bio
	}
	sectors, segments, why := q.splitAt(bio)
	if why == 0 {
		return bio
	}
	if q.recording() {
		e := q.Record(trace.Note)
		e.Cause, e.Bio = why, bio.ID
		switch why {
		case trace.SplitMaxSectors:
			e.Sector, e.Arg = int64(bio.Sectors), int64(q.maxSectors)
		case trace.SplitMaxSegments:
			e.Sector, e.Arg = int64(bio.Segments), int64(q.maxSegments)
		default:
			e.Sector, e.Arg = int64(bio.Segments), bioMaxPages
		}
	}
	front := q.Sys.SplitBio(bio, sectors, segments, 0)
	bio.Segments = block.SegmentsOf(bio.Offset + bio.Sectors)
	k.rest = bio
	k.restBy = q.enter(k, bio)
	return front
}

// splitAt walks the pages of bio up to the limits of the queue; why is 0 if it fits.
func (q *Queue) splitAt(bio *block.Bio) (sectors, segments int32, why trace.Cause) {
	offset := bio.Offset
	for left := bio.Sectors; left > 0; {
		page := min(8-offset, left)
		offset = 0
		if segments == bioMaxPages {
			return sectors, segments, trace.SplitMaxPages
		}
		if sectors+page > q.maxSectors {
			if segments < q.maxSegments && sectors < q.maxSectors {
				segments++
				sectors = q.maxSectors
			}
			if sectors > 0 {
				return sectors, segments, trace.SplitMaxSectors
			}
		}
		if segments == q.maxSegments {
			return sectors, segments, trace.SplitMaxSegments
		}
		segments++
		sectors += page
		left -= page
	}
	return sectors, segments, 0
}

// bioEnded wakes who waits for this one bio, the newest first.
func (q *Queue) bioEnded(bio *block.Bio) {
	if len(q.sleepers) > 0 {
		q.wakeReclaimers(bio.ID)
	}
}
