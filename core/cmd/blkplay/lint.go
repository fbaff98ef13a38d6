package main

import (
	"flag"
	"fmt"
	"strings"

	"blkplay/core/lesson"
)

// lessonEnding is that of a lesson's file.
const lessonEnding = ".lesson"

// isLesson reports whether a file's name is that of a lesson.
func isLesson(name string) bool {
	return strings.HasSuffix(strings.TrimSuffix(name, ".gz"), lessonEnding)
}

// lintCommand prints what the linter finds in lessons; anything found is a failure.
func lintCommand(std *streams, args []string) error {
	flags := flag.NewFlagSet("lint", flag.ContinueOnError)
	rules := flags.Bool("rules", false, "")
	names, err := parseArgs(flags, args)
	if err != nil {
		return err
	}
	if *rules {
		for _, r := range lesson.Rules() {
			fmt.Fprintf(std.out, "%-16s %-8s %s\n", r.Name, r.Label, r.Text)
		}
		return nil
	}
	if len(names) == 0 {
		return usageError("a lesson is needed")
	}
	found := false
	for _, name := range names {
		text, err := readFile(std, name, lesson.TextBytesMax)
		if err != nil {
			return err
		}
		for _, f := range lesson.Lint(string(text)) {
			found = true
			fmt.Fprintln(std.out, at(shown(name), lesson.Error{Pos: f.Pos, Text: f.Rule + ": " + f.Text}))
		}
	}
	if found {
		return errDiffers
	}
	return nil
}

// readLesson reads and parses a lesson.
func readLesson(std *streams, name string) (*lesson.Exercise, error) {
	text, err := readFile(std, name, lesson.TextBytesMax)
	if err != nil {
		return nil, err
	}
	x, err := lesson.Parse(string(text))
	if err != nil {
		return nil, &placed{shown(name), err}
	}
	return x, nil
}
