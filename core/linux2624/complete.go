package linux2624

import (
	"blkplay/core/block"
	"blkplay/core/trace"
)

// Fire is the hardware interrupt at the end of a request's service: it only
// queues the request for the softirq.
//
// Linux 2.6.24: block/ll_rw_blk.c:blk_complete_request().
func (i *interrupt) Fire() {
	d := &i.q.driver
	d.done = append(d.done, i.rq)
	if !d.raised.Pending() {
		i.q.Sys.Loop.Soon(&d.raised)
	}
}

// softirq is the queue when BLOCK_SOFTIRQ runs.
type softirq Queue

// Fire ends all requests queued so far, each completely before the next.
//
// Linux 2.6.24: block/ll_rw_blk.c:blk_done_softirq().
func (s *softirq) Fire() {
	q := (*Queue)(s)
	d := &q.driver
	d.done, d.ending = d.ending[:0], d.done
	for _, rq := range d.ending {
		q.complete(rq)
	}
}

// complete ends rq and its bios, frees it and runs the queue.
//
// Linux 2.6.24: drivers/scsi/scsi_lib.c:scsi_end_request(), scsi_run_queue().
func (q *Queue) complete(rq *block.Request) {
	d := &q.driver
	d.busy--
	tr := q.Sys.Trace
	var before int32
	if tr != nil {
		i := d.known[rq.Slot]
		d.freeSlot(i.slot)
		before = tr.Because(i.by)
		q.RecordRequest(trace.Complete, rq)
		tr.Because(tr.Last())
	}
	for bio := rq.Bio; bio != nil; {
		next := bio.Next
		q.Sys.EndBio(bio)
		bio = next
	}
	q.putRequest(rq)
	q.runQueue()
	if tr != nil {
		tr.Because(before)
	}
}

// runQueue removes the plug, whatever waits, and lets the driver begin.
//
// Linux 2.6.24: block/ll_rw_blk.c:blk_run_queue().
func (q *Queue) runQueue() {
	off := q.removePlug(trace.PlugOffCompletion)
	if q.empty() {
		return
	}
	before := int32(trace.None)
	if off {
		before = q.Because()
	}
	q.requestFn()
	if off {
		q.Therefore(before)
	}
}
