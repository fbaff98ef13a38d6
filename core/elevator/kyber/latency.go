package kyber

import (
	"blkplay/core/block"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

const (
	latencyShift = 2 // a bucket is a quarter of the target wide
	buckets      = 2 << latencyShift
	goodBuckets  = 1 << latencyShift // those below the target
	samplesMin   = 500
	none         = -1 // no percentile yet
)

// histogram counts latencies, each bucket a quarter of the target wide, the last open.
type histogram [buckets]int

// Linux 6.18: block/kyber-iosched.c:add_latency_sample().
func (h *histogram) add(latency, target sim.Time) {
	bucket := 0
	if latency > 0 {
		bucket = int(min((latency-1)/max(target>>latencyShift, 1), buckets-1))
	}
	h[bucket]++
}

// Completed notes how long rq took, by the device and in all, and sees to it that the
// latencies are looked at.
//
// Linux 6.18: block/kyber-iosched.c:kyber_completed_request().
func (e *Elevator) Completed(rq *block.Request, now sim.Time) {
	d := &e.domain[domainOf(rq.RWBS)]
	d.total.add(now-rq.AllocTime, d.target)
	d.io.add(now-rq.IssueTime, d.target)
	if e.timer.Pending() {
		return // timer_reduce: it never moves back
	}
	loop := e.q.Sys.Loop
	jiffies := loop.Jiffies()
	at := loop.JiffyStart(sim.WheelExpiry(jiffies, jiffies+sim.Jiffies(loop.HZ()/10)))
	loop.At(at, &e.timer)
	if r := e.record(trace.TimerArm, trace.KyberTimer); r != nil {
		r.Aux, r.Sector, r.Arg = trace.TimerKyber, int64(at), loop.HZ()/10
		e.armedBy = e.q.Sys.Trace.Last()
	}
}

func (e *Elevator) record(kind trace.Kind, cause trace.Cause) *trace.Event {
	tr := e.q.Sys.Trace
	if tr == nil {
		return nil
	}
	r := tr.Add(int64(e.q.Sys.Loop.Now()), kind, e.q.Sys.Current.ID)
	r.Cause = cause
	return r
}

// Fire looks at the latencies. If the device answered a tenth of any domain's requests
// later than its target it is congested: domains get tokens in proportion to how near
// they are to their targets. Without congestion only a domain that misses its own
// target gets a new number, which is larger.
//
// Linux 6.18: block/kyber-iosched.c:kyber_timer_fn().
func (e *Elevator) Fire() {
	by := int32(trace.None)
	if r := e.record(trace.TimerFire, 0); r != nil {
		r.Aux, r.By = trace.TimerKyber, e.armedBy
		by = e.q.Sys.Trace.Because(e.q.Sys.Trace.Last())
	}
	congested := false
	for i := range e.domain {
		d := &e.domain[i]
		if d.measured && d.percentile(&d.io, 90) >= goodBuckets {
			congested = true
			if r := e.record(trace.Note, trace.KyberCongested); r != nil {
				r.Sector = int64(i)
			}
		}
	}
	for i := range e.domain {
		if d := &e.domain[i]; d.measured {
			d.adjust(congested)
		}
	}
	if e.q.Sys.Trace != nil {
		e.q.Sys.Trace.Because(by)
	}
}

// adjust gives the domain a new number of tokens, if its total latency calls for one.
func (d *domain) adjust(congested bool) {
	p99 := d.percentile(&d.total, 99)
	switch {
	case congested:
		if p99 == none {
			p99 = d.lastP99
		}
		d.lastP99 = none
	case p99 != none:
		d.lastP99 = p99
	}
	if p99 != none && (congested || p99 >= goodBuckets) {
		d.resize(d.tokens.Depth() * (p99 + 1) >> latencyShift)
	}
}

// resize sets the number of tokens, within 1 and what the domain began with.
//
// Linux 6.18: block/kyber-iosched.c:kyber_resize_domain().
func (d *domain) resize(tokens int) {
	tokens = min(max(tokens, 1), tokensMost[d.number])
	before := d.tokens.Depth()
	if tokens == before {
		return
	}
	d.tokens.Resize(tokens)
	cause := trace.KyberThrottled
	if tokens > before {
		cause = trace.KyberEased
	}
	if r := d.e.record(trace.ElevatorState, cause); r != nil {
		r.Aux, r.Sector, r.Arg = uint16(d.number), int64(d.number), int64(tokens)
	}
}

// percentile returns the bucket below which that share of h's latencies are, and empties
// h; none while there are few, unless a second has passed since some were first seen.
// Both histograms of a domain share that second.
//
// Linux 6.18: block/kyber-iosched.c:calculate_percentile().
func (d *domain) percentile(h *histogram, percent int) int {
	samples := 0
	for _, n := range h {
		samples += n
	}
	if samples == 0 {
		return none
	}
	loop := d.e.q.Sys.Loop
	now := loop.Jiffies()
	if d.timeout == 0 {
		d.timeout = now + sim.Jiffies(loop.HZ())
	}
	if samples < samplesMin && d.timeout.After(now) {
		return none
	}
	d.timeout = 0
	left := (samples*percent + 99) / 100
	bucket := 0
	for ; bucket < buckets-1; bucket++ {
		if h[bucket] >= left {
			break
		}
		left -= h[bucket]
	}
	*h = histogram{}
	return bucket
}
