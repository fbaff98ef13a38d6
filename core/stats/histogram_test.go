package stats_test

import (
	"testing"

	"blkplay/core/stats"
	"blkplay/core/trace"
)

// latencies returns figures of one bio after another, each of so many ns from Q to C.
func latencies(list ...int64) *stats.Stats {
	s := stats.New()
	now := int64(0)
	for i, ns := range list {
		e := trace.Event{Time: now, Sector: int64(i) * 8, Sectors: 8}
		for _, kind := range []trace.Kind{trace.Queue, trace.GetRequest, trace.Insert, trace.Issue} {
			e.Kind = kind
			s.Add(&e)
		}
		now += ns
		e.Kind, e.Time = trace.Complete, now
		s.Add(&e)
	}
	return s
}

func TestHistogram(t *testing.T) {
	for _, c := range []struct {
		name string
		of   []int64
		want []stats.Bin
	}{
		{"none", nil, nil},
		{"a bound belongs to the bin it begins", []int64{1_250_000}, []stats.Bin{{1_250_000, 1_600_000, 1}}},
		{"below the first bound", []int64{0, 999}, []stats.Bin{{0, 1000, 2}}},
		{"empty bins between, across a decade", []int64{7_999, 8_000, 13_000, 12_999},
			[]stats.Bin{{6_300, 8_000, 1}, {8_000, 10_000, 1}, {10_000, 12_500, 0}, {12_500, 16_000, 2}}},
		{"an hour", []int64{3600e9}, []stats.Bin{{3150e9, 4000e9, 1}}},
	} {
		got := latencies(c.of...).Histogram()
		if len(got) != len(c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s: %v, want %v", c.name, got[i], c.want[i])
			}
		}
	}
}

// TestMetrics holds the metrics of three bios against numbers made by hand.
func TestMetrics(t *testing.T) {
	s := latencies(100_000, 200_000, 600_000)
	for name, want := range map[string]int64{
		"mean_q2c": 300_000, "p95_q2c": 600_000, "max_q2c": 600_000, "requests": 3, "bios_per_request": 1000,
		"merges": 0, "seeks": 0, "throughput": 3 * 8 * 512 * 10_000 / 9, "unplugs": 0, "device_busy": 900_000, "span": 900_000,
	} {
		i := stats.MetricNamed(name)
		if i < 0 {
			t.Errorf("there is no metric %s", name)
			continue
		}
		if got := stats.Metrics()[i].Of(s); got != want {
			t.Errorf("%s is %d, want %d", name, got, want)
		}
	}
	if stats.MetricNamed("speed") >= 0 {
		t.Error("speed is a metric")
	}
}

// TestReset: figures that were reset are those of what came since.
func TestReset(t *testing.T) {
	s := latencies(100_000, 50_000, 700_000)
	s.Reset()
	if got, want := string(s.AppendJSON(nil)), string(stats.New().AppendJSON(nil)); got != want {
		t.Errorf("reset figures are\n%s\nwant\n%s", got, want)
	}
	if len(s.Histogram()) != 0 {
		t.Error("a histogram is left")
	}
}
