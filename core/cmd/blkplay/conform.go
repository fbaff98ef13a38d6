package main

import (
	"flag"
	"os"

	"blkplay/core/conform"
)

// conformCommand runs golden files; any difference is a failure.
func conformCommand(std *streams, args []string) error {
	names, err := parseArgs(flag.NewFlagSet("conform", flag.ContinueOnError), args)
	if err != nil {
		return err
	}
	if len(names) == 0 {
		return usageError("a file of golden cases is needed")
	}
	differs := false
	for _, name := range names {
		tally, err := conformFile(name)
		if err != nil {
			return &placed{name, err}
		}
		tally.Write(std.out)
		differs = differs || tally.Identical < tally.Cases || tally.Cases == 0
	}
	if differs {
		return errDiffers
	}
	return nil
}

func conformFile(name string) (*conform.Tally, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	tally := &conform.Tally{Name: name}
	err = conform.Each(f, func(r conform.Result) bool {
		tally.Add(r)
		return true
	})
	return tally, err
}
