package linux618

import (
	"blkplay/core/block"
	"blkplay/core/trace"
)

// complete ends rq in the device's interrupt: with one CPU there is no softirq between.
// Its bios end in order of their sectors, which may wake the task that waits for them;
// then its tags are given back.
//
// Linux 6.18: block/blk-mq.c:blk_mq_complete_request(), blk_mq_end_request(), __blk_mq_end_request().
func (q *Queue) complete(rq *block.Request) {
	by := int32(trace.None)
	if e := q.requestEvent(trace.Complete, rq); e != nil {
		e.Aux, e.By = uint16(rq.Tag), rq.By
		by = q.because()
	}
	for bio := rq.Bio; bio != nil; {
		next := bio.Next
		q.Sys.EndBio(bio)
		bio = next
	}
	if q.elevator != nil {
		q.elevator.Completed(rq, q.Sys.Loop.Now())
	}
	q.freeRequest(rq)
	q.restore(by)
}
