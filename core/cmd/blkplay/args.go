package main

import (
	"flag"
	"io"
)

// parseArgs reads flags, which may stand before, between and behind the other
// words, and returns those.
func parseArgs(flags *flag.FlagSet, args []string) (words []string, err error) {
	flags.SetOutput(io.Discard)
	for {
		if err := flags.Parse(args); err != nil {
			return nil, usageError(err.Error())
		}
		args = flags.Args()
		if len(args) == 0 {
			return words, nil
		}
		words, args = append(words, args[0]), args[1:]
	}
}

// oneWord returns the only word; what says what it should be.
func oneWord(flags *flag.FlagSet, args []string, what string) (string, error) {
	words, err := parseArgs(flags, args)
	switch {
	case err != nil:
		return "", err
	case len(words) != 1:
		return "", usageError("exactly one " + what + " is needed")
	}
	return words[0], nil
}
