package block

import "blkplay/core/trace"

// Record adds a record of kind by the current task and returns it to be filled in.
//
// Preconditions: q.Sys.Trace is not nil.
func (q *RequestQueue) Record(kind trace.Kind) *trace.Event {
	return q.Sys.Trace.Add(int64(q.Sys.Loop.Now()), kind, q.Sys.Current.ID)
}

// RecordBio adds a record of bio, with rq if that is known; it does nothing if the run is not recorded.
func (q *RequestQueue) RecordBio(kind trace.Kind, bio *Bio, rq *Request) {
	if q.Sys.Trace != nil {
		q.recordBio(kind, bio, rq)
	}
}

// recordBio and the like stand alone so that what is not recorded costs a
// comparison in place, and no call.
func (q *RequestQueue) recordBio(kind trace.Kind, bio *Bio, rq *Request) {
	e := q.Record(kind)
	e.Bio, e.Sector, e.Sectors, e.RWBS = bio.ID, bio.Sector, bio.Sectors, bio.Flags
	if rq != nil {
		e.Req = rq.ID
	}
}

// RecordRequest adds a record of rq as blktrace prints it and returns it to be filled in.
//
// Preconditions: q.Sys.Trace is not nil.
func (q *RequestQueue) RecordRequest(kind trace.Kind, rq *Request) *trace.Event {
	e := q.Record(kind)
	e.Req, e.Sector, e.Sectors, e.RWBS = rq.ID, rq.Sector, rq.Sectors, rq.RWBS
	return e
}

// RecordMerge adds what came of trying to merge bio with rq: a is what rq would
// have become and b the limit, where the cause has one.
func (q *RequestQueue) RecordMerge(kind trace.Kind, bio *Bio, rq *Request, why trace.Cause, a, b int64) {
	if q.Sys.Trace != nil {
		q.recordMerge(kind, bio, rq, why, a, b)
	}
}

func (q *RequestQueue) recordMerge(kind trace.Kind, bio *Bio, rq *Request, why trace.Cause, a, b int64) {
	e := q.Record(kind)
	e.Bio, e.Req, e.Cause, e.Sector, e.Arg = bio.ID, rq.ID, why, a, b
}

// Because makes the record added last the one that leads to what follows, and
// returns what [RequestQueue.Therefore] needs to end that.
func (q *RequestQueue) Because() (before int32) {
	if tr := q.Sys.Trace; tr != nil {
		return tr.Because(tr.Last())
	}
	return trace.None
}

// BecauseOf makes record number by the one that leads to what follows, as Because does.
func (q *RequestQueue) BecauseOf(by int32) (before int32) {
	if tr := q.Sys.Trace; tr != nil {
		return tr.Because(by)
	}
	return trace.None
}

// Last returns the number of the record added last, trace.None if there is none.
func (q *RequestQueue) Last() int32 {
	if tr := q.Sys.Trace; tr != nil {
		return tr.Last()
	}
	return trace.None
}

// Therefore ends what Because began.
func (q *RequestQueue) Therefore(before int32) {
	if tr := q.Sys.Trace; tr != nil {
		tr.Because(before)
	}
}
