package block

import "testing"

func TestNearer(t *testing.T) {
	reach := Reach{Back: 1000, Penalty: 2}
	const last = 5000
	for _, c := range []struct {
		what       string
		a, b, want int64
	}{
		{"ahead, the nearer", 5100, 5200, 5100},
		{"behind counts twice", 4950, 5090, 5090},
		{"behind, but nearer even so", 4950, 5110, 4950},
		{"equally near: the one in front", 4950, 5100, 5100},
		{"behind and in reach against far ahead", 4000, 9000, 4000},
		{"out of reach against far ahead", 3999, 9_000_000, 9_000_000},
		{"both out of reach: from the front", 10, 2000, 10},
		{"at the head", 5000, 5001, 5000},
	} {
		a, b := &Request{Sector: c.a}, &Request{Sector: c.b}
		if got := reach.Nearer(a, b, last); got.Sector != c.want {
			t.Errorf("%s: %d, want %d", c.what, got.Sector, c.want)
		}
		if got := reach.Nearer(b, a, last); got.Sector != c.want {
			t.Errorf("%s, the other way round: %d, want %d", c.what, got.Sector, c.want)
		}
	}
	a := &Request{Sector: 1}
	if reach.Nearer(a, nil, last) != a || reach.Nearer(nil, a, last) != a || reach.Nearer(a, a, last) != a || reach.Nearer(nil, nil, last) != nil {
		t.Error("of a request and none the request was not returned")
	}
}

func TestNeighbours(t *testing.T) {
	var tree Tree
	a, b, c := &Request{Sector: 1}, &Request{Sector: 2}, &Request{Sector: 3}
	for _, rq := range []*Request{b, a, c} {
		tree.Add(rq)
	}
	if next, prev := tree.Neighbours(b); next != c || prev != a {
		t.Error("of the middle one")
	}
	if next, prev := tree.Neighbours(c); next != a || prev != b {
		t.Error("behind the last comes the first")
	}
	tree.Remove(a)
	tree.Remove(c)
	if next, prev := tree.Neighbours(b); next != nil || prev != nil {
		t.Error("the only one has a neighbour")
	}
}
