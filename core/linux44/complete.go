package linux44

import (
	"blkplay/core/block"
	"blkplay/core/trace"
)

// endRequest ends rq, which the device has served: its bios end in order of
// sector, and it is freed.
//
// Linux 4.4: block/blk-core.c:blk_update_request(), blk_finish_request().
func (q *Queue) endRequest(rq *block.Request) {
	var before int32
	if q.recording() {
		q.RecordRequest(trace.Complete, rq).By = rq.By
		before = q.Because()
	}
	for bio := rq.Bio; bio != nil; {
		next := bio.Next
		q.Sys.EndBio(bio)
		bio = next
	}
	if rq.Flags&block.Sorted != 0 {
		q.elevator.Completed(rq)
	}
	q.putRequest(rq)
	q.RunQueue()
	q.Therefore(before)
}
