package main

import (
	"flag"
	"fmt"

	"blkplay/core"
	"blkplay/core/trace"
)

// hashCommand runs a scenario and prints the digest of its trace.
func hashCommand(std *streams, args []string) error {
	name, err := oneWord(flag.NewFlagSet("hash", flag.ContinueOnError), args, "scenario")
	if err != nil {
		return err
	}
	sc, err := readScenario(std, name)
	if err != nil {
		return err
	}
	var text *core.Text
	err = play(std, sc, func(m *core.Machine, events []trace.Event) error {
		if text == nil {
			text = m.Text()
		}
		text.Count(events)
		return nil
	})
	if err != nil {
		return err
	}
	_, err = fmt.Fprintln(std.out, text.Hash())
	return err
}
