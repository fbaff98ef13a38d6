package main

import (
	"bufio"
	"flag"
	"fmt"

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
	out, err := createFile(to)
	if err != nil {
		return err
	}
	w := f.Run(out, sc)
	if err = play(std, sc, w.Take); err == nil {
		err = w.End()
	}
	if err != nil {
		out.Abandon()
		return err
	}
	return out.Close()
}

// play runs sc to its end, and says how it ended if it did not end well.
func play(std *streams, sc *scenario.Scenario, to export.Sink) error {
	stuck, err := export.Play(sc, to)
	if stuck != "" {
		fmt.Fprintln(std.err, "blkplay:", stuck)
	}
	return err
}
