package difference

import (
	"blkplay/core/stats"
	"blkplay/core/trace"
)

// Row is a figure on both sides.
type Row struct {
	Group           string // what it is a figure of
	Name            string // snake_case, stable
	Unit            stats.Unit
	Real, Simulated int64
}

// rows lists the figures in a fixed order.
func rows(real, simulated *stats.Stats) []Row {
	var list []Row
	put := func(group, name string, unit stats.Unit, of func(*stats.Stats) int64) {
		list = append(list, Row{group, name, unit, of(real), of(simulated)})
	}
	event := func(k trace.Kind) func(*stats.Stats) int64 {
		return func(s *stats.Stats) int64 { return s.Actions[k] }
	}
	put("bios", "queued", stats.Count, func(s *stats.Stats) int64 { return s.Queued })
	put("bios", "back_merges", stats.Count, event(trace.BackMerge))
	put("bios", "front_merges", stats.Count, event(trace.FrontMerge))
	put("bios", "splits", stats.Count, event(trace.Split))
	put("requests", "allocated", stats.Count, event(trace.GetRequest))
	put("requests", "sleeps_for_one", stats.Count, event(trace.SleepRequest))
	put("requests", "inserted", stats.Count, event(trace.Insert))
	put("requests", "dispatched", stats.Count, func(s *stats.Stats) int64 { return s.Dispatched })
	put("requests", "requeued", stats.Count, event(trace.Requeue))
	put("requests", "bios_per_request", stats.Thousandths, (*stats.Stats).MergeRatio)
	put("requests", "average_length", stats.Sectors, func(s *stats.Stats) int64 { return ratio(s.BlocksTotal, s.Dispatched) })
	put("requests", "longest", stats.Sectors, func(s *stats.Stats) int64 { return s.BlocksMax })
	put("plugs", "plugs", stats.Count, event(trace.Plug))
	put("plugs", "unplugs", stats.Count, event(trace.Unplug))
	put("plugs", "requests_per_unplug", stats.Thousandths, func(s *stats.Stats) int64 { return ratio(1000*s.UnplugIOs, s.Unplugs) })
	put("plugs", "unplugs_by_timer_or_sleep", stats.Count, event(trace.UnplugTimer))
	for _, stage := range []struct {
		name string
		of   func(*stats.Stats) *stats.Measure
	}{
		{"q2g", func(s *stats.Stats) *stats.Measure { return &s.Q2G }}, {"g2i", func(s *stats.Stats) *stats.Measure { return &s.G2I }},
		{"q2m", func(s *stats.Stats) *stats.Measure { return &s.Q2M }}, {"i2d", func(s *stats.Stats) *stats.Measure { return &s.I2D }},
		{"m2d", func(s *stats.Stats) *stats.Measure { return &s.M2D }}, {"d2c", func(s *stats.Stats) *stats.Measure { return &s.D2C }},
		{"q2c", func(s *stats.Stats) *stats.Measure { return &s.Q2C }},
	} {
		put("latency", stage.name+"_average", stats.Nanoseconds, func(s *stats.Stats) int64 { return stage.of(s).Mean() })
	}
	for _, p := range []struct {
		name string
		p    int
	}{{"q2c_p50", 50}, {"q2c_p90", 90}, {"q2c_p99", 99}, {"q2c_longest", 100}} {
		put("latency", p.name, stats.Nanoseconds, func(s *stats.Stats) int64 { return s.Percentile(p.p) })
	}
	put("device", "most_at_once", stats.Count, func(s *stats.Stats) int64 { return s.MaxInDevice })
	put("device", "seeks", stats.Count, func(s *stats.Stats) int64 { return s.SeeksD.Jumps() })
	put("device", "sectors_between", stats.Sectors, func(s *stats.Stats) int64 { return s.SeeksD.Total })
	put("device", "busy", stats.Nanoseconds, func(s *stats.Stats) int64 { _, ns := s.Active(); return ns })
	put("device", "throughput", stats.Bytes, (*stats.Stats).Throughput)
	put("trace", "length", stats.Nanoseconds, func(s *stats.Stats) int64 { return s.End - s.Begin })
	return list
}

func ratio(a, b int64) int64 {
	if b == 0 {
		return 0
	}
	return a / b
}
