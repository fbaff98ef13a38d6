package cfq44

import (
	"blkplay/core/block/rb"
	"blkplay/core/sim"
)

// serviceTree has the queues of one workload by the jiffy at which each is due.
// Unlike Linux, which has a red-black tree, this is a list: there are few queues.
type serviceTree struct {
	number      int32
	first, last *queue
	count       int
	think       thinkTime
}

func (t *serviceTree) init(number int32, now sim.Jiffies) {
	t.number, t.think.lastEnd = number, now
}

// add links c by key, behind those with the same.
func (t *serviceTree) add(c *queue, key sim.Jiffies) {
	pos := t.last
	for pos != nil && key.Before(pos.key) {
		pos = pos.prev
	}
	c.tree, c.key, c.prev = t, key, pos
	if pos == nil {
		c.next, t.first = t.first, c
	} else {
		c.next, pos.next = pos.next, c
	}
	if c.next == nil {
		t.last = c
	} else {
		c.next.prev = c
	}
	t.count++
}

func (t *serviceTree) remove(c *queue) {
	if c.prev == nil {
		t.first = c.next
	} else {
		c.prev.next = c.next
	}
	if c.next == nil {
		t.last = c.prev
	} else {
		c.next.prev = c.prev
	}
	c.tree, c.prev, c.next = nil, nil, nil
	t.count--
}

// addToTree links c where its class and type belong now, by the time at which it
// is due; with front before all others.
//
// Linux 4.4: block/cfq-iosched.c:cfq_service_tree_add().
func (e *Elevator) addToTree(c *queue, front bool) {
	tree := e.treeFor(c.wlClass(), c.wlType())
	now, hz := e.q.Jiffies(), sim.Jiffies(e.q.Sys.Loop.HZ())
	var key sim.Jiffies
	switch {
	case c.idle():
		key = now
		if tree.last != nil && tree.last != c {
			key = tree.last.key
		}
		key += hz / idleDelayHz
	case !front:
		key = now + sim.Jiffies(e.sliceOffset(c)) - sim.Jiffies(c.sliceResid)
		c.sliceResid = 0
	default:
		key = now
		if tree.first != nil {
			key = tree.first.key
		}
		key -= hz
	}
	isNew := c.tree == nil
	if !isNew {
		if c.key == key && c.tree == tree {
			return
		}
		c.tree.remove(c)
	}
	tree.add(c, key)
	if isNew && !front {
		e.nrQueues++
	}
}

// sliceOffset is how many jiffies c stands behind a queue of the highest
// priority: the more queues there are, the further.
//
// Linux 4.4: block/cfq-iosched.c:cfq_slice_offset().
func (e *Elevator) sliceOffset(c *queue) int64 {
	return int64(e.nrQueues-1) * (e.prioSlice(true, 0) - e.prioSlice(c.sync, c.level))
}

// addToPrio links c by the sector of its next request, for who looks for queues
// that work close by; not where another has that very sector.
//
// Linux 4.4: block/cfq-iosched.c:cfq_prio_tree_add().
func (e *Elevator) addToPrio(c *queue) {
	e.removeFromPrio(c)
	if c.idle() || c.nextRQ == nil {
		return
	}
	tree := &e.prio[c.orgLevel]
	parent, found, left := lookPrio(tree, c.nextRQ.Sector)
	if found == nil {
		tree.Insert(&c.place, c, parent, left)
		c.inPrio = tree
	}
}

// lookPrio searches for the queue whose next request starts at sector: found, or
// where it would be. The keys are live, so the shape of the tree matters.
//
// Linux 4.4: block/cfq-iosched.c:cfq_prio_tree_lookup().
func lookPrio(tree *rb.Tree[queue], sector int64) (parent *rb.Node[queue], found *queue, left bool) {
	for n := tree.Root(); n != nil; {
		parent = n
		switch at := n.Value().nextRQ.Sector; {
		case sector > at:
			n, left = n.Right(), false
		case sector < at:
			n, left = n.Left(), true
		default:
			return parent, n.Value(), false
		}
	}
	return parent, nil, left
}

func (e *Elevator) removeFromPrio(c *queue) {
	if c.inPrio != nil {
		c.inPrio.Remove(&c.place)
		c.inPrio = nil
	}
}

// addBusy puts c, which has got its first request, on its service tree.
//
// Linux 4.4: block/cfq-iosched.c:cfq_add_cfqq_rr(), cfq_resort_rr_list().
func (e *Elevator) addBusy(c *queue) {
	c.onRR = true
	e.busyQueues++
	if c.sync {
		e.busySyncQueues++
	}
	e.resort(c)
}

func (e *Elevator) resort(c *queue) {
	if c.onRR {
		e.addToTree(c, false)
		e.addToPrio(c)
	}
}

// delBusy takes c off its service tree.
//
// Linux 4.4: block/cfq-iosched.c:cfq_del_cfqq_rr(), cfq_group_notify_queue_del().
func (e *Elevator) delBusy(c *queue) {
	c.onRR = false
	if c.tree != nil {
		c.tree.remove(c)
	}
	e.removeFromPrio(c)
	e.nrQueues--
	if e.nrQueues == 0 {
		e.saved.left = 0
	}
	e.busyQueues--
	if c.sync {
		e.busySyncQueues--
	}
}

// thinkTime measures how long a task thinks between the end of a request and the next request.
type thinkTime struct {
	lastEnd              sim.Jiffies
	samples, total, mean uint64
}

// update takes the time since the last end into account, at most twice slice_idle.
//
// Linux 4.4: block/cfq-iosched.c:__cfq_update_io_thinktime().
func (t *thinkTime) update(now sim.Jiffies, sliceIdle int64) {
	elapsed := min(uint64(now-t.lastEnd), 2*uint64(sliceIdle))
	t.samples = (7*t.samples + 256) / 8
	t.total = (7*t.total + 256*elapsed) / 8
	t.mean = (t.total + 128) / t.samples
}

func (t *thinkTime) valid() bool { return t.samples > validSamples }

// big reports whether it is known to be longer than slice_idle.
//
// Linux 4.4: block/cfq-iosched.c:cfq_io_thinktime_big().
func (t *thinkTime) big(sliceIdle int64) bool { return t.valid() && t.mean > uint64(sliceIdle) }
