package sim

// Time is an instant or a span of simulated time, in nanoseconds; runs begin at 0.
type Time int64

// Units of [Time].
const (
	Microsecond Time = 1_000
	Millisecond Time = 1_000_000
	Second      Time = 1_000_000_000
)

// Jiffies counts ticks, as the kernel's jiffies does.
type Jiffies uint64

// InitialJiffies is the value of jiffies at time 0: large, so that no jiffy of a
// run is 0, and a multiple of 512, so that a timer wheel's rounding starts even.
const InitialJiffies Jiffies = 1 << 32

// Event is something that can come due.
type Event interface {
	// Fire runs the event. The loop's clock shows the instant it was due.
	Fire()
}

// Item is one entry in a [Loop]: embed it by value in whatever comes due (a
// request in flight, a timer, a task). An item is pending at most once.
type Item struct {
	event Event
	when  Time
	seq   uint64
	place int32 // index in the heap + 1; 0 when not there
	soon  bool  // pending at the current instant
	live  bool  // pending at all
}

// Bind says what fires when the item comes due. Call it once, before scheduling.
func (it *Item) Bind(event Event) { it.event = event }

// Pending reports whether the item is scheduled and has not begun to fire.
func (it *Item) Pending() bool { return it.live }

// When returns the instant the item is, or was last, scheduled for.
func (it *Item) When() Time { return it.when }

// Loop is the clock and the one queue of due items.
//
// Items of a later instant wait in a heap ordered by (time, sequence). Items
// scheduled for the current instant wait in a FIFO behind it: whatever the heap
// holds for this instant was scheduled before the instant began.
type Loop struct {
	now  Time
	seq  uint64
	heap []entry
	soon []soonEntry
	head int // next of soon
	tick tick
}

type entry struct {
	when Time
	seq  uint64
	item *Item
}

type soonEntry struct {
	item *Item
	seq  uint64
}

// NewLoop returns a loop at time 0 whose jiffies advance hz times a second.
//
// Preconditions: 1 <= hz <= 1e9.
func NewLoop(hz int64) *Loop {
	l := &Loop{}
	l.tick.init(hz)
	return l
}

// Now returns the current instant.
func (l *Loop) Now() Time { return l.now }

// At schedules it for t, behind everything already scheduled for t. A t in the
// past counts as now.
//
// Preconditions: it is bound and not pending.
func (l *Loop) At(t Time, it *Item) {
	if it.live {
		panic("sim: Loop.At: item is pending already")
	}
	l.seq++
	it.live = true
	it.seq = l.seq
	if t <= l.now {
		it.when = l.now
		it.soon = true
		l.soon = append(l.soon, soonEntry{it, l.seq})
		return
	}
	it.when = t
	it.soon = false
	l.heap = append(l.heap, entry{t, l.seq, it})
	l.up(len(l.heap) - 1)
}

// Soon schedules it for the current instant, behind everything scheduled so far.
//
// Preconditions: it is bound and not pending.
func (l *Loop) Soon(it *Item) { l.At(l.now, it) }

// Cancel takes a pending item out and reports whether it was pending. The item
// gives up its place in the order: scheduled again, it goes to the end.
func (l *Loop) Cancel(it *Item) bool {
	if !it.live {
		return false
	}
	it.live = false
	if it.soon {
		return true // its soonEntry is stale now and is passed over
	}
	l.remove(int(it.place) - 1)
	return true
}

// Next returns the instant of the next due item; ok is false if nothing is left
// to happen.
func (l *Loop) Next() (t Time, ok bool) {
	l.skipStale()
	if l.head < len(l.soon) {
		return l.now, true
	}
	if len(l.heap) == 0 {
		return 0, false
	}
	return l.heap[0].when, true
}

// Step advances the clock to the next due item and fires it. It reports false,
// and does nothing, if there is none or it is due after until.
func (l *Loop) Step(until Time) bool {
	if len(l.heap) > 0 && l.heap[0].when <= l.now {
		l.pop().event.Fire()
		return true
	}
	for l.head < len(l.soon) {
		e := l.soon[l.head]
		l.head++
		if l.head == len(l.soon) {
			l.soon = l.soon[:0]
			l.head = 0
		}
		if e.item.live && e.item.soon && e.item.seq == e.seq {
			e.item.live = false
			e.item.event.Fire()
			return true
		}
	}
	if len(l.heap) == 0 || l.heap[0].when > until {
		return false
	}
	l.now = l.heap[0].when
	l.pop().event.Fire()
	return true
}

func (l *Loop) skipStale() {
	for l.head < len(l.soon) {
		e := l.soon[l.head]
		if e.item.live && e.item.soon && e.item.seq == e.seq {
			return
		}
		l.head++
	}
	l.soon = l.soon[:0]
	l.head = 0
}

func (e *entry) before(f *entry) bool {
	return e.when < f.when || e.when == f.when && e.seq < f.seq
}

func (l *Loop) pop() *Item {
	it := l.heap[0].item
	it.live = false
	l.remove(0)
	return it
}

// remove takes the entry at index i out of the heap.
func (l *Loop) remove(i int) {
	l.heap[i].item.place = 0
	last := len(l.heap) - 1
	e := l.heap[last]
	l.heap[last] = entry{}
	l.heap = l.heap[:last]
	if i == last {
		return
	}
	l.heap[i] = e
	e.item.place = int32(i + 1)
	if !l.down(i) {
		l.up(i)
	}
}

func (l *Loop) up(i int) {
	h := l.heap
	e := h[i]
	for i > 0 {
		parent := (i - 1) / 2
		if !e.before(&h[parent]) {
			break
		}
		h[i] = h[parent]
		h[i].item.place = int32(i + 1)
		i = parent
	}
	h[i] = e
	e.item.place = int32(i + 1)
}

// down moves the entry at i towards the leaves and reports whether it moved.
func (l *Loop) down(i int) bool {
	h := l.heap
	e := h[i]
	start := i
	for {
		child := 2*i + 1
		if child >= len(h) {
			break
		}
		if child+1 < len(h) && h[child+1].before(&h[child]) {
			child++
		}
		if !h[child].before(&e) {
			break
		}
		h[i] = h[child]
		h[i].item.place = int32(i + 1)
		i = child
	}
	h[i] = e
	e.item.place = int32(i + 1)
	return i != start
}
