package main

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"blkplay/core/export"
	"blkplay/core/scenario"
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
	if f := export.FormatOf(*to); f != nil && f.Ending == textEnding {
		return writeAs(std, sc, *to, f, func(out io.Writer, _ *scenario.Scenario) export.Writer { return export.Text(out) })
	}
	return write(std, sc, *to)
}

// textEnding is that of blkparse's text. What run writes has the events alone, as on
// standard output; convert adds the summary.
const textEnding = ".txt"

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
		if err := play(std, sc, export.Text(out).Take); err != nil {
			out.Flush() // what there is
			return err
		}
		return out.Flush()
	}
	f := export.FormatOf(to)
	if f == nil {
		return usageError(fmt.Sprintf("%s: a trace is written to a file that ends in %s (or these and .gz)", to, export.RunEndings()))
	}
	return writeAs(std, sc, to, f, f.Run)
}

// writeAs runs sc and writes its trace to a file as what begin begins.
func writeAs(std *streams, sc *scenario.Scenario, to string, f *export.Format, begin func(io.Writer, *scenario.Scenario) export.Writer) error {
	out, err := createFile(to)
	if err != nil {
		return err
	}
	w := begin(out, sc)
	if w.Called != nil {
		w.Called(stem(to, f))
	}
	if err = play(std, sc, w.Take); err == nil {
		err = w.End()
	}
	if err != nil {
		out.Abandon()
		return err
	}
	return out.Close()
}

// stem is a file's name without what comes before and behind it.
func stem(name string, f *export.Format) string {
	return strings.TrimSuffix(strings.TrimSuffix(filepath.Base(name), ".gz"), f.Ending)
}

// play runs sc to its end, and says how it ended if it did not end well.
func play(std *streams, sc *scenario.Scenario, to export.Sink) error {
	stuck, err := export.Play(sc, to)
	if stuck != "" {
		fmt.Fprintln(std.err, "blkplay:", stuck)
	}
	return err
}
