package stats

import (
	"math/bits"
	"slices"
)

// samples are times of which percentiles are asked. The first samplesMax are kept as
// they are; if there are more, all are kept in buckets that are less than 1/128 wide, so
// that the memory for a trace of any length is bounded.
type samples struct {
	exact   []int64
	buckets []int64 // how many there are in each; nil while exact
	n       int64
}

// samplesMax is 8 MB.
const samplesMax = 1 << 20

// Buckets: values below 128 have their own, each power of two above has 128.
const (
	bucketBits = 7
	perPower   = 1 << bucketBits
)

// bucketOf returns the bucket of v.
func bucketOf(v int64) int {
	if v < perPower {
		return int(max(v, 0))
	}
	shift := bits.Len64(uint64(v)) - bucketBits - 1
	return shift*perPower + int(v>>shift)
}

// bucketFloor returns the least value in bucket i.
func bucketFloor(i int) int64 {
	if i < 2*perPower {
		return int64(i)
	}
	shift := i/perPower - 1
	return int64(i-shift*perPower) << shift
}

func (s *samples) add(v int64) {
	s.n++
	if s.buckets == nil {
		if len(s.exact) < samplesMax {
			s.exact = append(s.exact, v)
			return
		}
		s.buckets = make([]int64, (64-bucketBits)*perPower)
		for _, v := range s.exact {
			s.buckets[bucketOf(v)]++
		}
		s.exact = nil
	}
	s.buckets[bucketOf(v)]++
}

// rank returns the k-th smallest, from 1; of many the least value of its bucket.
//
// Preconditions: 1 <= k <= s.n.
func (s *samples) rank(k int64) int64 {
	if s.buckets == nil {
		slices.Sort(s.exact)
		return s.exact[k-1]
	}
	for i, n := range s.buckets {
		if k -= n; k <= 0 {
			return bucketFloor(i)
		}
	}
	panic("stats: samples.rank: beyond the last")
}

// each calls f with every value and how often it occurs, in order; of many values with
// the least of each bucket.
func (s *samples) each(f func(v, n int64)) {
	if s.buckets == nil {
		slices.Sort(s.exact)
		for _, v := range s.exact {
			f(v, 1)
		}
		return
	}
	for i, n := range s.buckets {
		if n > 0 {
			f(bucketFloor(i), n)
		}
	}
}
