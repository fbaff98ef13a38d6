package block

import "blkplay/core/block/rb"

// Tree holds requests by start sector. With equal sectors what Find returns
// depends on the tree's shape. The zero value is an empty tree.
//
// Linux 2.6.24, 4.4: block/elevator.c:elv_rb_add(), elv_rb_find().
type Tree struct{ rb.Tree[Request] }

// Empty reports whether the tree has no request.
func (t *Tree) Empty() bool { return t.Root() == nil }

// InTree reports whether rq is in a tree.
func (rq *Request) InTree() bool { return rq.node.In() }

// AddUnique puts rq in unless a request with its start sector is there, which
// it then returns.
//
// Linux 2.6.24: block/elevator.c:elv_rb_add().
func (t *Tree) AddUnique(rq *Request) (alias *Request) {
	var parent *rb.Node[Request]
	left := false
	for n := t.Root(); n != nil; {
		parent = n
		switch sector := n.Value().Sector; {
		case rq.Sector < sector:
			n, left = n.Left(), true
		case rq.Sector > sector:
			n, left = n.Right(), false
		default:
			return n.Value()
		}
	}
	t.Insert(&rq.node, rq, parent, left)
	return nil
}

// Add puts rq in, to the right of requests with the same start sector.
//
// Linux 4.4: block/elevator.c:elv_rb_add().
func (t *Tree) Add(rq *Request) {
	var parent *rb.Node[Request]
	left := false
	for n := t.Root(); n != nil; {
		parent = n
		if left = rq.Sector < n.Value().Sector; left {
			n = n.Left()
		} else {
			n = n.Right()
		}
	}
	t.Insert(&rq.node, rq, parent, left)
}

// Remove takes rq out.
//
// Preconditions: rq is in t.
func (t *Tree) Remove(rq *Request) { t.Tree.Remove(&rq.node) }

// Find returns the first request met from the root that starts at sector, nil if none.
func (t *Tree) Find(sector int64) *Request {
	for n := t.Root(); n != nil; {
		switch rq := n.Value(); {
		case sector < rq.Sector:
			n = n.Left()
		case sector > rq.Sector:
			n = n.Right()
		default:
			return rq
		}
	}
	return nil
}

// AtOrAbove returns the first request by sector that starts at sector or above, nil if none.
//
// Linux 6.18: block/mq-deadline.c:deadline_from_pos().
func (t *Tree) AtOrAbove(sector int64) *Request {
	var best *Request
	for n := t.Root(); n != nil; {
		if rq := n.Value(); rq.Sector >= sector {
			best, n = rq, n.Left()
		} else {
			n = n.Right()
		}
	}
	return best
}

// First returns the request with the lowest sector, nil if the tree is empty.
func (t *Tree) First() *Request { return t.Tree.First().Value() }

// TreeNext returns the request behind rq by sector, nil at the end.
func (rq *Request) TreeNext() *Request { return rq.node.Next().Value() }

// TreePrev returns the request before rq by sector, nil at the start.
func (rq *Request) TreePrev() *Request { return rq.node.Prev().Value() }
