package rb

import (
	"slices"
	"testing"
)

type member struct {
	node Node[member]
	key  int
}

func insert(t *Tree[member], m *member) {
	var parent *Node[member]
	left := false
	for n := t.Root(); n != nil; {
		parent = n
		if left = m.key < n.Value().key; left {
			n = n.Left()
		} else {
			n = n.Right()
		}
	}
	t.Insert(&m.node, m, parent, left)
}

// check walks the tree, checks its colours and links and returns the keys in order.
func check(t *testing.T, tree *Tree[member]) []int {
	t.Helper()
	var keys []int
	var walk func(n, parent *Node[member]) int
	walk = func(n, parent *Node[member]) int {
		if n == nil {
			return 1
		}
		if n.parent != parent {
			t.Fatalf("%d has a wrong parent", n.value.key)
		}
		if n.red && parent != nil && parent.red {
			t.Fatalf("red under red at %d", n.value.key)
		}
		left := walk(n.left, n)
		keys = append(keys, n.value.key)
		right := walk(n.right, n)
		if left != right {
			t.Fatalf("black heights %d and %d under %d", left, right, n.value.key)
		}
		if n.red {
			return left
		}
		return left + 1
	}
	walk(tree.root, nil)
	return keys
}

func TestAgainstSorting(t *testing.T) {
	x := uint64(12345)
	roll := func(n int) int {
		x ^= x << 13
		x ^= x >> 7
		x ^= x << 17
		return int(x % uint64(n))
	}
	for range 200 {
		var tree Tree[member]
		var in []*member
		for range 120 {
			if len(in) > 0 && roll(5) < 2 {
				i := roll(len(in))
				tree.Remove(&in[i].node)
				in = slices.Delete(in, i, i+1)
			} else {
				m := &member{key: roll(60)}
				insert(&tree, m)
				in = append(in, m)
			}
			var want []int
			for _, m := range in {
				want = append(want, m.key)
			}
			slices.Sort(want)
			if got := check(t, &tree); !slices.Equal(got, want) {
				t.Fatalf("in order %v, want %v", got, want)
			}
		}
		n := 0
		for node := tree.First(); node != nil; node = node.Next() {
			if prev := node.Prev(); prev != nil && prev.Next() != node {
				t.Fatal("Prev and Next disagree")
			}
			n++
		}
		if n != len(in) {
			t.Fatalf("walked %d of %d", n, len(in))
		}
	}
}

func TestMisusePanics(t *testing.T) {
	var tree Tree[member]
	m := &member{key: 1}
	insert(&tree, m)
	for what, f := range map[string]func(){
		"inserting twice":            func() { tree.Insert(&m.node, m, nil, false) },
		"removing a node of no tree": func() { tree.Remove(&(&member{}).node) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s did not panic", what)
				}
			}()
			f()
		}()
	}
}
