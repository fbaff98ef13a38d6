package block

import "math/bits"

// Bitmap hands out numbers below its depth, as tags do: a number is a bit. Bits
// stand in words, so that CPUs would not fight for one cache line; how many in a
// word follows from the size the bitmap was made with.
//
// A freed bit is only set aside. It counts as free once a search in its word has
// found nothing, so which number a caller gets, and with a limited depth whether it
// gets one, depends on what was freed when.
//
// Linux 6.18: lib/sbitmap.c. Unlike Linux, which begins at a random bit, it begins at bit 0.
type Bitmap struct {
	depth int
	shift int
	used  int // words that depth needs
	hint  int // where the next search begins: there is one CPU
	out   int
	taken int // of out, those below depth: with all of them taken no search is needed
	words []bitmapWord
}

type bitmapWord struct {
	word    uint64 // taken
	cleared uint64 // of these, freed since
}

// Init makes b a bitmap of so many free bits.
//
// Linux 6.18: lib/sbitmap.c:sbitmap_init_node(), include/linux/sbitmap.h:sbitmap_calculate_shift().
func (b *Bitmap) Init(depth int) {
	shift := 6
	if depth >= 4 {
		for 4<<shift > depth {
			shift--
		}
	}
	*b = Bitmap{depth: depth, shift: shift, used: wordsFor(depth, shift)}
	b.words = make([]bitmapWord, b.used)
}

func wordsFor(depth, shift int) int { return (depth + 1<<shift - 1) >> shift }

// Depth returns how many bits there are.
func (b *Bitmap) Depth() int { return b.depth }

// Out returns how many bits are taken, those beyond a depth that shrank included.
func (b *Bitmap) Out() int { return b.out }

// Get takes a free bit and returns its number, -1 if there is none.
//
// Linux 6.18: lib/sbitmap.c:sbitmap_get().
func (b *Bitmap) Get() int {
	if b.taken == b.depth {
		b.hint = 0
		return -1
	}
	hint := b.hintBefore()
	nr := b.find(b.depth, hint>>b.shift, 0)
	b.hintAfter(hint, nr)
	return nr
}

// GetShallow takes a free bit from the lower part of a word: of each only so many
// bits as limit is of the depth.
//
// Linux 6.18: lib/sbitmap.c:sbitmap_get_shallow().
func (b *Bitmap) GetShallow(limit int) int {
	if b.taken == b.depth {
		b.hint = 0
		return -1
	}
	hint := b.hintBefore()
	nr := b.find(limit, hint>>b.shift, hint&(1<<b.shift-1))
	b.hintAfter(hint, nr)
	return nr
}

// Linux 6.18: lib/sbitmap.c:update_alloc_hint_before_get().
func (b *Bitmap) hintBefore() int {
	if b.hint >= b.depth {
		b.hint = 0
	}
	return b.hint
}

// Linux 6.18: lib/sbitmap.c:update_alloc_hint_after_get().
func (b *Bitmap) hintAfter(hint, nr int) {
	if nr < 0 {
		b.hint = 0
		return
	}
	b.out++
	b.taken++
	if nr == hint {
		b.hint = hint + 1
		if b.hint >= b.depth-1 {
			b.hint = 0
		}
	}
}

// find looks once through all words, from word index on; hint is a bit of the first.
//
// Linux 6.18: lib/sbitmap.c:sbitmap_find_bit().
func (b *Bitmap) find(limit, index, hint int) int {
	for range b.used {
		if nr := b.words[index].get(b.wordLimit(index, limit), hint); nr >= 0 {
			return index<<b.shift + nr
		}
		hint = 0
		if index++; index >= b.used {
			index = 0
		}
	}
	return -1
}

// wordLimit returns how many bits of a word may be given with that limit of depth.
//
// Linux 6.18: lib/sbitmap.c:__map_depth_with_shallow().
func (b *Bitmap) wordLimit(index, limit int) int {
	n := 1 << b.shift
	if index == b.used-1 {
		n = b.depth - index<<b.shift
	}
	if limit >= b.depth {
		return n
	}
	part, rest := n*limit/b.depth, n*limit%b.depth
	if rest >= (index+1)*n {
		part++
	}
	return part
}

// get takes a free bit below limit, looking from hint on and then from 0.
//
// Linux 6.18: lib/sbitmap.c:sbitmap_find_bit_in_word().
func (w *bitmapWord) get(limit, hint int) int {
	below := uint64(1)<<limit - 1
	for {
		free := ^w.word & below
		if from := free &^ (1<<hint - 1); from != 0 {
			free = from
		}
		if free != 0 {
			nr := bits.TrailingZeros64(free)
			w.word |= 1 << nr
			return nr
		}
		if w.cleared == 0 {
			return -1
		}
		w.deferredClear()
	}
}

// Linux 6.18: lib/sbitmap.c:sbitmap_deferred_clear().
func (w *bitmapWord) deferredClear() {
	w.word &^= w.cleared
	w.cleared = 0
}

// Clear gives bit nr back: the next search begins at it.
//
// Preconditions: nr is taken.
// Linux 6.18: lib/sbitmap.c:sbitmap_queue_clear(), sbitmap_update_cpu_hint().
func (b *Bitmap) Clear(nr int) {
	w, bit := &b.words[nr>>b.shift], uint64(1)<<(nr&(1<<b.shift-1))
	if w.word&bit == 0 || w.cleared&bit != 0 {
		panic("block: Bitmap.Clear: bit is not taken")
	}
	w.cleared |= bit
	b.out--
	if nr < b.depth {
		b.taken--
		b.hint = nr
	}
}

// Resize changes the depth, within the size the bitmap was made with. Bits taken
// beyond a smaller depth stay taken until they are given back.
//
// Linux 6.18: lib/sbitmap.c:sbitmap_resize().
func (b *Bitmap) Resize(depth int) {
	for i := range b.words[:b.used] {
		b.words[i].deferredClear()
	}
	b.depth, b.used = depth, wordsFor(depth, b.shift)
	if b.used > len(b.words) {
		panic("block: Bitmap.Resize: deeper than it was made")
	}
	b.taken = 0
	for i := range b.words[:b.used] {
		w := &b.words[i]
		b.taken += bits.OnesCount64(w.word &^ w.cleared & (1<<b.wordLimit(i, depth) - 1))
	}
}

const (
	waitQueues   = 8 // SBQ_WAIT_QUEUES
	wakeBatchMax = 8 // SBQ_WAKE_BATCH
)

// BitmapQueue is a [Bitmap] with those who wait for one of its bits. They stand in
// eight queues, which take turns, and are woken in batches: after so many frees so
// many of them. No bit is kept for them.
//
// Linux 6.18: struct sbitmap_queue.
type BitmapQueue struct {
	Bitmap
	wakeBatch  int
	minShallow int
	wakeIndex  int
	waiting    int // ws_active: those in the queues, and those woken that have not run yet
	freed      int // completion_cnt
	woken      int // wakeup_cnt
	queues     [waitQueues]waitQueue
}

type waitQueue struct{ head, tail *BitmapWaiter }

// BitmapWaiter is a place in a wait queue; Bind it once.
type BitmapWaiter struct {
	event      Woken
	queue      *waitQueue
	owner      *BitmapQueue // counts it as waiting
	prev, next *BitmapWaiter
	exclusive  bool
}

// Woken is told that a bit of the bitmap it waits for may be free. Its waiter is in
// no queue any more, and has still to call [BitmapWaiter.Leave].
type Woken interface{ Woken(w *BitmapWaiter) }

// WaitIndex says in which of the eight queues the next waiter goes.
type WaitIndex uint8

// Bind says who hears of a wake-up. An exclusive waiter is one of the so many that a wake-up counts.
func (w *BitmapWaiter) Bind(event Woken, exclusive bool) { w.event, w.exclusive = event, exclusive }

// Queued reports whether w is in a wait queue.
func (w *BitmapWaiter) Queued() bool { return w.queue != nil }

// Init makes q a bitmap of so many free bits for which nobody waits.
//
// Linux 6.18: lib/sbitmap.c:sbitmap_queue_init_node().
func (q *BitmapQueue) Init(depth int) {
	*q = BitmapQueue{minShallow: 1 << 30}
	q.Bitmap.Init(depth)
	q.updateWakeBatch(depth)
}

// Linux 6.18: lib/sbitmap.c:sbq_calc_wake_batch().
func (q *BitmapQueue) updateWakeBatch(depth int) {
	q.wakeBatch = min(max(min(depth, q.minShallow)/waitQueues, 1), wakeBatchMax)
}

// MinShallow says that no search is limited to fewer than limit bits.
//
// Linux 6.18: lib/sbitmap.c:sbitmap_queue_min_shallow_depth().
func (q *BitmapQueue) MinShallow(limit int) {
	q.minShallow = limit
	q.updateWakeBatch(q.depth)
}

// Resize changes the depth, within the size the bitmap was made with.
//
// Linux 6.18: lib/sbitmap.c:sbitmap_queue_resize().
func (q *BitmapQueue) Resize(depth int) {
	q.updateWakeBatch(depth)
	q.Bitmap.Resize(depth)
}

// Waiting returns how many wait.
func (q *BitmapQueue) Waiting() int { return q.waiting }

// WakeBatch returns after how many frees how many waiters are woken.
func (q *BitmapQueue) WakeBatch() int { return q.wakeBatch }

// Wait puts w into the queue whose turn it is: last if it is exclusive, else first.
//
// Preconditions: w is bound and in no queue.
// Linux 6.18: lib/sbitmap.c:sbitmap_prepare_to_wait(), sbitmap_add_wait_queue().
func (q *BitmapQueue) Wait(w *BitmapWaiter, index WaitIndex) {
	if w.queue != nil {
		panic("block: BitmapQueue.Wait: waiter is in a queue already")
	}
	list := &q.queues[index]
	w.queue, w.owner = list, q
	if w.exclusive {
		w.prev, w.next = list.tail, nil
	} else {
		w.prev, w.next = nil, list.head
	}
	if w.prev == nil {
		list.head = w
	} else {
		w.prev.next = w
	}
	if w.next == nil {
		list.tail = w
	} else {
		w.next.prev = w
	}
	q.waiting++
}

// Next returns the queue whose turn it is, and moves on.
//
// Linux 6.18: include/linux/sbitmap.h:sbq_wait_ptr().
func (i *WaitIndex) Next() WaitIndex {
	now := *i
	*i = (now + 1) % waitQueues
	return now
}

// Leave ends a wait: w is taken out of its queue if it is in one, and no longer
// counts as waiting. Who was woken counts until then.
//
// Linux 6.18: lib/sbitmap.c:sbitmap_finish_wait(), sbitmap_del_wait_queue().
func (w *BitmapWaiter) Leave() {
	if w.queue != nil {
		w.unlink()
	}
	if w.owner != nil {
		w.owner.waiting--
		w.owner = nil
	}
}

func (w *BitmapWaiter) unlink() {
	if w.prev == nil {
		w.queue.head = w.next
	} else {
		w.prev.next = w.next
	}
	if w.next == nil {
		w.queue.tail = w.prev
	} else {
		w.next.prev = w.prev
	}
	w.queue, w.prev, w.next = nil, nil, nil
}

// Put gives bit nr back and wakes a batch of waiters if enough were given back.
//
// Linux 6.18: lib/sbitmap.c:sbitmap_queue_clear(), sbitmap_queue_wake_up().
func (q *BitmapQueue) Put(nr int) {
	q.Clear(nr)
	if q.waiting == 0 {
		return
	}
	q.freed++
	if q.freed-q.woken < q.wakeBatch {
		return
	}
	q.woken += q.wakeBatch
	q.wake(q.wakeBatch)
}

// wake wakes n waiters, from the queue whose turn it is.
//
// Linux 6.18: lib/sbitmap.c:__sbitmap_queue_wake_up().
func (q *BitmapQueue) wake(n int) {
	for range waitQueues {
		list := &q.queues[q.wakeIndex]
		q.wakeIndex = (q.wakeIndex + 1) % waitQueues
		for w := list.head; w != nil; {
			next := w.next
			exclusive := w.exclusive
			w.unlink()
			w.event.Woken(w)
			if exclusive {
				if n--; n == 0 {
					return
				}
			}
			w = next
		}
	}
}
