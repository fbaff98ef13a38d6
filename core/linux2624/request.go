package linux2624

import (
	"blkplay/core/block"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

const (
	// nrBatching is how many requests a batcher may take beyond a full list.
	// Linux 2.6.24: block/ll_rw_blk.c:BLK_BATCH_REQ.
	nrBatching = 32
	// minRequests is the least that nr_requests can be set to.
	// Linux 2.6.24: include/linux/blkdev.h:BLKDEV_MIN_RQ.
	minRequests = 4
)

// requestList counts the requests of each direction (0 read, 1 write) and has
// the tasks that sleep for one (struct request_list).
type requestList struct {
	nr       int // nr_requests
	on       int // from so many on a direction counts as congested, and is looked at closely
	count    [2]int
	full     [2]bool
	wait     [2][]*block.Task // in order of arrival
	sleepers []sleeper        // by task
}

func (l *requestList) init(sys *block.System, nr int64) {
	l.setNr(nr)
	l.sleepers = make([]sleeper, len(sys.Tasks))
}

// setNr sets nr_requests and what follows from it.
//
// Linux 2.6.24: block/ll_rw_blk.c:blk_queue_congestion_threshold().
func (l *requestList) setNr(nr int64) {
	l.nr = int(max(nr, minRequests))
	l.on = min(l.nr-l.nr/8+1, l.nr)
}

// sleeper is a task that sleeps for a free request, with what it was about to do.
type sleeper struct {
	q   *Queue
	t   *block.Task
	bio *block.Bio
	by  int32
}

// Resume tries again, now with the right to batch.
//
// Linux 2.6.24: block/ll_rw_blk.c:get_request_wait(), behind io_schedule().
func (s *sleeper) Resume(*sim.Task) (done bool) {
	q := s.q
	var before int32
	if tr := q.Sys.Trace; tr != nil {
		before = tr.Because(s.by)
	}
	q.setBatching(q.contexts.of(s.t))
	rq := q.joinWait(s.t, s.bio)
	if rq != nil {
		q.insertNew(rq, s.bio)
	}
	q.Therefore(before)
	return rq != nil
}

// getRequestWait returns a request for bio, or nil: then t sleeps for one.
//
// Linux 2.6.24: block/ll_rw_blk.c:get_request_wait().
func (q *Queue) getRequestWait(t *block.Task, bio *block.Bio) *block.Request {
	if rq := q.getRequest(t, bio); rq != nil {
		return rq
	}
	return q.joinWait(t, bio)
}

// joinWait queues t for a request, tries once more and else lets t sleep.
func (q *Queue) joinWait(t *block.Task, bio *block.Bio) *block.Request {
	dir := direction(bio)
	q.list.wait[dir] = append(q.list.wait[dir], t)
	if rq := q.getRequest(t, bio); rq != nil {
		q.list.wait[dir] = q.list.wait[dir][:len(q.list.wait[dir])-1]
		return rq
	}
	q.RecordBio(trace.SleepRequest, bio, nil)
	q.unplugQueue(trace.PlugOffGetRequest)
	s := &q.list.sleepers[t.Index]
	*s = sleeper{q: q, t: t, bio: bio, by: trace.None}
	if tr := q.Sys.Trace; tr != nil {
		s.by = tr.Context()
	}
	t.State = s
	q.Sys.Slept(t, trace.SleepForRequest, 0, bio.ID)
	return nil
}

// getRequest returns a request for bio, of the current task t, or nil if the
// direction's list is full and t has no right to go beyond.
//
// Linux 2.6.24: block/ll_rw_blk.c:get_request().
func (q *Queue) getRequest(t *block.Task, bio *block.Bio) *block.Request {
	l, dir := &q.list, direction(bio)
	may := q.elevator.MayQueue(bio.Flags&trace.Sync != 0)
	var ioc *block.IOContext
	if l.count[dir]+1 >= l.nr {
		ioc = q.contexts.of(t)
		if !l.full[dir] {
			q.setBatching(ioc)
			q.setFull(dir, true)
		} else if may != block.Must && !q.batching(ioc) {
			return nil
		}
	}
	if l.count[dir]-l.nr >= l.nr/2 { // 3/2 of it, for any nr that fits
		return nil
	}
	l.count[dir]++
	rq := q.allocate(bio)
	if ioc != nil && q.batching(ioc) {
		ioc.NrBatchRequests--
	}
	q.RecordBio(trace.GetRequest, bio, rq)
	return rq
}

// allocate returns a request that the elevator knows, unless it is being switched.
//
// Linux 2.6.24: block/ll_rw_blk.c:blk_alloc_request().
func (q *Queue) allocate(bio *block.Bio) *block.Request {
	rq := q.pool.Get()
	q.driver.know(rq)
	rq.RWBS = bio.Flags & trace.Write
	if bio.Flags&trace.Sync != 0 {
		rq.Flags |= block.RWSync
	}
	if !q.live.bypass {
		rq.Flags |= block.ElvPriv
		q.live.elvPriv++
		q.elevator.SetRequest(rq)
	}
	return rq
}

// putRequest frees rq, which may wake a sleeper.
//
// Linux 2.6.24: block/ll_rw_blk.c:__blk_put_request().
func (q *Queue) putRequest(rq *block.Request) {
	if rq.Flags&block.Started != 0 {
		q.inFlight--
		if rq.Flags&block.Sorted != 0 {
			q.elevator.Completed(rq)
		}
	}
	if rq.Flags&block.ElvPriv != 0 {
		q.elevator.PutRequest(rq)
		q.live.elvPriv--
	}
	dir, id := rq.Dir(), rq.ID
	q.pool.Put(rq)
	q.freed(dir, id)
}

// freed counts a request out and wakes the first that sleeps for one of its direction.
//
// Linux 2.6.24: block/ll_rw_blk.c:freed_request(), __freed_request().
func (q *Queue) freed(dir int, id int32) {
	l := &q.list
	l.count[dir]--
	if q.Sys.Trace != nil {
		e := q.Record(trace.RequestFree)
		e.Req, e.Sector, e.Arg = id, int64(l.count[0]), int64(l.count[1])
	}
	if l.count[dir]+1 <= l.nr {
		q.wakeSleeper(dir, trace.WokenByRequest)
		q.setFull(dir, false)
	}
}

// wakeSleeper wakes the first task that sleeps for a request of dir, if there is one.
func (q *Queue) wakeSleeper(dir int, why trace.Cause) {
	wait := q.list.wait[dir]
	if len(wait) == 0 {
		return
	}
	first := wait[0]
	copy(wait, wait[1:])
	q.list.wait[dir] = wait[:len(wait)-1]
	q.Sys.Wake(first, why)
}

// setFull flags dir full or clears that.
func (q *Queue) setFull(dir int, full bool) {
	if q.list.full[dir] == full {
		return
	}
	q.list.full[dir] = full
	if q.Sys.Trace != nil {
		e := q.Record(trace.Full)
		e.Aux = uint16(dir)
		if full {
			e.Sector = 1
		}
	}
}

func direction(bio *block.Bio) int { return int(bio.Flags & trace.Write) }
