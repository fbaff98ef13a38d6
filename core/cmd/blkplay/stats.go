package main

import (
	"flag"
	"fmt"
	"strconv"
	"strings"

	"blkplay/core"
	"blkplay/core/export"
	"blkplay/core/replay"
	"blkplay/core/stats"
	"blkplay/core/trace"
	"blkplay/core/trace/blkparse"
	"blkplay/core/trace/blktrace"
)

// reports are the forms in which figures are printed.
var reports = []struct {
	name   string
	fresh  func() *stats.Stats // of an empty trace
	append func(b []byte, s *stats.Stats, d blktrace.Device) []byte
}{
	{"text", stats.New, func(b []byte, s *stats.Stats, _ blktrace.Device) []byte { return s.AppendText(b) }},
	{"json", stats.New, func(b []byte, s *stats.Stats, _ blktrace.Device) []byte { return s.AppendJSON(b) }},
	{"csv", stats.New, func(b []byte, s *stats.Stats, _ blktrace.Device) []byte { return s.AppendCSV(b) }},
	{"depth", stats.New, func(b []byte, s *stats.Stats, _ blktrace.Device) []byte { return s.AppendDepth(b) }},
	{"btt", stats.NewLikeBTT, func(b []byte, s *stats.Stats, d blktrace.Device) []byte {
		return s.AppendBTT(b, d.Major(), d.Minor())
	}},
}

// statsCommand prints what btt would compute of a scenario's run, or of a trace.
func statsCommand(std *streams, args []string) error {
	flags := flag.NewFlagSet("stats", flag.ContinueOnError)
	format := flags.String("format", "text", "")
	wanted := flags.String("device", "", "")
	name, err := oneWord(flags, args, "scenario or trace")
	if err != nil {
		return err
	}
	var names []string
	for _, r := range reports {
		if r.name != *format {
			names = append(names, r.name)
			continue
		}
		figures, device, err := figuresOf(std, name, *wanted, r.fresh)
		if err != nil {
			return err
		}
		_, err = std.out.Write(r.append(nil, figures, device))
		return err
	}
	return usageError(fmt.Sprintf("-format %s: possible are %s", *format, strings.Join(names, ", ")))
}

// figuresOf returns the figures of a scenario's run, or of a device of a trace.
func figuresOf(std *streams, name, device string, fresh func() *stats.Stats) (*stats.Stats, blktrace.Device, error) {
	if device != "" || isTrace(name) {
		return figuresOfTrace(std, name, device, fresh)
	}
	sc, err := readScenario(std, name)
	if err != nil {
		return nil, 0, err
	}
	figures := fresh()
	err = play(std, sc, func(_ *core.Machine, events []trace.Event) error {
		for i := range events {
			figures.Add(&events[i])
		}
		return nil
	})
	return figures, blkparse.Device, err
}

// figuresOfTrace returns the figures of a device of a trace: the wanted one, or
// that with the most bios.
func figuresOfTrace(std *streams, name, wanted string, fresh func() *stats.Stats) (*stats.Stats, blktrace.Device, error) {
	files, err := openTrace(std, name)
	if err != nil {
		return nil, 0, err
	}
	defer closeAll(files)
	source, err := replay.Open(files)
	if err != nil {
		return nil, 0, err
	}
	list, err := figuresByDevice(source, fresh)
	if err != nil {
		return nil, 0, err
	}
	complain(std, source)
	chosen := -1
	var others []string
	for i := range list {
		switch d := &list[i]; {
		case wanted != "" && d.name() == wanted, wanted == "" && (chosen < 0 || d.Queued > list[chosen].Queued):
			chosen = i
		}
	}
	for i := range list {
		if i != chosen {
			others = append(others, list[i].name())
		}
	}
	switch {
	case wanted != "" && chosen < 0:
		return nil, 0, fmt.Errorf("%s: no event of device %s; there are %s", name, wanted, strings.Join(others, ", "))
	case chosen < 0:
		return nil, 0, fmt.Errorf("%s: no event in the trace", name)
	case wanted == "" && len(others) > 0:
		fmt.Fprintf(std.err, "figures of device %s; others, for -device: %s\n", list[chosen].name(), strings.Join(others, ", "))
	}
	return list[chosen].Stats, list[chosen].device, nil
}

// deviceFigures are the figures of one device of a trace.
type deviceFigures struct {
	*stats.Stats
	device blktrace.Device
}

func (d *deviceFigures) name() string {
	return strconv.Itoa(int(d.device.Major())) + "," + strconv.Itoa(int(d.device.Minor()))
}

// figuresByDevice returns the figures of each device, in order of their first event.
func figuresByDevice(source *replay.Source, fresh func() *stats.Stats) ([]deviceFigures, error) {
	var list []deviceFigures
	index := map[blktrace.Device]int{}
	var genesis uint64
	begun := false
	err := export.EachRecord(source, func(rec *blktrace.Record) error {
		if !begun && !rec.IsNote() {
			begun, genesis = true, rec.Time
		}
		var e trace.Event
		if !blktrace.ToEvent(&e, rec, genesis) {
			return nil
		}
		i, ok := index[rec.Device]
		if !ok {
			if len(list) >= devicesMax {
				return fmt.Errorf("more than %d devices", devicesMax)
			}
			i = len(list)
			index[rec.Device] = i
			list = append(list, deviceFigures{fresh(), rec.Device})
		}
		list[i].Add(&e)
		return nil
	})
	return list, err
}

// devicesMax bounds the memory for a trace that is damaged.
const devicesMax = 4096
