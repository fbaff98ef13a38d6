package cfq2624

import "blkplay/core/block/rb"

// place puts q into the service tree by its key, or moves it there; in front it
// gets the least key, and goes first in its class.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_service_tree_add(), cfq_slice_offset().
func (e *Elevator) place(q *queue, front bool) {
	key := uint64(0)
	if !front {
		offset := uint32(e.busy-1) * uint32(e.prioSlice(sync, 0)-e.slice(q)) // wraps as the kernel's does
		key = uint64(offset) + uint64(e.q.Jiffies()) + uint64(q.sliceResid)
		q.sliceResid = 0
	}
	if q.node.In() {
		if key == q.key {
			return
		}
		e.service.Remove(&q.node)
	}
	q.key = key
	var parent *rb.Node[queue]
	left := false
	for n := e.service.Root(); n != nil; {
		parent = n
		if left = goesLeft(q, n.Value()); left {
			n = n.Left()
		} else {
			n = n.Right()
		}
	}
	e.service.Insert(&q.node, q, parent, left)
}

// goesLeft reports whether q stands left of other: RT first, IDLE last, then by key.
func goesLeft(q, other *queue) bool {
	switch {
	case q.isRT() != other.isRT():
		return q.isRT()
	case q.isIdle() != other.isIdle():
		return other.isIdle()
	}
	return q.key < other.key
}

// resort places q anew, if it has requests.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_resort_rr_list().
func (e *Elevator) resort(q *queue) {
	if q.onRR {
		e.place(q, false)
	}
}

// addToService takes in a queue that has requests again.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_add_cfqq_rr().
func (e *Elevator) addToService(q *queue) {
	q.onRR = true
	e.busy++
	e.resort(q)
}

// leaveService takes out a queue whose last request is gone.
//
// Linux 2.6.24: block/cfq-iosched.c:cfq_del_cfqq_rr().
func (e *Elevator) leaveService(q *queue) {
	q.onRR = false
	e.service.Remove(&q.node)
	e.busy--
}
