package cfq44

import "blkplay/core/trace"

// near reports whether sector is close to where the disk is.
//
// Linux 4.4: block/cfq-iosched.c:cfq_rq_close().
func (e *Elevator) near(sector int64) bool {
	d := sector - e.lastPosition
	return d <= closeBy && -d <= closeBy
}

// closeCooperator returns another sync queue of c's priority whose next request
// is close to where the disk is, nil if there is none.
//
// Linux 4.4: block/cfq-iosched.c:cfq_close_cooperator().
func (e *Elevator) closeCooperator(c *queue) *queue {
	if c.idle() || !c.sync || c.seeky() || e.nrQueues == 1 {
		return nil
	}
	found := e.closest(c)
	if found == nil || !found.sync || found.seeky() || found.rt() != c.rt() {
		return nil
	}
	return found
}

// closest returns the queue whose next request is at, or else close to, the disk's position.
//
// Linux 4.4: block/cfq-iosched.c:cfqq_close().
func (e *Elevator) closest(c *queue) *queue {
	place, found, _ := lookPrio(&e.prio[c.orgLevel], e.lastPosition)
	if found != nil || place == nil {
		return found
	}
	if sector := place.Value().nextRQ.Sector; e.near(sector) {
		return place.Value()
	} else if sector < e.lastPosition {
		place = place.Next()
	} else {
		place = place.Prev()
	}
	if place != nil && e.near(place.Value().nextRQ.Sector) {
		return place.Value()
	}
	return nil
}

// processRefs counts the io_contexts that use c: what is not a request.
//
// Linux 4.4: block/cfq-iosched.c:cfqq_process_refs().
func (c *queue) processRefs() int { return c.ref - c.allocated }

// setupMerge has c and other become one: the one with fewer users is led to the other.
//
// Linux 4.4: block/cfq-iosched.c:cfq_setup_merge().
func (e *Elevator) setupMerge(c, other *queue) {
	if other.processRefs() == 0 {
		return
	}
	for other.newQueue != nil {
		if other.newQueue == c {
			return
		}
		other = other.newQueue
	}
	refs, otherRefs := c.processRefs(), other.processRefs()
	if refs == 0 || otherRefs == 0 {
		return
	}
	if otherRefs >= refs {
		c.newQueue = other
		other.ref += refs
		e.record(StateMerge, int64(c.id), int64(other.id), trace.CFQ44Merge)
	} else {
		other.newQueue = c
		c.ref += otherRefs
		e.record(StateMerge, int64(other.id), int64(c.id), trace.CFQ44Merge)
	}
}

// joinNew leads cic from c to the queue that c is to merge into.
//
// Linux 4.4: block/cfq-iosched.c:cfq_merge_cfqqs().
func (e *Elevator) joinNew(cic *cic, c *queue) *queue {
	cic.queue[1] = c.newQueue
	c.newQueue.coop = true
	e.putQueue(c)
	return cic.queue[1]
}

// split takes cic off c, which was shared; the last user keeps it. It returns
// the queue kept, nil if cic needs a new one.
//
// Linux 4.4: block/cfq-iosched.c:split_cfqq().
func (e *Elevator) split(cic *cic, c *queue) *queue {
	e.record(StateSplit, int64(c.id), 0, trace.CFQ44Split)
	if c.processRefs() == 1 {
		c.coop, c.splitCoop = false, false
		return c
	}
	cic.queue[1] = nil
	e.putCooperator(c)
	e.putQueue(c)
	return nil
}

// putCooperator gives up what c holds of the queues it was to merge into.
//
// Linux 4.4: block/cfq-iosched.c:cfq_put_cooperator().
func (e *Elevator) putCooperator(c *queue) {
	for other := c.newQueue; other != nil; {
		next := other.newQueue
		e.putQueue(other)
		other = next
	}
}
