package stats

import (
	"slices"
	"testing"
)

func TestBuckets(t *testing.T) {
	before := -1
	for _, v := range []int64{0, 1, 127, 128, 129, 255, 256, 257, 258, 1000, 1 << 20, 1<<20 + 1<<13, 1<<62 + 12345, 1<<63 - 1} {
		i := bucketOf(v)
		floor := bucketFloor(i)
		if i < before || floor > v || v-floor > v>>bucketBits || bucketOf(floor) != i {
			t.Errorf("%d: bucket %d from %d", v, i, floor)
		}
		before = i
	}
}

// TestManySamples: of more than are kept, ranks are nearly right.
func TestManySamples(t *testing.T) {
	var s samples
	var all []int64
	x := uint64(1)
	for range samplesMax + 50_000 {
		x ^= x << 13
		x ^= x >> 7
		x ^= x << 17
		v := int64(x >> (x & 31) >> 24)
		s.add(v)
		all = append(all, v)
	}
	slices.Sort(all)
	if s.exact != nil || len(s.buckets) > 8000 {
		t.Fatalf("%d kept, %d buckets", len(s.exact), len(s.buckets))
	}
	for _, k := range []int{1, len(all) / 2, len(all) * 99 / 100, len(all)} {
		want, got := all[k-1], s.rank(int64(k))
		if got > want || want-got > want>>bucketBits {
			t.Errorf("rank %d is %d, want nearly %d", k, got, want)
		}
	}
	n := int64(0)
	s.each(func(_, of int64) { n += of })
	if n != s.n || n != int64(len(all)) {
		t.Errorf("%d of %d", n, len(all))
	}
}
