package cfq44

import (
	"blkplay/core/sim"
	"blkplay/core/trace"
)

// prioSlice is the slice of a priority, in jiffies.
//
// Linux 4.4: block/cfq-iosched.c:cfq_prio_slice().
func (e *Elevator) prioSlice(sync bool, level int) int64 {
	base := e.slice[index(sync)]
	return base + base/sliceScale*int64(4-level)
}

// busy counts the queues of a class.
//
// Linux 4.4: block/cfq-iosched.c:cfq_group_busy_queues_wl().
func (e *Elevator) busy(class int) int64 {
	if class == classIdle {
		return int64(e.idleTree.count)
	}
	t := &e.trees[class]
	return int64(t[typeAsync].count + t[typeSyncNoIdle].count + t[typeSync].count)
}

// avgQueues counts the queues of a class, slow to fall. Each call counts anew.
//
// Linux 4.4: block/cfq-iosched.c:cfq_group_get_avg_queues().
func (e *Elevator) avgQueues(class int) int64 {
	busy, avg := e.busy(class), e.busyAvg[class]
	e.busyAvg[class] = (3*max(busy, avg) + min(busy, avg) + 2) / 4
	return e.busyAvg[class]
}

// scaledSlice is c's slice, shorter where there are so many queues that a round
// would take longer than target_latency.
//
// Linux 4.4: block/cfq-iosched.c:cfq_scaled_cfqq_slice().
func (e *Elevator) scaledSlice(c *queue) int64 {
	slice := e.prioSlice(c.sync, c.level)
	if e.lowLatency == 0 {
		return slice
	}
	class := classBE
	if c.rt() {
		class = classRT
	}
	round := e.slice[1] * e.avgQueues(class)
	if round > e.targetLatency {
		low := min(slice, 2*e.sliceIdle*slice/e.slice[1])
		slice = max(slice*e.targetLatency/round, low)
	}
	return slice
}

// beginSlice starts the clock of c's slice: at its first completion.
//
// Linux 4.4: block/cfq-iosched.c:cfq_set_prio_slice().
func (e *Elevator) beginSlice(c *queue) {
	slice := e.scaledSlice(c)
	c.sliceStart = e.q.Jiffies()
	c.sliceEnd = c.sliceStart + sim.Jiffies(slice)
	c.sliceNew = false
	e.record(StateSlice, int64(c.id), slice, 0)
}

// sliceUsed reports whether c's slice is over; one that has not begun is not.
//
// Linux 4.4: block/cfq-iosched.c:cfq_slice_used().
func (e *Elevator) sliceUsed(c *queue) bool {
	return !c.sliceNew && !e.q.Jiffies().Before(c.sliceEnd)
}

// sliceUsedSoon reports whether what c has in flight will use its slice up.
//
// Linux 4.4: block/cfq-iosched.c:cfq_slice_used_soon().
func (e *Elevator) sliceUsedSoon(c *queue) bool {
	return c.sliceNew || (e.q.Jiffies() + sim.Jiffies(e.sliceIdle*int64(c.dispatched))).After(c.sliceEnd)
}

// setActive begins c's turn; c may be nil.
//
// Linux 4.4: block/cfq-iosched.c:__cfq_set_active_queue().
func (e *Elevator) setActive(c *queue, why trace.Cause) {
	if c != nil {
		c.sliceStart, c.sliceEnd, c.sliceDispatch = 0, 0, 0
		c.waitRequest, c.mustDispatch, c.mustAllocSlice, c.fifoExpire = false, false, false, false
		c.sliceNew = true
		e.delTimer()
		e.record(StateActive, int64(c.id), int64(c.fifo.Len()), why)
	}
	e.active = c
}

// expireActive ends the turn of the active queue, if there is one.
//
// Linux 4.4: block/cfq-iosched.c:cfq_slice_expired().
func (e *Elevator) expireActive(timedOut bool, why trace.Cause) {
	if e.active != nil {
		e.expire(e.active, timedOut, why)
	}
}

// expire ends c's turn. With timedOut it keeps what was left of its slice, or
// owes what it took too much, when it is put on its tree again.
//
// Linux 4.4: block/cfq-iosched.c:__cfq_slice_expired(), cfq_group_served().
func (e *Elevator) expire(c *queue, timedOut bool, why trace.Cause) {
	now := e.q.Jiffies()
	if c.waitRequest {
		e.delTimer()
	}
	c.waitRequest, c.waitBusy = false, false
	if c.coop && c.seeky() {
		c.splitCoop = true
	}
	if timedOut {
		if c.sliceNew {
			c.sliceResid = e.scaledSlice(c)
		} else {
			c.sliceResid = int64(c.sliceEnd - now)
		}
	}
	if e.q.Sys.Trace != nil {
		left := int64(0)
		if !c.sliceNew {
			left = int64(c.sliceEnd - now)
		}
		e.record(StateExpired, int64(c.id), left, why)
	}
	e.saved.left = 0
	if e.workloadExpires.After(now) {
		e.saved.left = e.workloadExpires - now
		e.saved.class, e.saved.kind = e.servingClass, e.servingType
	}
	if c.onRR && c.empty() {
		e.delBusy(c)
	}
	e.resort(c)
	if c == e.active {
		e.active = nil
	}
	if held := e.activeCIC; held != nil {
		e.activeCIC = nil
		e.host.PutContext(held.icq.Context, trace.CFQ44ActiveDrops)
	}
}

// chooseWorkload decides which service tree is served next, and how long.
//
// Linux 4.4: block/cfq-iosched.c:cfq_choose_cfqg(), choose_wl_class_and_type().
func (e *Elevator) chooseWorkload() {
	now := e.q.Jiffies()
	if e.saved.left != 0 {
		e.workloadExpires = now + e.saved.left
		e.servingClass, e.servingType = e.saved.class, e.saved.kind
	} else {
		e.workloadExpires = now - 1
	}
	before := e.servingClass
	switch {
	case e.busy(classRT) > 0:
		e.servingClass = classRT
	case e.busy(classBE) > 0:
		e.servingClass = classBE
	default:
		e.servingClass = classIdle
		e.workloadExpires = now + 1
		return
	}
	if before == e.servingClass && e.treeFor(e.servingClass, e.servingType).count > 0 && !now.After(e.workloadExpires) {
		return
	}
	e.servingType = e.chooseType(e.servingClass)
	slice := e.workloadSlice()
	e.workloadExpires = now + sim.Jiffies(slice)
	e.record(StateWorkload, int64(e.treeFor(e.servingClass, e.servingType).number), slice, trace.CFQ44Workload)
}

// chooseType returns the type whose first queue is due earliest.
//
// Linux 4.4: block/cfq-iosched.c:cfq_choose_wl_type().
func (e *Elevator) chooseType(class int) int {
	best := typeSyncNoIdle
	var first *queue
	for kind := range e.trees[class] {
		c := e.trees[class][kind].first
		if c != nil && (first == nil || c.key.Before(first.key)) {
			first, best = c, kind
		}
	}
	return best
}

// workloadSlice is the time of the serving tree: its queues' part of target_latency.
//
// Linux 4.4: block/cfq-iosched.c:choose_wl_class_and_type().
func (e *Elevator) workloadSlice() int64 {
	class := e.servingClass
	slice := e.targetLatency * int64(e.treeFor(class, e.servingType).count) / max(e.busyAvg[class], e.busy(class))
	if e.servingType == typeAsync {
		async := int64(e.trees[classRT][typeAsync].count + e.trees[classBE][typeAsync].count)
		slice = min(slice, e.targetLatency*async/int64(e.busyQueues))
		slice = slice * e.slice[0] / e.slice[1]
	} else {
		slice = max(slice, 2*e.sliceIdle)
	}
	return max(slice, minTreeTime)
}
