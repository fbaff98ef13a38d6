// Package kyber is the elevator kyber: reads and writes have their own token budgets,
// and whoever does better than its latency target gives up tokens when the device is
// congested.
//
//	Insert ──▶ list of the domain ──(first token)──▶ flushed list ──(a token each)──▶ Dispatch
//	           bios merge here                       bios merge no more
//
//	Completed ──▶ histograms ──(timer, a tenth of a second)──▶ more or fewer tokens
//
// It sorts nothing and merges no requests. Domains take turns: up to 16 reads, up to 8 writes.
package kyber

import (
	"blkplay/core/block"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

// Host is what the queue does for the elevator: merging, recording, and running.
type Host interface {
	// ListMerge merges bio with one of the newest eight requests of list.
	ListMerge(list *block.RequestList, bio *block.Bio) bool
	// Inserted records that rq waits; due is 0: there are no deadlines.
	Inserted(rq *block.Request, due sim.Time)
	// RunAsync has kblockd run the hardware queue.
	RunAsync(why trace.Cause)
}

// Domains. Discards and all other requests have domains too, which stay empty here.
const (
	read = iota
	write
	discard
	other
	domains
)

// Linux 6.18: block/kyber-iosched.c:kyber_depth, kyber_batch_size, kyber_latency_targets.
var (
	tokensMost    = [domains]int{256, 128, 64, 16}
	batchSize     = [domains]int{16, 8, 1, 1}
	latencyTarget = [domains]sim.Time{2 * sim.Millisecond, 10 * sim.Millisecond, 5 * sim.Second, 0}
)

// asyncPercent of the scheduler tags are for writes that nobody waits for.
const asyncPercent = 75

// Elevator is kyber on a queue.
//
// Linux 6.18: block/kyber-iosched.c.
type Elevator struct {
	q    *block.RequestQueue
	host Host

	domain    [domains]domain
	curDomain int
	batching  int // requests of the batch under way
	asyncTags int

	tokenOf []int16 // by Request.Slot; -1: none
	timer   sim.Item
	armedBy int32 // the record of the timer's arming
}

// domain is what there is for each kind of request.
type domain struct {
	e       *Elevator
	waiting block.RequestList // kcq: bios can still merge
	flushed block.RequestList // khd.rqs
	tokens  block.BitmapQueue
	waiter  block.BitmapWaiter // for a token
	index   block.WaitIndex

	target   sim.Time
	io       histogram   // from issue to completion
	total    histogram   // from allocation to completion
	timeout  sim.Jiffies // samples are looked at then, however few; 0: not set
	lastP99  int         // remembered for the next congestion, -1: none
	number   int
	measured bool // latencies of it are kept
}

// New returns kyber on q with the defaults for that nr_requests.
//
// Linux 6.18: block/kyber-iosched.c:kyber_queue_data_alloc(), kyber_init_hctx(), kyber_depth_updated().
func New(q *block.RequestQueue, host Host, nrRequests int) *Elevator {
	e := &Elevator{q: q, host: host, asyncTags: nrRequests * asyncPercent / 100}
	for i := range e.domain {
		d := &e.domain[i]
		d.e, d.number, d.lastP99, d.target, d.measured = e, i, -1, latencyTarget[i], i != other
		d.tokens.Init(tokensMost[i])
		d.waiter.Bind(d, false)
	}
	e.timer.Bind(e)
	return e
}

// AsyncTags returns how many scheduler tags writes that nobody waits for may use.
func (e *Elevator) AsyncTags() int { return e.asyncTags }

func domainOf(flags trace.RWBS) int {
	if flags&trace.Write != 0 {
		return write
	}
	return read
}

// LimitDepth bounds writes without sync to three quarters of the tags.
//
// Linux 6.18: block/kyber-iosched.c:kyber_limit_depth().
func (e *Elevator) LimitDepth(flags trace.RWBS) int {
	if flags&(trace.Write|trace.Sync) == trace.Write {
		return e.asyncTags
	}
	return 0
}

// BioMerge merges bio with one of the newest requests of its domain that wait, if it can.
//
// Linux 6.18: block/kyber-iosched.c:kyber_bio_merge().
func (e *Elevator) BioMerge(bio *block.Bio) bool {
	return e.host.ListMerge(&e.domain[domainOf(bio.Flags)].waiting, bio)
}

// Insert puts rq last in its domain.
//
// Linux 6.18: block/kyber-iosched.c:kyber_insert_requests().
func (e *Elevator) Insert(rq *block.Request) {
	for int(rq.Slot) >= len(e.tokenOf) {
		e.tokenOf = append(e.tokenOf, -1)
	}
	e.host.Inserted(rq, 0)
	e.domain[domainOf(rq.RWBS)].waiting.PushBack(rq)
}

// HasWork reports whether a request waits.
//
// Linux 6.18: block/kyber-iosched.c:kyber_has_work().
func (e *Elevator) HasWork() bool {
	for i := range e.domain {
		if d := &e.domain[i]; !d.flushed.Empty() || !d.waiting.Empty() {
			return true
		}
	}
	return false
}

// Dispatch gives the next request of the batch under way, or begins another in the next
// domain that has a request and a token for it. Nil if there is none.
//
// Linux 6.18: block/kyber-iosched.c:kyber_dispatch_request().
func (e *Elevator) Dispatch() *block.Request {
	if e.batching < batchSize[e.curDomain] {
		if rq := e.dispatchCurrent(trace.KyberBatch); rq != nil {
			return rq
		}
	}
	e.batching = 0
	for range domains {
		e.curDomain = (e.curDomain + 1) % domains
		if rq := e.dispatchCurrent(trace.KyberTurn); rq != nil {
			return rq
		}
	}
	return nil
}

// dispatchCurrent gives the oldest request of the current domain if there is a token for it.
//
// Linux 6.18: block/kyber-iosched.c:kyber_dispatch_cur_domain().
func (e *Elevator) dispatchCurrent(why trace.Cause) *block.Request {
	d := &e.domain[e.curDomain]
	if d.flushed.Empty() && d.waiting.Empty() {
		return nil
	}
	token := d.getToken()
	if token < 0 {
		e.q.Hold(trace.KyberNoToken, int64(d.number), int64(d.tokens.Depth()))
		return nil
	}
	if d.flushed.Empty() {
		d.flush()
	}
	e.batching++
	rq := d.flushed.PopFront()
	e.tokenOf[rq.Slot] = int16(token)
	e.q.Choose(rq, why, int64(d.number), int64(e.batching))
	return rq
}

// flush moves all requests that wait to where no bio finds them.
//
// Linux 6.18: block/kyber-iosched.c:kyber_flush_busy_kcqs().
func (d *domain) flush() {
	n := d.waiting.Len()
	for rq := d.waiting.PopFront(); rq != nil; rq = d.waiting.PopFront() {
		d.flushed.PushBack(rq)
	}
	if tr := d.e.q.Sys.Trace; tr != nil {
		r := tr.Add(int64(d.e.q.Sys.Loop.Now()), trace.Note, d.e.q.Sys.Current.ID)
		r.Cause, r.Sector, r.Arg = trace.KyberFlushed, int64(d.number), int64(n)
	}
}

// getToken takes a token, or has the queue run once some have come back and returns -1.
//
// Linux 6.18: block/kyber-iosched.c:kyber_get_domain_token().
func (d *domain) getToken() int {
	token := d.tokens.Get()
	if token < 0 && !d.waiter.Queued() {
		d.tokens.Wait(&d.waiter, d.index.Next())
		token = d.tokens.Get()
	}
	if token >= 0 {
		d.waiter.Leave()
	}
	return token
}

// Woken hears that tokens came back.
//
// Linux 6.18: block/kyber-iosched.c:kyber_domain_wake().
func (d *domain) Woken(w *block.BitmapWaiter) {
	w.Leave()
	d.e.host.RunAsync(trace.RunToken)
}

// Finish gives rq's token back.
//
// Linux 6.18: block/kyber-iosched.c:kyber_finish_request().
func (e *Elevator) Finish(rq *block.Request) {
	if int(rq.Slot) >= len(e.tokenOf) {
		return
	}
	if token := e.tokenOf[rq.Slot]; token >= 0 {
		e.tokenOf[rq.Slot] = -1
		e.domain[domainOf(rq.RWBS)].tokens.Put(int(token))
	}
}

// Store writes a tunable, in ns.
//
// Linux 6.18: block/kyber-iosched.c:KYBER_LAT_SHOW_STORE.
func (e *Elevator) Store(name string, value int64) bool {
	switch name {
	case "read_lat_nsec":
		e.domain[read].target = sim.Time(value)
	case "write_lat_nsec":
		e.domain[write].target = sim.Time(value)
	default:
		return false
	}
	return true
}
