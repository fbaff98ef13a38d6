package stats

import (
	"strconv"

	"blkplay/core/trace"
)

// Unit says what a figure counts.
type Unit uint8

// Units of figures.
const (
	Count       Unit = iota
	Nanoseconds      // printed in seconds with nine decimals, as btt does
	Sectors
	Thousandths
	Bytes // a second
)

// Figure is one named number.
type Figure struct {
	Name  string // snake_case, stable
	Value int64
	Unit  Unit
}

// Figures lists every figure in a fixed order.
func (s *Stats) Figures() []Figure {
	var list []Figure
	put := func(unit Unit, name string, value int64) { list = append(list, Figure{name, value, unit}) }
	for _, stage := range []struct {
		name string
		m    *Measure
	}{
		{"q2q", &s.Q2Q}, {"q2g", &s.Q2G}, {"s2g", &s.S2G}, {"g2i", &s.G2I}, {"q2m", &s.Q2M},
		{"i2d", &s.I2D}, {"m2d", &s.M2D}, {"d2c", &s.D2C}, {"q2c", &s.Q2C},
	} {
		put(Nanoseconds, stage.name+"_min", stage.m.Min)
		put(Nanoseconds, stage.name+"_avg", stage.m.Mean())
		put(Nanoseconds, stage.name+"_max", stage.m.Max)
		put(Count, stage.name+"_n", stage.m.N)
	}
	for _, p := range []int{50, 90, 99, 100} {
		put(Nanoseconds, "q2c_p"+strconv.Itoa(p), s.Percentile(p))
	}
	for kind, n := range s.Actions {
		if letter := trace.Kind(kind).Letter(); letter != "" {
			put(Count, "events_"+letter, n)
		}
	}
	put(Count, "queued", s.Queued)
	put(Count, "dispatched", s.Dispatched)
	put(Count, "merged", s.Merges())
	put(Thousandths, "merge_ratio", s.MergeRatio())
	put(Sectors, "request_min", s.BlocksMin)
	put(Sectors, "request_max", s.BlocksMax)
	put(Sectors, "completed", s.BlocksTotal)
	put(Count, "seeks_q", s.SeeksQ.N)
	put(Sectors, "seeks_q_total", s.SeeksQ.Total)
	put(Sectors, "seeks_q_median", s.SeeksQ.Median())
	put(Count, "seeks_d", s.SeeksD.N)
	put(Count, "seeks_d_not_0", s.SeeksD.Jumps())
	put(Sectors, "seeks_d_total", s.SeeksD.Total)
	put(Sectors, "seeks_d_median", s.SeeksD.Median())
	put(Count, "plugs", s.Plugs)
	put(Nanoseconds, "plugged", s.PluggedNs)
	put(Count, "unplugs", s.Unplugs)
	put(Count, "unplug_requests", s.UnplugIOs)
	put(Count, "unplug_timers", s.UnplugTimers)
	put(Count, "unplug_timer_requests", s.UnplugTimerIOs)
	put(Count, "open_at_q_total", s.OpenAtQ)
	periods, active := s.Active()
	put(Count, "active_periods", periods)
	put(Nanoseconds, "active", active)
	put(Count, "device_max", s.MaxInDevice)
	put(Bytes, "throughput", s.Throughput())
	put(Nanoseconds, "span", s.End-s.Begin)
	if s.open.givenUp > 0 { // of no real trace
		put(Count, "not_followed", s.open.givenUp)
	}
	return list
}

// appendValue prints a figure as people read it.
func (f *Figure) appendValue(b []byte) []byte {
	switch f.Unit {
	case Nanoseconds:
		return appendDecimal(b, f.Value, 1_000_000_000)
	case Thousandths:
		return appendDecimal(b, f.Value, 1000)
	}
	return strconv.AppendInt(b, f.Value, 10)
}

// appendDecimal prints value/scale with all its decimals; scale is a power of ten.
func appendDecimal(b []byte, value, scale int64) []byte {
	b = strconv.AppendInt(b, value/scale, 10)
	point := len(b)
	b = strconv.AppendInt(b, scale+value%scale, 10)
	b[point] = '.' // where the leading 1 of scale stands
	return b
}

var unitNames = [...]string{Count: "", Nanoseconds: "s", Sectors: "sectors", Thousandths: "", Bytes: "bytes/s"}

// String returns the unit as it stands behind a printed figure, "" for a plain number.
func (u Unit) String() string { return unitNames[u] }

// AppendFigure prints a value of a unit as people read it.
func AppendFigure(b []byte, v int64, unit Unit) []byte {
	f := Figure{Value: v, Unit: unit}
	return f.appendValue(b)
}

// Plain is the unit of a value that is printed as a whole number.
func (u Unit) Plain() string {
	switch u {
	case Nanoseconds:
		return "ns"
	case Thousandths:
		return "thousandths"
	}
	return unitNames[u]
}

// AppendText prints the figures, one a line: name, value, unit.
func (s *Stats) AppendText(b []byte) []byte {
	for _, f := range s.Figures() {
		b = append(b, f.Name...)
		for n := len(f.Name); n < 24; n++ {
			b = append(b, ' ')
		}
		b = f.appendValue(b)
		if unit := f.Unit.String(); unit != "" {
			b = append(b, ' ')
			b = append(b, unit...)
		}
		b = append(b, '\n')
	}
	return b
}

// AppendJSON prints the figures as one object; times in ns, ratios in thousandths.
func (s *Stats) AppendJSON(b []byte) []byte {
	b = append(b, '{')
	for i, f := range s.Figures() {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, '"')
		b = append(b, f.jsonName()...)
		b = append(b, `":`...)
		b = strconv.AppendInt(b, f.Value, 10)
	}
	return append(b, "}\n"...)
}

func (f *Figure) jsonName() string {
	switch f.Unit {
	case Nanoseconds:
		return f.Name + "_ns"
	case Thousandths:
		return f.Name + "_thousandths"
	case Sectors:
		return f.Name + "_sectors"
	case Bytes:
		return f.Name + "_bytes_per_second"
	}
	return f.Name
}

// AppendCSV prints the figures as lines of name,value with a head line; units as in JSON.
func (s *Stats) AppendCSV(b []byte) []byte {
	b = append(b, "name,value\n"...)
	for _, f := range s.Figures() {
		b = append(b, f.jsonName()...)
		b = append(b, ',')
		b = strconv.AppendInt(b, f.Value, 10)
		b = append(b, '\n')
	}
	return b
}
