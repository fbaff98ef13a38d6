package block

import "testing"

func TestTreeUnique(t *testing.T) {
	var tree Tree
	a, b := &Request{Sector: 8}, &Request{Sector: 8}
	if tree.AddUnique(a) != nil {
		t.Fatal("an empty tree knows the sector")
	}
	if tree.AddUnique(b) != a || b.InTree() {
		t.Fatal("the alias was not returned, or both are in")
	}
	if tree.Find(8) != a || tree.Find(9) != nil {
		t.Fatal("Find is wrong")
	}
}

func TestListOrder(t *testing.T) {
	var l RequestList
	a, b, c := &Request{}, &Request{}, &Request{}
	l.PushBack(b)
	l.PushFront(a)
	l.InsertAfter(c, a)
	if l.First() != a || a.Next() != c || c.Next() != b || l.Last() != b || b.Prev() != c || l.Len() != 3 {
		t.Fatal("order is not a c b")
	}
	l.Remove(c)
	if a.Next() != b || b.Prev() != a || c.Listed() {
		t.Fatal("c is still linked")
	}
	mustPanic(t, "removing what is not on the list", func() { l.Remove(c) })
	mustPanic(t, "adding what is on a list", func() { l.PushBack(a) })
	if l.PopFront() != a || l.PopFront() != b || l.PopFront() != nil || !l.Empty() {
		t.Fatal("PopFront is wrong")
	}
}

func mustPanic(t *testing.T, what string, f func()) {
	t.Helper()
	defer func() {
		if recover() == nil {
			t.Fatalf("%s did not panic", what)
		}
	}()
	f()
}

func TestHashFindsTheNewest(t *testing.T) {
	var h MergeHash
	a, b := &Request{Sector: 0, Sectors: 8}, &Request{Sector: 4, Sectors: 4}
	h.Add(a)
	h.Add(b)
	if h.Find(8) != b {
		t.Fatal("not the newest of two with the same end")
	}
	b.Flags |= NoMerge
	if h.Find(8) != a || b.Flags&Hashed != 0 {
		t.Fatal("a closed request was not passed over and taken out")
	}
	a.Sectors = 16
	h.Rehash(a)
	if h.Find(8) != nil || h.Find(16) != a {
		t.Fatal("Rehash did not move the request to its new end")
	}
	h.Remove(a)
	h.Remove(a)
	if h.Find(16) != nil {
		t.Fatal("a removed request was found")
	}
}

// TestHashGrows puts in more requests than there are chains at first, two of each
// end: the newer is found first, also after the chains were made more.
func TestHashGrows(t *testing.T) {
	var h MergeHash
	older, newer := make([]Request, 2000), make([]Request, 2000)
	for i := range older {
		older[i] = Request{Sector: int64(i) * 8, Sectors: 8}
		newer[i] = Request{Sector: int64(i)*8 + 4, Sectors: 4}
		h.Add(&older[i])
	}
	for i := range newer {
		h.Add(&newer[i])
	}
	for i := range newer {
		end := int64(i)*8 + 8
		if h.Find(end) != &newer[i] {
			t.Fatalf("not the newest of two that end at %d", end)
		}
		h.Remove(&newer[i])
		if h.Find(end) != &older[i] {
			t.Fatalf("the older of two that end at %d is gone", end)
		}
		h.Remove(&older[i])
		if h.Find(end) != nil {
			t.Fatalf("a removed request that ends at %d was found", end)
		}
	}
}

func TestBestIOPrio(t *testing.T) {
	none, rt7, be0, be4, idle := IOPrio(0), MakeIOPrio(ClassRT, 7), MakeIOPrio(ClassBE, 0), MakeIOPrio(ClassBE, 4), MakeIOPrio(ClassIdle, 0)
	for _, c := range []struct{ a, b, want IOPrio }{
		{rt7, be0, rt7}, {be4, be0, be0}, {idle, be4, be4}, {none, idle, none}, {none, rt7, rt7},
	} {
		if got := BestIOPrio(c.a, c.b); got != c.want {
			t.Errorf("best of %d and %d is %d, want %d", c.a, c.b, got, c.want)
		}
		if got := BestIOPrio(c.b, c.a); got != c.want {
			t.Errorf("best of %d and %d is %d, want %d", c.b, c.a, got, c.want)
		}
	}
}
