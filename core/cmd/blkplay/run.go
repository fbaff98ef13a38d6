package main

import (
	"bufio"
	"flag"
	"fmt"
	"io"

	"blkplay/core"
	"blkplay/core/scenario"
	"blkplay/core/trace"
)

// runCommand runs a scenario and writes its trace.
func runCommand(std *streams, args []string) error {
	flags := flag.NewFlagSet("run", flag.ContinueOnError)
	to := flags.String("o", standard, "")
	name, err := oneWord(flags, args, "scenario")
	if err != nil {
		return err
	}
	sc, err := readScenario(std, name)
	if err != nil {
		return err
	}
	note(std, name, sc)
	return write(std, sc, *to)
}

// note tells what is legal in sc but not what it seems.
func note(std *streams, name string, sc *scenario.Scenario) {
	for _, n := range scenario.Notes(sc) {
		fmt.Fprintln(std.err, at(shown(name), n)+" (note)")
	}
}

// write runs sc and writes its trace to a file by its ending, or as text to
// standard output.
func write(std *streams, sc *scenario.Scenario, to string) error {
	if to == standard {
		out := bufio.NewWriter(std.out)
		if err := play(std, sc, runText(out, sc).take); err != nil {
			out.Flush() // what there is
			return err
		}
		return out.Flush()
	}
	f := formOf(to)
	if f == nil {
		return usageError(fmt.Sprintf("%s: a trace is written to a file that ends in %s (or these and .gz)", to, endings(false)))
	}
	out, err := createFile(to)
	if err != nil {
		return err
	}
	w := f.run(out, sc)
	if err = play(std, sc, w.take); err == nil {
		err = w.end()
	}
	if err != nil {
		out.Abandon()
		return err
	}
	return out.Close()
}

// sink takes the records of a run slice by slice.
type sink func(m *core.Machine, events []trace.Event) error

// sliceRecords is how many records a slice of a run has at least, but for the last.
const sliceRecords = 8192

// play runs sc to its end, slice by slice, and says how it ended if it did not
// end well. A run that met a limit is an error.
func play(std *streams, sc *scenario.Scenario, to sink) error {
	m, err := core.New(sc, core.Options{Trace: true, Times: true,
		Limits: core.Limits{Records: scenario.RecordsMax, Time: scenario.TimeMaxNs}})
	if err != nil {
		return err
	}
	for more := true; more; {
		more = m.Run(core.Forever, sliceRecords) == core.Running
		if err := to(m, m.Trace().Events()); err != nil {
			return err
		}
		m.Trace().Drain()
	}
	switch m.Run(core.Forever, 0) {
	case core.Limited:
		return fmt.Errorf("%s", m.EndText())
	case core.Stuck:
		fmt.Fprintln(std.err, "blkplay:", m.EndText())
	}
	return nil
}

// runText writes a run as blkparse does.
func runText(w io.Writer, _ *scenario.Scenario) writer {
	var text *core.Text
	var b []byte
	return writer{func(m *core.Machine, events []trace.Event) error {
		if text == nil {
			text = m.Text()
		}
		b = text.Append(b[:0], events)
		_, err := w.Write(b)
		return err
	}, nothing}
}
