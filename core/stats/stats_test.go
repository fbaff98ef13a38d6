package stats

import (
	"encoding/json"
	"strings"
	"testing"

	"blkplay/core/trace"
)

func event(time int64, kind trace.Kind, sector int64, sectors int32) *trace.Event {
	return &trace.Event{Time: time, Kind: kind, Sector: sector, Sectors: sectors, RWBS: trace.Write}
}

// twoBiosOneRequest is a plug, a merge, a timer's unplug, a dispatch and a completion.
func twoBiosOneRequest() *Stats {
	s := New()
	for _, e := range []*trace.Event{
		event(100, trace.Queue, 0, 8),
		event(110, trace.GetRequest, 0, 8),
		event(110, trace.Plug, 0, 0),
		event(130, trace.Insert, 0, 8),
		event(200, trace.Queue, 8, 8),
		event(205, trace.BackMerge, 8, 8),
		event(1000, trace.UnplugTimer, 0, 1),
		event(1000, trace.PlugOff, 0, 0), // ours: not counted
		event(1001, trace.Unplug, 0, 1),
		event(1010, trace.Issue, 0, 16),
		event(2010, trace.Complete, 0, 16),
	} {
		s.Add(e)
	}
	return s
}

func TestStages(t *testing.T) {
	s := twoBiosOneRequest()
	for _, c := range []struct {
		name string
		got  Measure
		want Measure
	}{
		{"Q2Q", s.Q2Q, Measure{N: 1, Min: 100, Max: 100, Total: 100}},
		{"Q2G", s.Q2G, Measure{N: 1, Min: 10, Max: 10, Total: 10}},
		{"G2I", s.G2I, Measure{N: 1, Min: 20, Max: 20, Total: 20}},
		{"Q2M", s.Q2M, Measure{N: 1, Min: 5, Max: 5, Total: 5}},
		{"I2D", s.I2D, Measure{N: 1, Min: 880, Max: 880, Total: 880}},
		{"M2D", s.M2D, Measure{N: 1, Min: 805, Max: 805, Total: 805}},
		{"D2C", s.D2C, Measure{N: 2, Min: 1000, Max: 1000, Total: 2000}}, // once for each bio of the request
		{"Q2C", s.Q2C, Measure{N: 2, Min: 1810, Max: 1910, Total: 3720}},
	} {
		if c.got != c.want {
			t.Errorf("%s is %+v, want %+v", c.name, c.got, c.want)
		}
	}
	if s.Percentile(50) != 1810 || s.Percentile(51) != 1910 || s.Percentile(100) != 1910 {
		t.Errorf("percentiles %d %d %d", s.Percentile(50), s.Percentile(51), s.Percentile(100))
	}
	if s.MergeRatio() != 2000 || s.Merges() != 1 {
		t.Errorf("merge ratio %d, merges %d", s.MergeRatio(), s.Merges())
	}
	// The timer ends the plugged state; the U behind it finds nothing.
	if s.PluggedNs != 890 || s.Plugs != 0 || s.UnplugTimers != 1 || s.Unplugs != 1 || s.UnplugIOs != 1 {
		t.Errorf("plugged %d ns, %d plugs, %d UT, %d U of %d", s.PluggedNs, s.Plugs, s.UnplugTimers, s.Unplugs, s.UnplugIOs)
	}
	if n, active := s.Active(); n != 1 || active != 1000 || s.MaxInDevice != 1 {
		t.Errorf("%d active periods of %d ns", n, active)
	}
	if got := s.Throughput(); got != 16*512*1_000_000_000/1910 {
		t.Errorf("throughput %d", got)
	}
}

func TestSeeks(t *testing.T) {
	var s Seeks
	for _, x := range []struct{ sector, want int64 }{
		{0, 0}, {8, 0}, {100, 84}, {50, 50}, {54, 0},
	} {
		before := s.Total
		s.add(x.sector, 8)
		if got := s.Total - before; got != x.want {
			t.Errorf("to %d: %d sectors, want %d", x.sector, got, x.want)
		}
	}
	if distance, times := s.Mode(); distance != 0 || times != 3 || s.Median() != 0 || s.Jumps() != 2 {
		t.Errorf("mode %d (%d times), median %d, jumps %d", distance, times, s.Median(), s.Jumps())
	}
}

func TestReports(t *testing.T) {
	s := twoBiosOneRequest()
	var object map[string]int64
	if err := json.Unmarshal(s.AppendJSON(nil), &object); err != nil {
		t.Fatal(err)
	}
	if len(object) != len(s.Figures()) || object["q2c_avg_ns"] != 1860 || object["events_UT"] != 1 || object["merge_ratio_thousandths"] != 2000 {
		t.Errorf("JSON %v", object)
	}
	text := string(s.AppendText(nil))
	for _, line := range []string{"q2c_avg                 0.000001860 s\n", "merge_ratio             2.000\n", "events_Q                2\n"} {
		if !strings.Contains(text, line) {
			t.Errorf("no line %q in\n%s", line, text)
		}
	}
	if csv := string(s.AppendCSV(nil)); !strings.HasPrefix(csv, "name,value\nq2q_min_ns,100\n") {
		t.Errorf("CSV begins %.40q", csv)
	}
}

func TestEmptyTrace(t *testing.T) {
	s := New()
	if s.Percentile(99) != 0 || s.MergeRatio() != 0 || s.Throughput() != 0 || s.Q2C.Mean() != 0 || s.SeeksD.Median() != 0 {
		t.Error("figures of an empty trace are not 0")
	}
}
