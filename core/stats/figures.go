package stats

import "blkplay/core/trace"

// Merges returns how many bios joined a request.
func (s *Stats) Merges() int64 { return s.Actions[trace.BackMerge] + s.Actions[trace.FrontMerge] }

// MergeRatio returns how many queued I/Os there are to a dispatch, in thousandths; 0 without a dispatch.
func (s *Stats) MergeRatio() int64 {
	if s.Dispatched == 0 {
		return 0
	}
	return max(s.Queued+s.Requeued, s.Dispatched) * 1000 / s.Dispatched
}

// Percentile returns the latency from Q to C that p percent of the I/Os do not
// exceed, in ns (nearest rank); 0 if none is complete. Of more than a million I/Os it is
// up to 1/128 too small.
//
// Preconditions: 0 < p <= 100.
func (s *Stats) Percentile(p int) int64 {
	n := s.latencies.n
	switch {
	case n == 0:
		return 0
	case p == 100:
		return s.Q2C.Max
	}
	return s.latencies.rank((n*int64(p) + 99) / 100)
}

// Throughput returns completed bytes a second over the whole trace; 0 if it has no length.
func (s *Stats) Throughput() int64 {
	if s.End <= s.Begin {
		return 0
	}
	return int64(float64(s.ReadSectors+s.WriteSectors) * 512e9 / float64(s.End-s.Begin))
}

// Active returns how many times there are with at least one I/O between its D and
// its C, and how long they are together, in ns.
func (s *Stats) Active() (times, ns int64) { return s.active.count(), s.active.total() }
