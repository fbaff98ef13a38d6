package linux44

import (
	"blkplay/core/block"
	"blkplay/core/disk"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

// driver is a SCSI-like driver with its device. Unlike Linux, whose
// scsi_request_fn() peeks first, it looks for a request only while the device has room.
type driver struct {
	dev      disk.Disk
	depth    int
	inFlight int
	slots    []bool           // of the device, those in use; kept only if the run is recorded
	bound    int32            // requests of the pool that have their completion
	delayBy  int32            // the record that queued delay_work
	done     []*block.Request // blk_cpu_done
	ending   []*block.Request
	softirq  sim.Item
}

// completion is the device's interrupt for a request.
type completion struct {
	q  *Queue
	rq *block.Request
}

func (d *driver) init(q *Queue, dev disk.Disk, depth int) {
	d.dev, d.depth = dev, depth
	d.slots = make([]bool, depth)
	d.softirq.Bind((*softirq)(q))
}

// bind gives a request that the pool has just made its completion.
func (d *driver) bind(q *Queue, rq *block.Request) {
	if rq.Slot < d.bound {
		return
	}
	d.bound = rq.Slot + 1
	rq.Done.Bind(&completion{q: q, rq: rq})
}

// RunQueue has the device take requests while it has room.
//
// Linux 4.4: block/blk-core.c:__blk_run_queue(), drivers/scsi/scsi_lib.c:scsi_request_fn().
func (q *Queue) RunQueue() {
	for q.inFlight < q.depth {
		rq := q.peek()
		if rq == nil {
			return
		}
		q.issue(rq)
	}
}

// issue gives rq, the first of the dispatch list, to the device.
//
// Linux 4.4: block/blk-core.c:blk_peek_request(), blk_start_request().
func (q *Queue) issue(rq *block.Request) {
	if rq.Flags&block.Sorted != 0 {
		q.elevator.Activate(rq)
	}
	rq.Flags |= block.Started
	q.Seen(rq)
	q.Head.Remove(rq)
	q.inFlight++
	end := q.dev.Take(q.Sys.Loop.Now(), disk.Extent{Write: rq.Write(), Sector: rq.Sector, Sectors: int64(rq.Sectors)})
	if q.recording() {
		e := q.RecordRequest(trace.Issue, rq)
		e.Arg, e.Aux = int64(end), uint16(q.takeSlot(rq))
		if rq.By != trace.None {
			e.By = rq.By
		}
		rq.By = q.Last()
	}
	q.Sys.Loop.At(end, &rq.Done)
}

// takeSlot gives rq the first free slot of the device.
func (q *Queue) takeSlot(rq *block.Request) int {
	for slot, used := range q.slots {
		if !used {
			q.slots[slot] = true
			rq.DeviceSlot = int32(slot)
			return slot
		}
	}
	panic("linux44: the device has no slot left")
}

// Fire is the device's interrupt: the request waits for the softirq, which is
// raised if it was not.
//
// Linux 4.4: block/blk-softirq.c:__blk_complete_request().
func (c *completion) Fire() {
	q := c.q
	q.done = append(q.done, c.rq)
	if len(q.done) == 1 {
		q.Sys.Loop.Soon(&q.softirq)
	}
}

// softirq is BLOCK_SOFTIRQ.
type softirq Queue

// Fire ends what the device has completed so far, each followed by a run of the queue.
//
// Linux 4.4: block/blk-softirq.c:blk_done_softirq().
func (s *softirq) Fire() {
	q := (*Queue)(s)
	q.done, q.ending = q.ending[:0], q.done
	for i, rq := range q.ending {
		q.ending[i] = nil
		q.inFlight--
		if q.recording() {
			q.slots[rq.DeviceSlot] = false
		}
		q.endRequest(rq)
	}
}

// delayWork is the work item of kblockd that runs the queue.
type delayWork Queue

// Fire runs the queue.
//
// Linux 4.4: block/blk-core.c:blk_delay_work().
func (w *delayWork) Fire() {
	q := (*Queue)(w)
	if q.recording() {
		e := q.Record(trace.WorkRun)
		e.Aux, e.By = trace.WorkRunQueue, q.delayBy
		before := q.Because()
		defer q.Therefore(before)
	}
	q.RunQueue()
}

// runQueueAsync has kblockd run the queue; if it is to do so already, it does so later.
//
// Linux 4.4: block/blk-core.c:blk_run_queue_async().
func (q *Queue) runQueueAsync() {
	if q.recording() {
		e := q.Record(trace.WorkQueue)
		e.Aux, e.Cause = trace.WorkRunQueue, trace.RunUnpluggedAsync
		q.delayBy = q.Last()
	}
	q.Sys.Loop.Requeue(&q.delayWork)
}
