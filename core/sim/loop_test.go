package sim

import (
	"sort"
	"testing"
)

// probe notes when it fires.
type probe struct {
	Item
	id    int
	fired *[]int
	then  func()
}

func (p *probe) Fire() {
	*p.fired = append(*p.fired, p.id)
	if p.then != nil {
		p.then()
	}
}

func newProbe(id int, fired *[]int) *probe {
	p := &probe{id: id, fired: fired}
	p.Bind(p)
	return p
}

func runAll(l *Loop) {
	for l.Step(1 << 62) {
	}
}

func equal(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func TestSameInstantRunsInOrderOfScheduling(t *testing.T) {
	var fired []int
	l := NewLoop(1000)
	first := newProbe(1, &fired)
	second := newProbe(2, &fired)
	third := newProbe(3, &fired)
	// What the first schedules for now goes behind what was due at this instant already.
	first.then = func() { l.Soon(&third.Item) }
	l.At(5, &first.Item)
	l.At(5, &second.Item)
	runAll(l)
	if !equal(fired, []int{1, 2, 3}) {
		t.Fatalf("fired %v", fired)
	}
	if l.Now() != 5 {
		t.Fatalf("clock at %d", l.Now())
	}
}

func TestCancelGivesUpThePlace(t *testing.T) {
	var fired []int
	l := NewLoop(1000)
	a, b := newProbe(1, &fired), newProbe(2, &fired)
	l.Soon(&a.Item)
	l.Soon(&b.Item)
	if !l.Cancel(&a.Item) || l.Cancel(&a.Item) {
		t.Fatal("Cancel reports wrongly whether the item was pending")
	}
	l.Soon(&a.Item)
	runAll(l)
	if !equal(fired, []int{2, 1}) {
		t.Fatalf("fired %v", fired)
	}
}

func TestStepStopsAtUntil(t *testing.T) {
	var fired []int
	l := NewLoop(1000)
	a := newProbe(1, &fired)
	l.At(10, &a.Item)
	if l.Step(9) || l.Now() != 0 {
		t.Fatal("Step ran what was due after until")
	}
	if at, ok := l.Next(); !ok || at != 10 {
		t.Fatalf("Next says %d %v", at, ok)
	}
	if !l.Step(10) {
		t.Fatal("Step did not run what was due at until")
	}
}

// TestHeapAgainstSorting schedules and cancels at random and compares with a
// stable sort by time.
func TestHeapAgainstSorting(t *testing.T) {
	x := uint64(88172645463325252)
	random := func(n int) int {
		x ^= x << 13
		x ^= x >> 7
		x ^= x << 17
		return int(x % uint64(n))
	}
	for range 300 {
		var fired, want []int
		l := NewLoop(250)
		type plan struct{ id, when int }
		var plans []plan
		items := make([]*probe, 60)
		for i := range items {
			items[i] = newProbe(i, &fired)
			when := random(20)
			l.At(Time(when), &items[i].Item)
			plans = append(plans, plan{i, when})
		}
		for range 30 {
			i := random(len(plans))
			l.Cancel(&items[plans[i].id].Item)
			moved := plan{plans[i].id, random(20)}
			plans = append(plans[:i], plans[i+1:]...)
			if random(2) == 0 {
				l.At(Time(moved.when), &items[moved.id].Item)
				plans = append(plans, moved)
			}
		}
		// Items for instant 0 are in the FIFO of the present; both orders agree.
		sort.SliceStable(plans, func(a, b int) bool { return plans[a].when < plans[b].when })
		for _, p := range plans {
			want = append(want, p.id)
		}
		runAll(l)
		if !equal(fired, want) {
			t.Fatalf("fired %v\nwant  %v", fired, want)
		}
	}
}

func TestJiffies(t *testing.T) {
	for _, c := range []struct {
		hz   int64
		at   Time
		want Jiffies
	}{
		{250, 0, 0}, {250, 3_999_999, 0}, {250, 4_000_000, 1}, {250, 8_000_000, 2},
		{100, 9_999_999, 0}, {100, 10_000_000, 1},
		{1000, 1_000_000, 1}, {1000, 999_999, 0},
		{300, 3_333_333, 0}, {300, 3_333_334, 1}, // tick k begins at ceil(k*1e9/HZ)
		{250, 3600 * Second, 900_000},
	} {
		l := NewLoop(c.hz)
		var fired []int
		p := newProbe(1, &fired)
		l.At(c.at, &p.Item)
		runAll(l)
		if got := l.Jiffies() - InitialJiffies; got != c.want {
			t.Errorf("HZ %d, %d ns: jiffy %d, want %d", c.hz, c.at, got, c.want)
		}
		if start := l.JiffyStart(InitialJiffies + c.want); start > c.at {
			t.Errorf("HZ %d: jiffy %d starts at %d, after %d", c.hz, c.want, start, c.at)
		}
	}
}

func TestTimerFiresWhenJiffiesReachItsExpiry(t *testing.T) {
	for _, c := range []struct {
		hz       int64
		armedAt  Time
		delay    Jiffies
		firesAt  Time
		whatThis string
	}{
		{250, 3_900_000, 1, 4_000_000, "0.1 ms before a tick"},
		{250, 4_000_000, 1, 8_000_000, "on a tick"},
		{1000, 500_000, 3, 3_000_000, "three ticks"},
		{250, 1_000_000, 0, 4_000_000, "expiry now: the next tick"},
	} {
		l := NewLoop(c.hz)
		var fired []int
		timer := &Timer{}
		var at Time
		hit := newProbe(2, &fired)
		timer.Bind(hit)
		hit.then = func() { at = l.Now() }
		arm := newProbe(1, &fired)
		arm.then = func() { l.Mod(timer, l.Jiffies()+c.delay) }
		l.At(c.armedAt, &arm.Item)
		runAll(l)
		if at != c.firesAt {
			t.Errorf("%s: fired at %d, want %d", c.whatThis, at, c.firesAt)
		}
	}
}

func TestModToTheSameExpiryKeepsThePlace(t *testing.T) {
	var fired []int
	l := NewLoop(1000)
	a, b := &Timer{}, &Timer{}
	a.Bind(newProbe(1, &fired))
	b.Bind(newProbe(2, &fired))
	l.Mod(a, l.Jiffies()+2)
	l.Mod(b, l.Jiffies()+2)
	l.Mod(a, l.Jiffies()+2)
	runAll(l)
	if !equal(fired, []int{1, 2}) {
		t.Fatalf("fired %v", fired)
	}
}

func TestWorkPending(t *testing.T) {
	var fired []int
	l := NewLoop(1000)
	a, b := &Work{}, &Work{}
	again := newProbe(1, &fired)
	again.then = func() {
		if len(fired) < 3 && !l.Queue(a) {
			t.Error("a running work item counts as pending")
		}
	}
	a.Bind(again)
	b.Bind(newProbe(2, &fired))
	l.Queue(a)
	l.Queue(b)
	if l.Queue(a) {
		t.Error("a pending work item was queued again")
	}
	l.Requeue(a) // moves behind b
	runAll(l)
	if !equal(fired, []int{2, 1, 1}) {
		t.Fatalf("fired %v", fired)
	}
}

func TestLoopAllocatesNothing(t *testing.T) {
	l := NewLoop(1000)
	var fired []int
	items := make([]*probe, 64)
	for i := range items {
		items[i] = newProbe(i, &fired)
	}
	round := func() {
		fired = fired[:0]
		for i, p := range items {
			l.At(l.Now()+Time(i*7%13), &p.Item)
		}
		runAll(l)
	}
	round()
	if n := testing.AllocsPerRun(100, round); n != 0 {
		t.Fatalf("%v allocations a round", n)
	}
}
