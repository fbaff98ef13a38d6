package block

import "testing"

func TestBitmapWords(t *testing.T) {
	for _, c := range []struct{ depth, bitsInWord, words int }{
		{1, 64, 1}, {3, 64, 1}, {4, 1, 4}, {5, 1, 5}, {8, 2, 4}, {15, 2, 8}, {16, 4, 4},
		{31, 4, 8}, {32, 8, 4}, {128, 32, 4}, {255, 32, 8}, {256, 64, 4}, {2048, 64, 32},
	} {
		var b Bitmap
		b.Init(c.depth)
		if 1<<b.shift != c.bitsInWord || b.used != c.words {
			t.Errorf("depth %d: %d words of %d bits, want %d of %d", c.depth, b.used, 1<<b.shift, c.words, c.bitsInWord)
		}
	}
}

// drain takes bits until there is none, each limited if limit is not 0.
func drain(b *Bitmap, limit int) (got []int) {
	for {
		nr := 0
		if limit > 0 {
			nr = b.GetShallow(limit)
		} else {
			nr = b.Get()
		}
		if nr < 0 {
			return got
		}
		got = append(got, nr)
	}
}

func TestBitmapGivesEachBitOnce(t *testing.T) {
	for _, depth := range []int{1, 3, 4, 7, 16, 31, 32, 63, 64, 65, 100, 256, 300} {
		var b Bitmap
		b.Init(depth)
		for range 3 {
			got := drain(&b, 0)
			if len(got) != depth || b.Out() != depth {
				t.Fatalf("depth %d: %d bits given, %d out", depth, len(got), b.Out())
			}
			seen := make([]bool, depth)
			for _, nr := range got {
				if seen[nr] {
					t.Fatalf("depth %d: bit %d given twice", depth, nr)
				}
				seen[nr] = true
			}
			for i := range got { // back in another order than they came
				b.Clear(got[len(got)-1-i])
			}
		}
	}
}

// TestBitmapShallow: a limited search stays in the lower part of each word, and the parts add up to the limit.
func TestBitmapShallow(t *testing.T) {
	for _, c := range []struct{ depth, limit, most int }{
		{64, 48, 48}, {64, 1, 1}, {64, 64, 64}, {64, 63, 63}, {32, 24, 24}, {100, 75, 75}, {10, 7, 7}, {256, 3, 3},
	} {
		var b Bitmap
		b.Init(c.depth)
		if n := len(drain(&b, c.limit)); n != c.most {
			t.Errorf("depth %d, limit %d: %d bits given, want %d", c.depth, c.limit, n, c.most)
		}
	}
}

func TestBitmapShrinksAndGrows(t *testing.T) {
	var b Bitmap
	b.Init(64)
	drain(&b, 0)
	b.Resize(8)
	for nr := 32; nr < 64; nr++ {
		b.Clear(nr)
	}
	if nr := b.Get(); nr >= 0 {
		t.Fatalf("bit %d given, though bits 0 to 7 are taken", nr)
	}
	b.Clear(5)
	if nr := b.Get(); nr != 5 || b.Get() >= 0 {
		t.Fatalf("bit %d given, want 5 and no other", nr)
	}
	b.Resize(64)
	if n := len(drain(&b, 0)); n != 32 {
		t.Fatalf("%d bits given, want the 32 that were given back", n)
	}
}

func TestBitmapClearTwicePanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	var b Bitmap
	b.Init(8)
	nr := b.Get()
	b.Clear(nr)
	b.Clear(nr)
}

// sleeper counts its wake-ups, and ends its wait later, as a task does.
type sleeper struct {
	BitmapWaiter
	woken int
}

func (s *sleeper) Woken(*BitmapWaiter) { s.woken++ }

func TestWakeBatches(t *testing.T) {
	for _, c := range []struct{ depth, shallow, batch int }{
		{1, 0, 1}, {15, 0, 1}, {16, 0, 2}, {63, 0, 7}, {64, 0, 8}, {256, 0, 8}, {256, 1, 1}, {64, 48, 6},
	} {
		var q BitmapQueue
		q.Init(c.depth)
		if c.shallow > 0 {
			q.MinShallow(c.shallow)
		}
		if q.WakeBatch() != c.batch {
			t.Errorf("depth %d, smallest limit %d: batches of %d, want %d", c.depth, c.shallow, q.WakeBatch(), c.batch)
		}
		bits := drain(&q.Bitmap, 0)
		var turn WaitIndex
		sleepers := make([]sleeper, 20)
		for i := range sleepers {
			sleepers[i].Bind(&sleepers[i], true)
			q.Wait(&sleepers[i].BitmapWaiter, turn.Next())
		}
		woken := func() (n int) {
			for i := range sleepers {
				n += sleepers[i].woken
			}
			return n
		}
		for i, nr := range bits {
			q.Put(nr)
			if want := min((i+1)/c.batch*c.batch, len(sleepers)); woken() != want {
				t.Fatalf("depth %d: %d woken after %d frees, want %d", c.depth, woken(), i+1, want)
			}
		}
	}
}

// TestWokenInTurn: the first in each of the eight queues before the second in any.
func TestWokenInTurn(t *testing.T) {
	var q BitmapQueue
	q.Init(4)
	bits := drain(&q.Bitmap, 0)
	var turn WaitIndex
	sleepers := make([]sleeper, 10)
	for i := range sleepers {
		sleepers[i].Bind(&sleepers[i], true)
		q.Wait(&sleepers[i].BitmapWaiter, turn.Next())
	}
	sleepers[1].Leave()
	for i, want := range []int{0, 9, 2, 3} {
		q.Put(bits[i])
		if sleepers[want].woken != 1 {
			t.Errorf("free %d did not wake sleeper %d", i, want)
		}
	}
	if q.Waiting() != 9 {
		t.Errorf("%d wait, want 9: who was woken counts until it has run", q.Waiting())
	}
	sleepers[0].Leave()
	if q.Waiting() != 8 {
		t.Errorf("%d wait, want 8", q.Waiting())
	}
}
