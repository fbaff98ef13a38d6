package block

// Node is a request's place in a [Tree].
type Node struct {
	parent, left, right *Request
	red                 bool
	in                  bool
}

// Tree is a red-black tree of requests by start sector: the textbook one, whose
// shape the kernel's has too. With equal sectors what Find returns depends on
// that shape. The zero value is an empty tree.
//
// Linux 2.6.24: block/elevator.c:elv_rb_add(), lib/rbtree.c.
type Tree struct{ root *Request }

// Empty reports whether the tree has no request.
func (t *Tree) Empty() bool { return t.root == nil }

// InTree reports whether rq is in a tree.
func (rq *Request) InTree() bool { return rq.node.in }

// AddUnique puts rq in unless a request with its start sector is there, which
// it then returns.
func (t *Tree) AddUnique(rq *Request) (alias *Request) {
	var parent *Request
	link := &t.root
	for *link != nil {
		parent = *link
		switch {
		case rq.Sector < parent.Sector:
			link = &parent.node.left
		case rq.Sector > parent.Sector:
			link = &parent.node.right
		default:
			return parent
		}
	}
	t.insert(rq, parent, link)
	return nil
}

// Add puts rq in, to the right of requests with the same start sector.
//
// Linux 4.4: block/elevator.c:elv_rb_add().
func (t *Tree) Add(rq *Request) {
	var parent *Request
	link := &t.root
	for *link != nil {
		parent = *link
		if rq.Sector < parent.Sector {
			link = &parent.node.left
		} else {
			link = &parent.node.right
		}
	}
	t.insert(rq, parent, link)
}

// Find returns the first request met from the root that starts at sector, nil if none.
func (t *Tree) Find(sector int64) *Request {
	rq := t.root
	for rq != nil && rq.Sector != sector {
		if sector < rq.Sector {
			rq = rq.node.left
		} else {
			rq = rq.node.right
		}
	}
	return rq
}

// AtOrAbove returns the first request by sector that starts at sector or above, nil if none.
//
// Linux 6.18: block/mq-deadline.c:deadline_from_pos().
func (t *Tree) AtOrAbove(sector int64) *Request {
	var best *Request
	for rq := t.root; rq != nil; {
		if rq.Sector >= sector {
			best, rq = rq, rq.node.left
		} else {
			rq = rq.node.right
		}
	}
	return best
}

// First returns the request with the lowest sector, nil if the tree is empty.
func (t *Tree) First() *Request {
	rq := t.root
	if rq == nil {
		return nil
	}
	for rq.node.left != nil {
		rq = rq.node.left
	}
	return rq
}

// TreeNext returns the request behind rq by sector, nil at the end.
func (rq *Request) TreeNext() *Request {
	if n := rq.node.right; n != nil {
		for n.node.left != nil {
			n = n.node.left
		}
		return n
	}
	child, up := rq, rq.node.parent
	for up != nil && child == up.node.right {
		child, up = up, up.node.parent
	}
	return up
}

// TreePrev returns the request before rq by sector, nil at the start.
func (rq *Request) TreePrev() *Request {
	if n := rq.node.left; n != nil {
		for n.node.right != nil {
			n = n.node.right
		}
		return n
	}
	child, up := rq, rq.node.parent
	for up != nil && child == up.node.left {
		child, up = up, up.node.parent
	}
	return up
}

func (t *Tree) insert(rq, parent *Request, link **Request) {
	if rq.node.in {
		panic("block: Tree.Add: request is in a tree already")
	}
	rq.node = Node{parent: parent, red: true, in: true}
	*link = rq
	t.fixInsert(rq)
}

func (t *Tree) rotateLeft(x *Request) {
	y := x.node.right
	x.node.right = y.node.left
	if y.node.left != nil {
		y.node.left.node.parent = x
	}
	t.replaceChild(x, y)
	y.node.left = x
	x.node.parent = y
}

func (t *Tree) rotateRight(x *Request) {
	y := x.node.left
	x.node.left = y.node.right
	if y.node.right != nil {
		y.node.right.node.parent = x
	}
	t.replaceChild(x, y)
	y.node.right = x
	x.node.parent = y
}

// replaceChild hangs b where a hangs.
func (t *Tree) replaceChild(a, b *Request) {
	p := a.node.parent
	if b != nil {
		b.node.parent = p
	}
	switch {
	case p == nil:
		t.root = b
	case p.node.left == a:
		p.node.left = b
	default:
		p.node.right = b
	}
}

func (t *Tree) fixInsert(z *Request) {
	for p := z.node.parent; p != nil && p.node.red; p = z.node.parent {
		g := p.node.parent
		if p == g.node.left {
			if u := g.node.right; u != nil && u.node.red {
				p.node.red, u.node.red, g.node.red = false, false, true
				z = g
				continue
			}
			if z == p.node.right {
				t.rotateLeft(p)
				z, p = p, z
			}
			p.node.red, g.node.red = false, true
			t.rotateRight(g)
		} else {
			if u := g.node.left; u != nil && u.node.red {
				p.node.red, u.node.red, g.node.red = false, false, true
				z = g
				continue
			}
			if z == p.node.left {
				t.rotateRight(p)
				z, p = p, z
			}
			p.node.red, g.node.red = false, true
			t.rotateLeft(g)
		}
	}
	t.root.node.red = false
}

// Remove takes rq out. A node with two children is replaced by its successor.
//
// Preconditions: rq is in t.
func (t *Tree) Remove(rq *Request) {
	if !rq.node.in {
		panic("block: Tree.Remove: request is in no tree")
	}
	var child, parent *Request
	var red bool
	switch {
	case rq.node.left == nil || rq.node.right == nil:
		child = rq.node.left
		if child == nil {
			child = rq.node.right
		}
		parent, red = rq.node.parent, rq.node.red
		t.replaceChild(rq, child)
	default:
		next := rq.node.right
		for next.node.left != nil {
			next = next.node.left
		}
		child, red = next.node.right, next.node.red
		if next.node.parent == rq {
			parent = next
		} else {
			parent = next.node.parent
			parent.node.left = child
			if child != nil {
				child.node.parent = parent
			}
			next.node.right = rq.node.right
			next.node.right.node.parent = next
		}
		t.replaceChild(rq, next)
		next.node.left = rq.node.left
		next.node.left.node.parent = next
		next.node.red = rq.node.red
	}
	rq.node = Node{}
	if !red {
		t.fixRemove(child, parent)
	}
}

func isRed(rq *Request) bool { return rq != nil && rq.node.red }

func (t *Tree) fixRemove(x, parent *Request) {
	for x != t.root && !isRed(x) {
		if x == parent.node.left {
			w := parent.node.right
			if w.node.red {
				w.node.red, parent.node.red = false, true
				t.rotateLeft(parent)
				w = parent.node.right
			}
			if !isRed(w.node.left) && !isRed(w.node.right) {
				w.node.red = true
				x, parent = parent, parent.node.parent
				continue
			}
			if !isRed(w.node.right) {
				w.node.left.node.red = false
				w.node.red = true
				t.rotateRight(w)
				w = parent.node.right
			}
			w.node.red = parent.node.red
			parent.node.red, w.node.right.node.red = false, false
			t.rotateLeft(parent)
		} else {
			w := parent.node.left
			if w.node.red {
				w.node.red, parent.node.red = false, true
				t.rotateRight(parent)
				w = parent.node.left
			}
			if !isRed(w.node.left) && !isRed(w.node.right) {
				w.node.red = true
				x, parent = parent, parent.node.parent
				continue
			}
			if !isRed(w.node.left) {
				w.node.right.node.red = false
				w.node.red = true
				t.rotateLeft(w)
				w = parent.node.left
			}
			w.node.red = parent.node.red
			parent.node.red, w.node.left.node.red = false, false
			t.rotateRight(parent)
		}
		x = t.root
		break
	}
	if x != nil {
		x.node.red = false
	}
}
