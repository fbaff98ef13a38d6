// Package rb is a red-black tree through its members: the textbook one, whose
// shape the kernel's trees have too. That matters where an order is not strict,
// so that what a search meets first depends on the shape.
//
// Linux 2.6.24, 4.4, 6.18: lib/rbtree.c.
package rb

// Node is a member's place in a tree: embed it by value.
type Node[T any] struct {
	parent, left, right *Node[T]
	value               *T
	red                 bool
}

// In reports whether the node is in a tree.
func (n *Node[T]) In() bool { return n.value != nil }

// Value returns the member, nil if the node is nil or in no tree.
func (n *Node[T]) Value() *T {
	if n == nil {
		return nil
	}
	return n.value
}

// Left and Right return the subtrees under n, for a search; nil: there is none.
func (n *Node[T]) Left() *Node[T]  { return n.left }
func (n *Node[T]) Right() *Node[T] { return n.right }

// Tree is a tree of nodes in the order in which [Tree.Insert] put them. The zero
// value is empty.
type Tree[T any] struct{ root *Node[T] }

// Root returns where a search begins, nil if the tree is empty.
func (t *Tree[T]) Root() *Node[T] { return t.root }

// First returns the leftmost node, nil if the tree is empty.
func (t *Tree[T]) First() *Node[T] {
	n := t.root
	if n == nil {
		return nil
	}
	for n.left != nil {
		n = n.left
	}
	return n
}

// Next returns the node to the right of n, nil at the end.
func (n *Node[T]) Next() *Node[T] {
	if r := n.right; r != nil {
		for r.left != nil {
			r = r.left
		}
		return r
	}
	up := n.parent
	for up != nil && n == up.right {
		n, up = up, up.parent
	}
	return up
}

// Prev returns the node to the left of n, nil at the start.
func (n *Node[T]) Prev() *Node[T] {
	if l := n.left; l != nil {
		for l.right != nil {
			l = l.right
		}
		return l
	}
	up := n.parent
	for up != nil && n == up.left {
		n, up = up, up.parent
	}
	return up
}

// Insert hangs n, which stands for value, under parent, on its left or its
// right; parent is nil for the first.
//
// Preconditions: n is in no tree; parent has no child on that side.
func (t *Tree[T]) Insert(n *Node[T], value *T, parent *Node[T], left bool) {
	if n.value != nil {
		panic("rb: Tree.Insert: node is in a tree already")
	}
	*n = Node[T]{parent: parent, value: value, red: true}
	switch {
	case parent == nil:
		t.root = n
	case left:
		parent.left = n
	default:
		parent.right = n
	}
	t.fixInsert(n)
}

func (t *Tree[T]) rotateLeft(x *Node[T]) {
	y := x.right
	x.right = y.left
	if y.left != nil {
		y.left.parent = x
	}
	t.replaceChild(x, y)
	y.left = x
	x.parent = y
}

func (t *Tree[T]) rotateRight(x *Node[T]) {
	y := x.left
	x.left = y.right
	if y.right != nil {
		y.right.parent = x
	}
	t.replaceChild(x, y)
	y.right = x
	x.parent = y
}

// replaceChild hangs b where a hangs.
func (t *Tree[T]) replaceChild(a, b *Node[T]) {
	p := a.parent
	if b != nil {
		b.parent = p
	}
	switch {
	case p == nil:
		t.root = b
	case p.left == a:
		p.left = b
	default:
		p.right = b
	}
}

func (t *Tree[T]) fixInsert(z *Node[T]) {
	for p := z.parent; p != nil && p.red; p = z.parent {
		g := p.parent
		if p == g.left {
			if u := g.right; u != nil && u.red {
				p.red, u.red, g.red = false, false, true
				z = g
				continue
			}
			if z == p.right {
				t.rotateLeft(p)
				z, p = p, z
			}
			p.red, g.red = false, true
			t.rotateRight(g)
		} else {
			if u := g.left; u != nil && u.red {
				p.red, u.red, g.red = false, false, true
				z = g
				continue
			}
			if z == p.left {
				t.rotateRight(p)
				z, p = p, z
			}
			p.red, g.red = false, true
			t.rotateLeft(g)
		}
	}
	t.root.red = false
}

// Remove takes n out. A node with two children is replaced by its successor.
//
// Preconditions: n is in t.
func (t *Tree[T]) Remove(n *Node[T]) {
	if n.value == nil {
		panic("rb: Tree.Remove: node is in no tree")
	}
	var child, parent *Node[T]
	var red bool
	switch {
	case n.left == nil || n.right == nil:
		child = n.left
		if child == nil {
			child = n.right
		}
		parent, red = n.parent, n.red
		t.replaceChild(n, child)
	default:
		next := n.right
		for next.left != nil {
			next = next.left
		}
		child, red = next.right, next.red
		if next.parent == n {
			parent = next
		} else {
			parent = next.parent
			parent.left = child
			if child != nil {
				child.parent = parent
			}
			next.right = n.right
			next.right.parent = next
		}
		t.replaceChild(n, next)
		next.left = n.left
		next.left.parent = next
		next.red = n.red
	}
	*n = Node[T]{}
	if !red {
		t.fixRemove(child, parent)
	}
}

func isRed[T any](n *Node[T]) bool { return n != nil && n.red }

func (t *Tree[T]) fixRemove(x, parent *Node[T]) {
	for x != t.root && !isRed(x) {
		if x == parent.left {
			w := parent.right
			if w.red {
				w.red, parent.red = false, true
				t.rotateLeft(parent)
				w = parent.right
			}
			if !isRed(w.left) && !isRed(w.right) {
				w.red = true
				x, parent = parent, parent.parent
				continue
			}
			if !isRed(w.right) {
				w.left.red = false
				w.red = true
				t.rotateRight(w)
				w = parent.right
			}
			w.red = parent.red
			parent.red, w.right.red = false, false
			t.rotateLeft(parent)
		} else {
			w := parent.left
			if w.red {
				w.red, parent.red = false, true
				t.rotateRight(parent)
				w = parent.left
			}
			if !isRed(w.left) && !isRed(w.right) {
				w.red = true
				x, parent = parent, parent.parent
				continue
			}
			if !isRed(w.left) {
				w.right.red = false
				w.red = true
				t.rotateLeft(w)
				w = parent.left
			}
			w.red = parent.red
			parent.red, w.left.red = false, false
			t.rotateRight(parent)
		}
		x = t.root
		break
	}
	if x != nil {
		x.red = false
	}
}
