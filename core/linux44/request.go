package linux44

import (
	"blkplay/core/block"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

// Linux 4.4: include/linux/blkdev.h:BLKDEV_MIN_RQ, block/blk.h:BLK_BATCH_REQ, BLK_BATCH_TIME.
const (
	nrRequestsMin = 4
	batchRequests = 32
	batchTimeHz   = 50 // of a second
)

// requestList counts the allocated requests of one pool and lists who waits for one.
type requestList struct {
	count     int32
	full      bool
	congested bool
	wait      []*task
}

// Indices of the two pools.
const (
	asyncPool = 0
	syncPool  = 1
)

func poolOf(bio *block.Bio) int {
	if !bio.Write() || bio.Flags&trace.Sync != 0 {
		return syncPool
	}
	return asyncPool
}

func poolOfRequest(rq *block.Request) int {
	if rq.IsSync() {
		return syncPool
	}
	return asyncPool
}

// batching reports whether the tasks of ioc may take requests from a full pool.
//
// Linux 4.4: block/blk-core.c:ioc_batching().
func (q *Queue) batching(ioc *block.IOContext) bool {
	return ioc != nil && (ioc.NrBatchRequests == batchRequests ||
		ioc.NrBatchRequests > 0 && q.Jiffies().Before(ioc.LastWaited+sim.Jiffies(q.Sys.Loop.HZ()/batchTimeHz)))
}

// setBatching lets the tasks of ioc take 32 more requests in the next HZ/50 jiffies.
//
// Linux 4.4: block/blk-core.c:ioc_set_batching().
func (q *Queue) setBatching(ioc *block.IOContext) {
	if ioc == nil || q.batching(ioc) {
		return
	}
	ioc.NrBatchRequests = batchRequests
	ioc.LastWaited = q.Jiffies()
	if q.recording() {
		q.Record(trace.Batcher).Sector = batchRequests
	}
}

// getRequest gets a request for bio, nil if there is none to be had now.
//
// Linux 4.4: block/blk-core.c:__get_request().
func (q *Queue) getRequest(k *task, bio *block.Bio) *block.Request {
	pool := poolOf(bio)
	list := &q.lists[pool]
	ioc := k.Context
	may := q.elevator.MayQueue(pool == syncPool)
	if list.count+1 >= q.congestionOn() {
		if list.count+1 >= q.nrRequests {
			if !list.full {
				q.setBatching(ioc)
				q.setFull(pool, true)
			} else if may != block.Must && !q.batching(ioc) {
				return nil
			}
		}
		list.congested = true
	}
	if int64(list.count) >= 3*int64(q.nrRequests)/2 {
		return nil
	}
	list.count++
	rq := q.newRequest(bio)
	q.tieToElevator(rq, k)
	if q.batching(ioc) {
		ioc.NrBatchRequests--
	}
	q.RecordBio(trace.GetRequest, bio, rq)
	return rq
}

func (q *Queue) setFull(pool int, full bool) {
	list := &q.lists[pool]
	if list.full == full {
		return
	}
	list.full = full
	if q.recording() {
		e := q.Record(trace.Full)
		e.Aux = uint16(pool)
		if full {
			e.Sector = 1
		}
	}
}

// newRequest returns a request with bio in it.
//
// Linux 4.4: block/blk-core.c:init_request_from_bio(), blk_rq_bio_prep().
func (q *Queue) newRequest(bio *block.Bio) *block.Request {
	rq := q.pool.Get()
	q.driver.bind(q, rq)
	rq.Bio, rq.BioTail = bio, bio
	bio.Next = nil
	rq.Sector, rq.Sectors, rq.Segments = bio.Sector, bio.Sectors, bio.Segments
	rq.RWBS = bio.Flags &^ trace.Ahead // read-ahead is a bit of bios only
	if bio.Flags&trace.Sync != 0 {
		rq.Flags |= block.RWSync
	}
	if bio.Flags&trace.Meta != 0 {
		rq.Flags |= block.RWMeta
	}
	rq.StartTime = q.Jiffies()
	return rq
}

// tieToElevator gives rq its io_context, if the elevator keeps one, and the elevator's data.
// Without the context, or the icq, the request is not the elevator's at all.
func (q *Queue) tieToElevator(rq *block.Request, k *task) {
	if q.elevatorID.icq {
		if k.Context == nil {
			return
		}
		icq := k.Context.LookupICQ(&q.RequestQueue)
		if icq == nil {
			icq = q.createICQ(k.Context)
		}
		if icq == nil {
			return
		}
		rq.ICQ = icq
	}
	rq.Flags |= block.ElvPriv
	q.elevator.SetRequest(rq)
	if rq.ICQ != nil {
		rq.Context = rq.ICQ.Context
		q.GetContext(rq.Context, trace.ContextRequestHolds)
	}
}

// getRequestWait gets a request for k.bio and queues it. It reports false if k sleeps for one.
//
// Linux 4.4: block/blk-core.c:get_request().
func (q *Queue) getRequestWait(k *task) (done bool) {
	for {
		rq := q.getRequest(k, k.bio)
		if rq != nil {
			k.bio = nil
			q.queueRequest(k, rq)
			return true
		}
		list := &q.lists[poolOf(k.bio)]
		list.wait = append(list.wait, k)
		q.RecordBio(trace.SleepRequest, k.bio, nil)
		if !q.ioSchedule(k, trace.SleepForRequest, trace.FlushGetRequest, k.bio.ID) {
			k.in, k.State = "get_request", k
			return false
		}
		q.setBatching(k.Context)
	}
}

// wakeSleeper wakes the task that waits longest for a request of the pool.
func (q *Queue) wakeSleeper(pool int, why trace.Cause) {
	list := &q.lists[pool]
	if len(list.wait) == 0 {
		return
	}
	k := list.wait[0]
	copy(list.wait, list.wait[1:])
	list.wait = list.wait[:len(list.wait)-1]
	q.wakeUp(k, why)
}

// putRequest frees rq, which may wake a task that waits for one.
//
// Linux 4.4: block/blk-core.c:__blk_put_request(), freed_request().
func (q *Queue) putRequest(rq *block.Request) {
	if rq.Flags&block.ElvPriv != 0 {
		q.elevator.PutRequest(rq)
		if rq.Context != nil {
			q.PutContext(rq.Context, trace.ContextRequestFreed)
		}
	}
	pool := poolOfRequest(rq)
	list := &q.lists[pool]
	list.count--
	if q.recording() {
		e := q.Record(trace.RequestFree)
		e.Req, e.Sector, e.Arg = rq.ID, int64(q.lists[asyncPool].count), int64(q.lists[syncPool].count)
	}
	q.pool.Put(rq)
	if list.count < q.congestionOff() {
		list.congested = false
	}
	if list.count+1 <= q.nrRequests {
		q.wakeSleeper(pool, trace.WokenByRequest)
		q.setFull(pool, false)
	}
}

// congestionOn and congestionOff are the counts at which the backing device is
// marked congested, and no longer.
//
// Linux 4.4: block/blk-core.c:blk_queue_congestion_threshold().
func (q *Queue) congestionOn() int32 { return min(q.nrRequests-q.nrRequests/8+1, q.nrRequests) }

func (q *Queue) congestionOff() int32 {
	return max(q.nrRequests-q.nrRequests/8-q.nrRequests/16-1, 1)
}
