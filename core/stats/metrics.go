package stats

// Metric is a figure by which runs are compared.
type Metric struct {
	Name string // stable
	Unit Unit
	Text string
	of   func(*Stats) int64
}

// metrics are listed as people choose among them.
var metrics = [...]Metric{
	{"mean_q2c", Nanoseconds, "mean latency, Q to C", func(s *Stats) int64 { return s.Q2C.Mean() }},
	{"p95_q2c", Nanoseconds, "latency that 95 of 100 bios do not exceed", func(s *Stats) int64 { return s.Percentile(95) }},
	{"p99_q2c", Nanoseconds, "latency that 99 of 100 bios do not exceed", func(s *Stats) int64 { return s.Percentile(99) }},
	{"max_q2c", Nanoseconds, "longest latency", func(s *Stats) int64 { return s.Q2C.Max }},
	{"requests", Count, "requests dispatched", func(s *Stats) int64 { return s.Dispatched }},
	{"bios_per_request", Thousandths, "bios to a request", (*Stats).MergeRatio},
	{"merges", Count, "bios that joined a request", (*Stats).Merges},
	{"seeks", Count, "dispatches away from where the one before ended", func(s *Stats) int64 { return s.SeeksD.Jumps() }},
	{"throughput", Bytes, "completed bytes a second", (*Stats).Throughput},
	{"unplugs", Count, "U events: unplugs that blktrace prints", func(s *Stats) int64 { return s.Unplugs }},
	{"timer_unplugs", Count, "UT events: by the timer, from Linux 4.4's on by a task that sleeps", func(s *Stats) int64 { return s.UnplugTimers }},
	{"device_busy", Nanoseconds, "time with a request at the device", func(s *Stats) int64 { _, ns := s.Active(); return ns }},
	{"span", Nanoseconds, "from the first event to the last", func(s *Stats) int64 { return s.End - s.Begin }},
}

// Metrics lists the metrics there are.
func Metrics() []Metric { return metrics[:] }

// MetricNamed returns the number of a metric in [Metrics], -1 if there is none of that name.
func MetricNamed(name string) int {
	for i := range metrics {
		if metrics[i].Name == name {
			return i
		}
	}
	return -1
}

// Of returns the metric of a trace's figures, in its unit.
func (m *Metric) Of(s *Stats) int64 { return m.of(s) }

// AppendValue prints a value of the metric as people read it: times in seconds.
func (m *Metric) AppendValue(b []byte, v int64) []byte {
	f := Figure{Value: v, Unit: m.Unit}
	return f.appendValue(b)
}

// JSONName returns the metric's name with its unit, as in [Stats.AppendJSON].
func (m *Metric) JSONName() string {
	f := Figure{Name: m.Name, Unit: m.Unit}
	return f.jsonName()
}
