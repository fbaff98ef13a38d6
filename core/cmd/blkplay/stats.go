package main

import (
	"flag"

	"blkplay/core"
	"blkplay/core/stats"
	"blkplay/core/trace"
)

// statsCommand runs a scenario and prints what btt would compute of its trace.
func statsCommand(std *streams, args []string) error {
	name, err := oneWord(flag.NewFlagSet("stats", flag.ContinueOnError), args, "scenario")
	if err != nil {
		return err
	}
	sc, err := readScenario(std, name)
	if err != nil {
		return err
	}
	figures := stats.New()
	err = play(std, sc, func(_ *core.Machine, events []trace.Event) error {
		for i := range events {
			figures.Add(&events[i])
		}
		return nil
	})
	if err != nil {
		return err
	}
	_, err = std.out.Write(figures.AppendText(nil))
	return err
}
