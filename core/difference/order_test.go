package difference

import (
	"testing"

	"blkplay/core/trace"
)

func TestOrder(t *testing.T) {
	for _, c := range []struct {
		name           string
		real, simulate []int32 // place of each bio's request
		want           Order
	}{
		{"nothing", nil, nil, Order{First: -1}},
		{"the same", []int32{0, 1, 1, 2}, []int32{0, 1, 1, 2}, Order{Bios: 4, Same: 4, Together: 4, First: -1}},
		{"one goes last", []int32{0, 1, 2, 3}, []int32{3, 0, 1, 2}, Order{Bios: 4, Same: 3, Together: 4, First: 0}},
		{"backwards", []int32{0, 1, 2}, []int32{2, 1, 0}, Order{Bios: 3, Same: 1, Together: 3, First: 0}},
		{"merged on one side", []int32{0, 0, 1}, []int32{0, 1, 2}, Order{Bios: 3, Same: 3, Together: 2, First: 1}},
	} {
		real, simulated := newSide(), newSide()
		for i := range 4 {
			real.dispatch = append(real.dispatch, Dispatch{Sector: int64(i)})
			simulated.dispatch = append(simulated.dispatch, Dispatch{Sector: int64(10 + i)})
		}
		var pairs []pair
		for i := range c.real {
			pairs = append(pairs, pair{c.real[i], c.simulate[i]})
		}
		got := compare(real, simulated, pairs)
		got.RealNext, got.SimulatedNext = Dispatch{}, Dispatch{}
		if got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

func TestLearner(t *testing.T) {
	l := newLearner()
	now := int64(0)
	serve := func(req int32, write bool, sector int64, sectors int32, ns int64) {
		e := trace.Event{Kind: trace.Issue, Time: now, Req: req, Sector: sector, Sectors: sectors}
		if write {
			e.RWBS = trace.Write
		}
		l.add(&e)
		now += ns
		e.Kind, e.Time = trace.Complete, now
		l.add(&e)
	}
	if _, ok := l.device(); ok {
		t.Error("a device of nothing")
	}
	serve(0, false, 0, 8, 100)
	serve(1, false, 8, 8, 300)
	serve(2, false, 16, 8, 120)
	serve(3, true, 24, 256, 1000)
	serve(4, false, 1<<30, 8, 5000)
	d, ok := l.device()
	if !ok || d.Depth != 1 {
		t.Fatal(d)
	}
	table := d.Table
	want := [][]int64{{8, 512}, {0, 1 << 20}, {120, 5000, 1000, 1000}, {120, 5000, 1000, 1000}}
	for i, got := range [][]int64{table.Sizes, table.Seeks, table.Read, table.Write} {
		if len(got) != len(want[i]) {
			t.Fatalf("%d: %v, want %v", i, got, want[i])
		}
		for k := range got {
			if got[k] != want[i][k] {
				t.Errorf("%d: %v, want %v", i, got, want[i])
			}
		}
	}
}

func TestACellKeepsSomeOfMany(t *testing.T) {
	var c cell
	for i := range int64(100_000) {
		c.add(i)
	}
	if m := c.median(); len(c.times) > timesMax || m < 49_000 || m > 51_000 {
		t.Errorf("%d times, median %d", len(c.times), m)
	}
}
