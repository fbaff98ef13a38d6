package difference

import (
	"strconv"

	"blkplay/core/replay"
	"blkplay/core/stats"
	"blkplay/core/trace/chrome"
)

// AppendText prints the result for people: the replay, the rows by group with what differs
// marked, the order, and what the model does not know.
func (r *Result) AppendText(b []byte) []byte {
	for _, line := range r.Replay.Lines() {
		b = append(append(b, line...), '\n')
	}
	b = append(b, "simulated: Linux "+string(r.Scenario.Kernel)+", elevator "+r.Scenario.Elevator+", device "+r.Scenario.Device.Model+
		", replayed "+replay.Modes[r.Mode]+"\n"...)
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
	for i := range r.Unknown {
		b = append(append(append(b, "  "...), r.Unknown[i].Text...), '\n')
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
	b = append(b, `","kernel":"`+string(r.Scenario.Kernel)+`","elevator":"`+r.Scenario.Elevator+`","disk":"`+r.Scenario.Device.Model+
		`","mode":"`+replay.Modes[r.Mode]+`","origin":`+strconv.FormatInt(r.Origin, 10)+`,"stuck":`...)
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
	b = append(b, `],"order":`...)
	b = r.Order.appendJSON(b)
	b = append(b, `,"replay":`...)
	b = appendList(b, r.Replay.Lines())
	b = append(b, `,"unknown":[`...)
	for i := range r.Unknown {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, `{"key":"`+r.Unknown[i].Key+`","values":`...)
		b = appendList(b, r.Unknown[i].Values)
		b = append(b, `,"text":`...)
		b = append(chrome.AppendString(b, r.Unknown[i].Text), '}')
	}
	return append(b, "]}\n"...)
}

// appendJSON prints the order; the requests that differ only if there are such.
func (o *Order) appendJSON(b []byte) []byte {
	b = append(b, `{"bios":`+strconv.Itoa(o.Bios)+`,"same":`+strconv.Itoa(o.Same)+`,"together":`+strconv.Itoa(o.Together)+`,"first":`+strconv.Itoa(o.First)...)
	if o.First >= 0 {
		b = o.RealNext.appendJSON(append(b, `,"real":`...))
		b = o.SimulatedNext.appendJSON(append(b, `,"simulated":`...))
	}
	return append(b, '}')
}

func (d *Dispatch) appendJSON(b []byte) []byte {
	return append(b, `{"time":`+strconv.FormatInt(d.Time, 10)+`,"sector":`+strconv.FormatInt(d.Sector, 10)+
		`,"sectors":`+strconv.FormatInt(d.Sectors, 10)+`,"write":`+strconv.FormatBool(d.Write)+`}`...)
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
