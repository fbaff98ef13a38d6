package cfq44

import (
	"blkplay/core/block"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

// pageBytes is PAGE_CACHE_SIZE.
const pageBytes = 4096

// AddRequest puts rq into its queue, which may end an idle wait or preempt the
// active queue: then the queue is run at once. It sets rq.FifoTime.
//
// Linux 4.4: block/cfq-iosched.c:cfq_insert_request().
func (e *Elevator) AddRequest(rq *block.Request) {
	c := e.ownerOf(rq)
	e.applyPrio(c, e.cics[rq.ICQ.Slot])
	rq.FifoTime = e.q.Jiffies() + e.FifoSpan(rq)
	c.fifo.PushBack(rq)
	e.addBySector(c, rq)
	e.enqueued(c, rq)
}

// FifoSpan returns after how many jiffies rq is late.
func (e *Elevator) FifoSpan(rq *block.Request) sim.Jiffies {
	return sim.Jiffies(e.fifoExpire[index(rq.IsSync())])
}

// addBySector puts rq into the queue's tree and sees whether it goes next.
//
// Linux 4.4: block/cfq-iosched.c:cfq_add_rq_rb().
func (e *Elevator) addBySector(c *queue, rq *block.Request) {
	c.queued[index(rq.IsSync())]++
	c.sorted.Add(rq)
	if !c.onRR {
		e.addBusy(c)
	}
	before := c.nextRQ
	c.nextRQ = e.choose(c.nextRQ, rq, e.lastPosition)
	if before != c.nextRQ {
		e.addToPrio(c)
	}
}

// enqueued keeps the figures by which cfq knows a task, and sees whether rq is
// what the disk idles for, or is worth more than what it does.
//
// Linux 4.4: block/cfq-iosched.c:cfq_rq_enqueued().
func (e *Elevator) enqueued(c *queue, rq *block.Request) {
	cic := e.cics[rq.ICQ.Slot]
	e.rqQueued++
	if c.sync {
		now := e.q.Jiffies()
		cic.think.update(now, e.sliceIdle)
		c.tree.think.update(now, e.sliceIdle)
	}
	c.noteSeek(rq)
	e.updateIdleWindow(c, cic)
	c.lastRequestPos = rq.End()
	if c != e.active {
		if why := e.shouldPreempt(c, rq); why != 0 {
			e.preempt(c, why)
			e.runNow()
		}
		return
	}
	if !c.waitRequest {
		return
	}
	if int64(rq.Sectors)*512 > pageBytes || e.busyQueues > 1 {
		e.delTimer()
		c.waitRequest = false
		if e.q.Sys.Trace != nil {
			r := e.q.Record(trace.Note)
			r.Cause, r.Req = trace.CFQ44RequestInIdle, rq.ID
		}
		e.runNow()
	} else {
		c.mustDispatch = true
	}
}

// runNow has the queue run because of the record added last.
func (e *Elevator) runNow() {
	before := e.q.Because()
	e.host.RunQueue()
	e.q.Therefore(before)
}

// noteSeek remembers whether rq is far from the request before.
//
// Linux 4.4: block/cfq-iosched.c:cfq_update_io_seektime().
func (c *queue) noteSeek(rq *block.Request) {
	distance := int64(0)
	if c.lastRequestPos != 0 {
		distance = rq.Sector - c.lastRequestPos
		if distance < 0 {
			distance = -distance
		}
	}
	c.seekHistory <<= 1
	if distance > seekyJump {
		c.seekHistory |= 1
	}
}

// updateIdleWindow decides whether the disk idles when c runs empty.
//
// Linux 4.4: block/cfq-iosched.c:cfq_update_idle_window().
func (e *Elevator) updateIdleWindow(c *queue, cic *cic) {
	if !c.sync || c.idle() {
		return
	}
	if c.queued[0]+c.queued[1] >= 4 {
		c.deep = true
	}
	switch {
	case cic.icq.Context.ActiveRef == 0 || e.sliceIdle == 0 || !c.deep && c.seeky():
		c.idleWindow = false
	case cic.think.valid():
		c.idleWindow = cic.think.mean <= uint64(e.sliceIdle)
	}
}

// choose returns which of two requests is the better one to follow sector last:
// sync before async, forward before backward, and near before far.
//
// Linux 4.4: block/cfq-iosched.c:cfq_choose_req().
func (e *Elevator) choose(a, b *block.Request, last int64) *block.Request {
	if a != nil && b != nil && a.IsSync() != b.IsSync() {
		if a.IsSync() {
			return a
		}
		return b
	}
	reach := block.Reach{Back: 2 * e.backSeekMax, Penalty: e.backSeekPenalty}
	return reach.Nearer(a, b, last)
}

// findNext returns the request of c that follows rq best.
//
// Linux 4.4: block/cfq-iosched.c:cfq_find_next_rq().
func (e *Elevator) findNext(c *queue, rq *block.Request) *block.Request {
	next, prev := c.sorted.Neighbours(rq)
	return e.choose(next, prev, rq.Sector)
}

// remove takes rq out of its queue.
//
// Linux 4.4: block/cfq-iosched.c:cfq_remove_request(), cfq_del_rq_rb().
func (e *Elevator) remove(c *queue, rq *block.Request) {
	if c.nextRQ == rq {
		c.nextRQ = e.findNext(c, rq)
	}
	c.fifo.Remove(rq)
	c.queued[index(rq.IsSync())]--
	c.sorted.Remove(rq)
	if c.onRR && c.empty() {
		e.removeFromPrio(c) // it stays on its service tree until it expires
	}
	e.rqQueued--
}

// AllowMerge lets a bio join only requests of its task's own queue.
//
// Linux 4.4: block/cfq-iosched.c:cfq_allow_merge().
func (e *Elevator) AllowMerge(rq *block.Request, bio *block.Bio) bool {
	sync := bioSync(bio)
	if sync && !rq.IsSync() {
		return false
	}
	cic := e.cicOf(e.q.Sys.Current.Context)
	return cic != nil && cic.queue[index(sync)] == e.ownerOf(rq)
}

func bioSync(bio *block.Bio) bool { return !bio.Write() || bio.Flags&trace.Sync != 0 }

// Merge returns the request of the task's queue that starts where bio ends, nil if there is none.
//
// Linux 4.4: block/cfq-iosched.c:cfq_find_rq_fmerge().
func (e *Elevator) Merge(bio *block.Bio) *block.Request {
	if cic := e.cicOf(e.q.Sys.Current.Context); cic != nil {
		if c := cic.queue[index(bioSync(bio))]; c != nil {
			return c.sorted.Find(bio.End())
		}
	}
	return nil
}

// Merged moves rq to its new place by sector after a front merge.
//
// Linux 4.4: block/cfq-iosched.c:cfq_merged_request(), cfq_reposition_rq_rb().
func (e *Elevator) Merged(rq *block.Request, front bool) {
	if !front {
		return
	}
	c := e.ownerOf(rq)
	c.sorted.Remove(rq)
	c.queued[index(rq.IsSync())]--
	e.addBySector(c, rq)
}

// MergeRequests gives rq the fifo place of next, which it absorbed, if that was older.
//
// Linux 4.4: block/cfq-iosched.c:cfq_merged_requests().
func (e *Elevator) MergeRequests(rq, next *block.Request) {
	c, other := e.ownerOf(rq), e.ownerOf(next)
	if c == other && next.FifoTime.Before(rq.FifoTime) {
		c.fifo.Remove(rq)
		c.fifo.InsertAfter(rq, next)
		rq.FifoTime = next.FifoTime
	}
	if c.nextRQ == next {
		c.nextRQ = rq
	}
	e.remove(other, next)
	if other.onRR && other.empty() && other != e.active {
		e.delBusy(other)
	}
}

// Former returns the request before rq by sector in its queue, nil if there is none.
func (e *Elevator) Former(rq *block.Request) *block.Request { return rq.TreePrev() }

// Latter returns the request behind rq by sector in its queue, nil if there is none.
func (e *Elevator) Latter(rq *block.Request) *block.Request { return rq.TreeNext() }
