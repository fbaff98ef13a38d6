package cfq44

import (
	"testing"

	"blkplay/core/block"
)

// TestWhoMergesIntoWhom: of two queues that work close by, that with fewer users is led to the other, and to the
// end of where that is led itself; never in a circle, and not if one has only requests left.
// Linux 4.4: block/cfq-iosched.c:cfq_setup_merge().
func TestWhoMergesIntoWhom(t *testing.T) {
	const one, two, three = 0, 1, 2
	for _, c := range []struct {
		rule       string
		refs       [3]int // with requests
		requests   [3]int
		led        [3]int // where each is led before, -1: nowhere
		want       [3]int // and after one and two are found to be close
		wantedRefs [3]int
	}{
		{"of equals the first to the second", [3]int{1, 1, 1}, [3]int{}, [3]int{-1, -1, -1}, [3]int{two, -1, -1}, [3]int{1, 2, 1}},
		{"requests are no users", [3]int{5, 2, 1}, [3]int{4, 1, 0}, [3]int{-1, -1, -1}, [3]int{two, -1, -1}, [3]int{5, 3, 1}},
		{"the one with fewer users", [3]int{3, 1, 1}, [3]int{}, [3]int{-1, -1, -1}, [3]int{-1, one, -1}, [3]int{4, 1, 1}},
		{"to the end of the chain", [3]int{1, 1, 2}, [3]int{}, [3]int{-1, three, -1}, [3]int{three, three, -1}, [3]int{1, 1, 3}},
		{"not in a circle", [3]int{2, 1, 1}, [3]int{}, [3]int{-1, one, -1}, [3]int{-1, one, -1}, [3]int{2, 1, 1}},
		{"the second has no user", [3]int{1, 2, 1}, [3]int{0, 2, 0}, [3]int{-1, -1, -1}, [3]int{-1, -1, -1}, [3]int{1, 2, 1}},
		{"the first has none", [3]int{2, 1, 1}, [3]int{2, 0, 0}, [3]int{-1, -1, -1}, [3]int{-1, -1, -1}, [3]int{2, 1, 1}},
		{"the end of the chain has none", [3]int{1, 1, 1}, [3]int{0, 0, 1}, [3]int{-1, three, -1}, [3]int{-1, three, -1}, [3]int{1, 1, 1}},
	} {
		e := New(&block.RequestQueue{Sys: block.NewSystem(250, nil)}, nil)
		var queues [3]*queue
		for i := range queues {
			queues[i] = &queue{id: int32(i), ref: c.refs[i], allocated: c.requests[i]}
		}
		for i, to := range c.led {
			if to >= 0 {
				queues[i].newQueue = queues[to]
			}
		}
		e.setupMerge(queues[one], queues[two])
		for i, q := range queues {
			to := -1
			if q.newQueue != nil {
				to = int(q.newQueue.id)
			}
			if to != c.want[i] || q.ref != c.wantedRefs[i] {
				t.Errorf("%s: queue %d is led to %d with %d references, want %d with %d", c.rule, i, to, q.ref, c.want[i], c.wantedRefs[i])
			}
		}
	}
}
