package stats_test

import (
	"testing"

	"blkplay/core/stats"
	"blkplay/core/trace"
)

func TestDepthOverTime(t *testing.T) {
	s := stats.New()
	add := func(kind trace.Kind, time, sector int64) {
		s.Add(&trace.Event{Kind: kind, Time: time, Sector: sector, Sectors: 8})
	}
	add(trace.Queue, 5000, 0)
	add(trace.Queue, 5100, 100)
	add(trace.Issue, 5200, 0)
	add(trace.Issue, 8500, 100)
	add(trace.Complete, 8600, 0)
	add(trace.Complete, 9900, 100)
	const want = "time_ns,waiting,at_device\n0,2,1\n1000,1,1\n2000,1,1\n3000,1,2\n4000,0,1\n"
	if got := string(s.AppendDepth(nil)); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestDepthOfALongTime: the bins grow, and what was highest stays.
func TestDepthOfALongTime(t *testing.T) {
	s := stats.New()
	for i := range int64(10_000) {
		at := i * 1_000_000
		for k := range 1 + i%7 {
			s.Add(&trace.Event{Kind: trace.Queue, Time: at, Sector: k * 100, Sectors: 8})
		}
		for k := range 1 + i%7 {
			s.Add(&trace.Event{Kind: trace.Issue, Time: at + 10, Sector: k * 100, Sectors: 8})
		}
		for k := range 1 + i%7 {
			s.Add(&trace.Event{Kind: trace.Complete, Time: at + 20, Sector: k * 100, Sectors: 8})
		}
	}
	width, bins := s.Depth()
	if len(bins) > 512 || len(bins) < 200 || width*int64(len(bins)) < 9_999_000_000 {
		t.Fatalf("%d bins of %d ns", len(bins), width)
	}
	for i, b := range bins {
		if b.Time != int64(i)*width || b.Waiting != 7 || b.AtDevice != 7 {
			t.Errorf("%d: %+v", i, b)
		}
	}
}
