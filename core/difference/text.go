package difference

import (
	"strconv"

	"blkplay/core/stats"
	"blkplay/core/trace/chrome"
)

// AppendText prints the result for people: the replay, the rows by group with what differs
// marked, the order, and what the model does not know.
func (r *Result) AppendText(b []byte) []byte {
	for _, line := range r.Replay.Lines() {
		b = append(append(b, line...), '\n')
	}
	if r.Stuck != "" {
		b = append(append(append(b, "the run: "...), r.Stuck...), '\n')
	}
	b = append(b, "\n                                        real       simulated      difference\n"...)
	group := ""
	for i := range r.Rows {
		row := &r.Rows[i]
		if row.Group != group {
			group = row.Group
			b = append(append(b, group...), '\n')
		}
		b = row.append(b)
	}
	b = append(b, '\n')
	b = r.Order.append(b)
	b = append(b, "\nThe model does not know\n"...)
	for _, line := range r.Unknown {
		b = append(append(append(b, "  "...), line...), '\n')
	}
	return b
}

// append prints a row in columns.
func (r *Row) append(b []byte) []byte {
	b = pad(append(append(b, "  "...), r.Name...), len(b)+28)
	for _, v := range []int64{r.Real, r.Simulated} {
		text := stats.AppendFigure(nil, v, r.Unit)
		for n := len(text); n < 16; n++ {
			b = append(b, ' ')
		}
		b = append(b, text...)
	}
	if d := r.Simulated - r.Real; d != 0 {
		text := []byte{'+'}
		if d < 0 {
			d, text[0] = -d, '-'
		}
		text = stats.AppendFigure(text, d, r.Unit)
		for n := len(text); n < 16; n++ {
			b = append(b, ' ')
		}
		b = append(b, text...)
	}
	if unit := r.Unit.String(); unit != "" {
		b = append(append(b, ' '), unit...)
	}
	return append(b, '\n')
}

func pad(b []byte, length int) []byte {
	for len(b) < length {
		b = append(b, ' ')
	}
	return b
}

func (o *Order) append(b []byte) []byte {
	n := func(v int) string { return strconv.Itoa(v) }
	b = append(b, "order of dispatch\n  "+n(o.Same)+" of "+n(o.Bios)+" bios in the same order; "+n(o.Together)+" in a request with the same bio before them\n"...)
	if o.First < 0 {
		return append(b, "  the requests begin with the same bios\n"...)
	}
	b = append(b, "  request "+n(o.First)+" is the first that differs: really "...)
	b = o.RealNext.append(b)
	b = append(b, ", simulated "...)
	return append(o.SimulatedNext.append(b), '\n')
}

func (d *Dispatch) append(b []byte) []byte {
	letter := byte('R')
	if d.Write {
		letter = 'W'
	}
	b = append(b, letter, ' ')
	b = strconv.AppendInt(b, d.Sector, 10)
	b = append(b, " + "...)
	b = strconv.AppendInt(b, d.Sectors, 10)
	b = append(b, " at "...)
	b = stats.AppendFigure(b, d.Time, stats.Nanoseconds)
	return append(b, " s"...)
}

// AppendJSON prints the result as one object: times in ns, ratios in thousandths.
func (r *Result) AppendJSON(b []byte) []byte {
	b = append(b, `{"device":"`...)
	b = strconv.AppendUint(b, uint64(r.Device.Major()), 10)
	b = append(b, ',')
	b = strconv.AppendUint(b, uint64(r.Device.Minor()), 10)
	b = append(b, `","kernel":"`+string(r.Scenario.Kernel)+`","elevator":"`+r.Scenario.Elevator+`","disk":"`+r.Scenario.Device.Model+`","stuck":`...)
	b = chrome.AppendString(b, r.Stuck)
	b = append(b, `,"rows":[`...)
	for i := range r.Rows {
		row := &r.Rows[i]
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, `{"group":"`+row.Group+`","name":"`+row.Name+`","unit":"`+row.Unit.Plain()+`","real":`...)
		b = strconv.AppendInt(b, row.Real, 10)
		b = append(b, `,"simulated":`...)
		b = strconv.AppendInt(b, row.Simulated, 10)
		b = append(b, '}')
	}
	b = append(b, `],"order":{"bios":`+strconv.Itoa(r.Order.Bios)+`,"same":`+strconv.Itoa(r.Order.Same)+
		`,"together":`+strconv.Itoa(r.Order.Together)+`,"first":`+strconv.Itoa(r.Order.First)+`},"replay":`...)
	b = appendList(b, r.Replay.Lines())
	b = append(b, `,"unknown":`...)
	b = appendList(b, r.Unknown)
	return append(b, "}\n"...)
}

func appendList(b []byte, list []string) []byte {
	b = append(b, '[')
	for i, s := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = chrome.AppendString(b, s)
	}
	return append(b, ']')
}
