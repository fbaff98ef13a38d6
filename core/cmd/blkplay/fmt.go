package main

import (
	"flag"
	"io"

	"blkplay/core/lesson"
	"blkplay/core/scenario"
)

// fmtCommand writes scenarios in their canonical form, to standard output or,
// with -w, back to their files.
func fmtCommand(std *streams, args []string) error {
	flags := flag.NewFlagSet("fmt", flag.ContinueOnError)
	back := flags.Bool("w", false, "")
	names, err := parseArgs(flags, args)
	if err != nil {
		return err
	}
	if len(names) == 0 {
		names = []string{standard}
	}
	for _, name := range names {
		if *back && name == standard {
			return usageError("-w needs files")
		}
		if err := format(std, name, *back); err != nil {
			return err
		}
	}
	return nil
}

func format(std *streams, name string, back bool) error {
	text, err := canonical(std, name)
	if err != nil {
		return err
	}
	if back {
		return writeFile(name, text)
	}
	_, err = io.WriteString(std.out, text)
	return err
}

// canonical reads a scenario and returns its canonical form, with its comments.
func canonical(std *streams, name string) (string, error) {
	text, err := readFile(std, name, scenario.TextBytesMax)
	if err != nil {
		return "", err
	}
	write := scenario.FormatText
	if isLesson(name) {
		write = lesson.Format
	}
	out, err := write(string(text))
	if err != nil {
		return "", &placed{shown(name), err}
	}
	return out, nil
}
