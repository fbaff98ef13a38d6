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
	slot  int32 // its number in the heap, while it is there
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
//
// The heap holds no pointers: an item in it has a slot, and the slot says where
// in the heap it is. Entries then move without the garbage collector's write barriers.
type Loop struct {
	now   Time
	seq   uint64
	heap  []entry
	items []*Item // by slot; nil: free
	place []int32 // by slot: index in the heap
	free  []int32 // slots
	soon  []soonEntry
	head  int // next of soon
	tick  tick
}

// entry is one item of the heap: when it is due, and its sequence over its slot,
// which never decides since sequences differ.
type entry struct {
	when Time
	key  uint64
}

// slotBits is room for more items than there can be requests in a device and tasks.
const slotBits = 20

func (e *entry) slot() int { return int(e.key & (1<<slotBits - 1)) }

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
	l.push(t, it)
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
	l.remove(int(l.place[it.slot]))
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
	return e.when < f.when || e.when == f.when && e.key < f.key
}

// push puts it into the heap, in a slot of its own.
func (l *Loop) push(t Time, it *Item) {
	if n := len(l.free); n > 0 {
		it.slot = l.free[n-1]
		l.free = l.free[:n-1]
		l.items[it.slot] = it
	} else {
		it.slot = int32(len(l.items))
		if it.slot >= 1<<slotBits {
			panic("sim: Loop.At: too many items are pending")
		}
		l.items, l.place = append(l.items, it), append(l.place, 0)
	}
	l.heap = append(l.heap, entry{})
	l.up(len(l.heap)-1, entry{t, l.seq<<slotBits | uint64(it.slot)})
}

func (l *Loop) pop() *Item {
	it := l.items[l.heap[0].slot()]
	it.live = false
	l.remove(0)
	return it
}

// remove takes the entry at index i out of the heap.
func (l *Loop) remove(i int) {
	slot := l.heap[i].slot()
	l.items[slot] = nil
	l.free = append(l.free, int32(slot))
	last := len(l.heap) - 1
	e := l.heap[last]
	l.heap = l.heap[:last]
	if i == last {
		return
	}
	if i > 0 && e.before(&l.heap[(i-1)/arity]) {
		l.up(i, e)
	} else {
		l.down(i, e)
	}
}

// arity is how many children a place of the heap has: with 4 it is half as deep
// as with 2, and a place's children share a cache line.
const arity = 4

// up puts e at i, or at a place towards the root.
func (l *Loop) up(i int, e entry) {
	h := l.heap
	for i > 0 {
		parent := (i - 1) / arity
		if !e.before(&h[parent]) {
			break
		}
		h[i] = h[parent]
		l.place[h[i].slot()] = int32(i)
		i = parent
	}
	h[i] = e
	l.place[e.slot()] = int32(i)
}

// down puts e at i, or at a place towards the leaves.
func (l *Loop) down(i int, e entry) {
	h := l.heap
	for {
		first := arity*i + 1
		if first >= len(h) {
			break
		}
		least := first
		for child := first + 1; child < min(first+arity, len(h)); child++ {
			if h[child].before(&h[least]) {
				least = child
			}
		}
		if !h[least].before(&e) {
			break
		}
		h[i] = h[least]
		l.place[h[i].slot()] = int32(i)
		i = least
	}
	h[i] = e
	l.place[e.slot()] = int32(i)
}
