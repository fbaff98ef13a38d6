package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"blkplay/core"
	"blkplay/core/stats"
	"blkplay/core/sweep"
)

// sweepForms are the forms in which a sweep is printed.
var sweepForms = map[string]func(r *sweepResult, w io.Writer) error{
	"text": (*sweepResult).text,
	"csv":  (*sweepResult).csv,
	"json": (*sweepResult).json,
}

// sweepResult is a sweep that was run.
type sweepResult struct {
	sw     *sweep.Sweep
	x, y   sweep.Axis
	metric int // by which the table is made
	cells  []sweep.Cell
}

// sweepCommand runs a scenario on many machines that differ in one or two settings.
func sweepCommand(std *streams, args []string) error {
	flags := flag.NewFlagSet("sweep", flag.ContinueOnError)
	xText := flags.String("x", "", "")
	yText := flags.String("y", "", "")
	metric := flags.String("metric", stats.Metrics()[0].Name, "")
	format := flags.String("format", "text", "")
	name, err := oneWord(flags, args, "scenario")
	if err != nil {
		return err
	}
	r := &sweepResult{metric: stats.MetricNamed(*metric)}
	if r.metric < 0 {
		return usageError(fmt.Sprintf("-metric %s: possible are %s", *metric, strings.Join(metricNames(), ", ")))
	}
	form := sweepForms[*format]
	if form == nil {
		return usageError(fmt.Sprintf("-format %s: possible are text, csv, json", *format))
	}
	if *xText == "" {
		return usageError("-x is needed, as in -x unplug_thresh=1..32")
	}
	if r.x, err = sweep.ParseAxis(*xText); err != nil {
		return usageError("-x " + err.Error())
	}
	if *yText != "" {
		if r.y, err = sweep.ParseAxis(*yText); err != nil {
			return usageError("-y " + err.Error())
		}
	}
	sc, err := readScenario(std, name)
	if err != nil {
		return err
	}
	if r.sw, err = sweep.New(sc, r.x, r.y); err != nil {
		return &placed{shown(name), err}
	}
	r.run(std.err)
	if err := form(r, std.out); err != nil {
		return err
	}
	r.tell(std.err)
	return nil
}

func metricNames() (names []string) {
	for _, m := range stats.Metrics() {
		names = append(names, m.Name)
	}
	return names
}

// run runs the cells and, if a person looks on, tells how far it is.
func (r *sweepResult) run(progress io.Writer) {
	total := r.sw.Rows() * r.sw.Columns()
	shown := isTerminal(progress)
	for c := range r.sw.Cells {
		r.cells = append(r.cells, c)
		if shown {
			fmt.Fprintf(progress, "\r%d of %d runs", len(r.cells), total)
		}
	}
	if shown {
		fmt.Fprint(progress, "\r\x1b[K")
	}
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// tell says once what the table cannot: cells that were no run or did not end
// well, and what did not go along.
func (r *sweepResult) tell(w io.Writer) {
	told := map[string]bool{}
	say := func(c *sweep.Cell, text string) {
		if !told[text] {
			told[text] = true
			fmt.Fprintf(w, "blkplay: %s: %s\n", r.place(c), text)
		}
	}
	for i := range r.cells {
		c := &r.cells[i]
		switch {
		case c.Err != nil:
			say(c, c.Err.Error())
			continue
		case c.End == core.Stuck:
			say(c, "bios wait for ever; the figures are those of what completed")
		case c.End == core.Limited:
			say(c, "stopped at the limit of a run")
		}
		sc, _, err := r.sw.Scenario(c.Column, c.Row)
		for k := range c.Lost {
			if err == nil {
				say(c, c.Lost[k].Text(sc.Kernel))
			}
		}
	}
}

// place names a cell: unplug_thresh=4, unplug_delay_ms=3.
func (r *sweepResult) place(c *sweep.Cell) string {
	text := r.x.Name + "=" + r.x.Values[c.Column]
	if r.y.Name != "" {
		text += ", " + r.y.Name + "=" + r.y.Values[c.Row]
	}
	return text
}
