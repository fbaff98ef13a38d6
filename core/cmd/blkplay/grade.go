package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"blkplay/core/handin"
	"blkplay/core/lesson"
)

// gradeCommand runs again what was handed in and prints what came of it. It fails if
// anything is not verified, or is below the percentage to pass.
func gradeCommand(std *streams, args []string) error {
	flags := flag.NewFlagSet("grade", flag.ContinueOnError)
	format := flags.String("format", "csv", "")
	pass := flags.Int("pass", 0, "")
	names, err := parseArgs(flags, args)
	switch {
	case err != nil:
		return err
	case *format != "csv" && *format != "json":
		return usageError("-format " + *format + ": possible are csv, json")
	case *pass < 0 || *pass > 100:
		return usageError("-pass takes a percentage, 0 to 100")
	case len(names) < 2:
		return usageError("a folder of lessons and files of answers are needed")
	}
	exercises, err := readLessons(std, names[0])
	if err != nil {
		return err
	}
	var all []handin.Item
	for _, name := range names[1:] {
		text, err := readFile(std, name, answersBytesMax)
		if err != nil {
			return err
		}
		if len(text) > answersBytesMax {
			return fmt.Errorf("%s: more than %d MB", shown(name), answersBytesMax>>20)
		}
		list, err := handin.Read(text, exercises)
		if err != nil {
			return &placed{shown(name), err}
		}
		all = append(all, list...)
	}
	return grade(std, lesson.NewGrader(exercises), all, *format, *pass)
}

// answersBytesMax bounds a file of answers.
const answersBytesMax = 64 << 20

// readLessons reads a lesson, or all lessons of a folder, in order of name.
func readLessons(std *streams, name string) (list []*lesson.Exercise, err error) {
	names := []string{name}
	if info, err := os.Stat(name); err != nil {
		return nil, err
	} else if info.IsDir() {
		if names, err = filepath.Glob(filepath.Join(name, "*"+lessonEnding)); err != nil {
			return nil, err
		}
	}
	for _, n := range names {
		x, err := readLesson(std, n)
		if err != nil {
			return nil, err
		}
		list = append(list, x)
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("%s: there is no lesson (*%s)", name, lessonEnding)
	}
	return list, nil
}

// grade grades everything and prints it.
func grade(std *streams, g *lesson.Grader, all []handin.Item, format string, pass int) error {
	counts := map[lesson.Status]int{}
	failed := 0
	list := make([]handin.Graded, len(all))
	for i := range all {
		r := all[i].Grade(g)
		counts[r.Status]++
		if r.Status != lesson.Verified || r.Score.Scaled < pass*10 {
			failed++
		}
		list[i] = r
	}
	b := handin.CSV(list)
	if format == "json" {
		b = handin.JSON(list)
	}
	if _, err := std.out.Write(b); err != nil {
		return err
	}
	fmt.Fprintf(std.err, "%d graded", len(all))
	for s := lesson.Verified; s <= lesson.Unknown; s++ {
		if counts[s] > 0 {
			fmt.Fprintf(std.err, ", %d %s", counts[s], s)
		}
	}
	fmt.Fprintln(std.err)
	if failed > 0 || len(all) == 0 {
		return errDiffers
	}
	return nil
}
