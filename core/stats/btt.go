package stats

import (
	"strconv"
)

// AppendBTT prints the figures as btt 1.2.0 does, for one device: the same
// tables, columns and roundings. Where several seek distances are equally
// frequent, btt takes any of them for the mode and counts the others; here it is
// the shortest.
func (s *Stats) AppendBTT(b []byte, major, minor uint32) []byte {
	t := table{b: b, device: " (" + padLeft(strconv.Itoa(int(major)), 3) + "," + padLeft(strconv.Itoa(int(minor)), 3) + ")"}
	s.stages(&t)
	s.overhead(&t)
	s.merging(&t)
	t.seeks("Q2Q", &s.SeeksQ)
	t.seeks("D2D", &s.SeeksD)
	s.plugging(&t)
	t.section("Active Requests At Q Information")
	t.head("       DEV |  Avg Reqs @ Q", "---------- | -------------")
	if s.Queued > 0 {
		t.row(" |", column{13, fixed(ratio(s.OpenAtQ, max(s.Queued+s.Requeued, s.Dispatched)), 1)})
	}
	t.line("")
	s.activity(&t)
	return t.b
}

// table is btt's report being written.
type table struct {
	b      []byte
	device string
}

func (t *table) line(s string) {
	t.b = append(t.b, s...)
	t.b = append(t.b, '\n')
}

func (t *table) section(name string) {
	t.line("==================== " + name + " ====================")
	t.line("")
}

func (t *table) head(lines ...string) {
	for _, l := range lines {
		t.line(l)
	}
}

// column is a text that fills at least width characters, to the right.
type column struct {
	width int
	text  string
}

// row writes the device's line. A column of width 0 is written as it stands,
// every other after a blank.
func (t *table) row(columns ...any) { t.line(t.device + join(columns)) }

func join(columns []any) string {
	var s string
	for _, c := range columns {
		switch c := c.(type) {
		case string:
			s += c
		case column:
			s += " " + padLeft(c.text, c.width)
		}
	}
	return s
}

func padLeft(s string, width int) string {
	for len(s) < width {
		s = " " + s
	}
	return s
}

// fixed is C's %.*f.
func fixed(x float64, decimals int) string { return strconv.FormatFloat(x, 'f', decimals, 64) }

func ratio(a, b int64) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

func count(n int64) string { return strconv.FormatInt(n, 10) }

func seconds(ns float64) string { return fixed(ns/1e9, 9) }

// atLeast1 returns m as btt has it: no time is less than 1 ns.
func atLeast1(m *Measure) *Measure {
	if m.Zeros == 0 {
		return m
	}
	return &Measure{N: m.N, Min: 1, Max: max(m.Max, 1), Total: m.Total + m.Zeros}
}

func (s *Stats) stages(t *table) {
	t.section("All Devices")
	t.head("            ALL           MIN           AVG           MAX           N",
		"--------------- ------------- ------------- ------------- -----------", "")
	for _, stage := range []struct {
		name string
		m    *Measure
	}{
		{"Q2Q", &s.Q2Q}, {"Q2G", &s.Q2G}, {"S2G", &s.S2G}, {"G2I", &s.G2I}, {"Q2M", &s.Q2M},
		{"I2D", &s.I2D}, {"M2D", &s.M2D}, {"D2C", &s.D2C}, {"Q2C", &s.Q2C},
	} {
		if m := atLeast1(stage.m); m.N > 0 {
			t.line(stage.name + "            " + join([]any{
				column{13, seconds(float64(m.Min))}, column{13, fixed(float64(m.Total)/1e9/float64(m.N), 9)},
				column{13, seconds(float64(m.Max))}, column{11, count(m.N)},
			}))
		}
	}
	t.line("")
}

func (s *Stats) overhead(t *table) {
	t.section("Device Overhead")
	const rule = "---------- | --------- --------- --------- --------- ---------"
	t.head("       DEV |       Q2G       G2I       Q2M       I2D       D2C", rule)
	if all := atLeast1(&s.Q2C); all.N > 0 {
		shares := []any{" |"}
		for _, m := range []*Measure{&s.Q2G, &s.G2I, &s.Q2M, &s.I2D, &s.D2C} {
			shares = append(shares, column{9, fixed(100*ratio(atLeast1(m).Total, all.Total), 4) + "%"})
		}
		t.row(shares...)
		t.line(rule)
		t.line("   Overall" + join(shares))
	}
	t.line("")
}

func (s *Stats) merging(t *table) {
	t.section("Device Merge Information")
	t.head("       DEV |       #Q       #D   Ratio |   BLKmin   BLKavg   BLKmax    Total",
		"---------- | -------- -------- ------- | -------- -------- -------- --------")
	if d := s.Dispatched; s.Queued > 0 && d > 0 {
		q := max(s.Queued+s.Requeued, d)
		t.row(" |", column{8, count(q)}, column{8, count(d)}, column{7, fixed(ratio(q, d), 1)}, " |",
			column{8, count(s.BlocksMin)}, column{8, count(s.BlocksTotal / d)}, column{8, count(s.BlocksMax)}, column{8, count(s.BlocksTotal)})
	}
	t.line("")
}

func (t *table) seeks(name string, s *Seeks) {
	t.section("Device " + name + " Seek Information")
	const rule = "---------- | --------------- --------------- --------------- | ---------------"
	const head = " |          NSEEKS            MEAN          MEDIAN | MODE           "
	t.head("       DEV"+head, rule)
	if s.N > 0 {
		distance, times := s.Mode()
		row := []any{" |", column{15, count(s.N)}, column{15, fixed(ratio(s.Total, s.N), 1)}, column{15, count(s.half())},
			" | " + count(distance) + "(" + count(times) + ")"}
		if more := s.modes() - 1; more > 0 {
			row = append(row, "\n"+padLeft("...(", 67)+count(more)+" more)")
		}
		t.row(row...)
		t.head(rule, "   Overall"+head, "   Average"+join(row))
	}
	t.line("")
}

func (s *Stats) plugging(t *table) {
	t.section("Plug Information")
	t.head("       DEV |    # Plugs # Timer Us  | % Time Q Plugged",
		"---------- | ---------- ----------  | ----------------")
	some := s.Plugs > 0 || s.UnplugTimers > 0
	if some {
		t.row(" |", column{10, count(s.Plugs)}, "("+padLeft(count(s.UnplugTimers), 10)+") |",
			column{13, fixed(100*ratio(s.PluggedNs, s.End-s.Begin), 9)}, "%")
	}
	t.line("")
	const rule = "---------- | ----------   ----------"
	const head = " |    IOs/Unp   IOs/Unp(to)"
	t.head("       DEV"+head, rule)
	row := []any{" |", column{10, fixed(ratio(s.plugIOs, s.Plugs), 1)}, "  ", column{10, fixed(ratio(s.UnplugTimerIOs, s.UnplugTimers), 1)}}
	t.row(row...)
	if some {
		t.head(rule, "   Overall"+head, "   Average"+join(row))
	}
	t.line("")
}

func (s *Stats) activity(t *table) {
	t.section("I/O Active Period Information")
	const rule = "---------- | ---------- ------------- ------------- ------"
	t.head("       DEV |     # Live      Avg. Act     Avg. !Act % Live", rule)
	if n, active := s.Active(); n > 0 {
		span := s.active.end() - s.origin // btt begins with the trace, but ends with the last period
		average, idle, share := ratio(active, n), ratio(span-active, n-1), ratio(active, span)
		if n == 1 {
			average, share = 0, 1 // so says btt
		}
		row := []any{" |", column{10, count(n)}, column{13, seconds(average)},
			column{13, seconds(idle)}, column{6, fixed(100*share, 2)}}
		t.row(row...)
		t.head(rule, " Total Sys"+join(row))
	}
	t.line("")
}
