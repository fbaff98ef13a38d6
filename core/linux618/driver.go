package linux618

import (
	"blkplay/core/block"
	"blkplay/core/disk"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

// queueRequest gives rq to the device, which never refuses: tags do the limiting.
//
// Preconditions: rq has a driver tag and is on no list.
// Linux 6.18: block/blk-mq.c:blk_mq_start_request().
func (q *Queue) queueRequest(rq *block.Request) {
	rq.Flags |= block.Started
	if q.keepsTime {
		rq.IssueTime = q.now()
	}
	loop := q.Sys.Loop
	done := q.disk.Take(loop.Now(), disk.Extent{Write: rq.Write(), Sector: rq.Sector, Sectors: int64(rq.Sectors)})
	if e := q.requestEvent(trace.Issue, rq); e != nil {
		e.Arg, e.Aux = int64(done), uint16(rq.Tag)
		if rq.By != trace.None {
			e.By = rq.By
		}
		rq.By = q.Sys.Trace.Last()
	}
	loop.At(done, &rq.Done)
}

// issueDirectly gives rq to the driver past all queues. It has its driver tag from birth.
//
// Linux 6.18: block/blk-mq.c:blk_mq_issue_direct(), blk_mq_request_issue_directly().
func (q *Queue) issueDirectly(rq *block.Request) {
	if q.Sys.Trace != nil {
		e := q.event(trace.Note)
		e.Req, e.Cause = rq.ID, trace.DirectIssue
		rq.By = q.Sys.Trace.Last()
	}
	q.queueRequest(rq)
}

// completion is a request's end, due on the clock.
type completion struct {
	q  *Queue
	rq *block.Request
}

// newCompletion makes the completion of a request that the pool made anew.
func (q *Queue) newCompletion(rq *block.Request) {
	c := &completion{q, rq}
	rq.Done.Bind(c)
	q.ends = append(q.ends, c)
}

// Fire is the device's interrupt.
func (c *completion) Fire() { c.q.complete(c.rq) }

var _ sim.Event = (*completion)(nil)
