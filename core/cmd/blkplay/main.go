// Blkplay runs scenarios of the Linux block layer on the command line.
//
//	blkplay run SCENARIO [-o FILE]    the run as blkparse text, or as FILE's ending says
//	blkplay hash SCENARIO             the digest of the run's trace
//	blkplay stats SCENARIO            what btt computes of the run's trace
//	blkplay sweep SCENARIO -x A -y B  the figures of many runs, over one or two settings
//	blkplay fmt [-w] [SCENARIO...]    the canonical form of a scenario, or of a lesson
//	blkplay convert IN OUT            a trace or a scenario as another file
//	blkplay diff TRACE                a real trace beside its replay
//	blkplay recipe SCENARIO           the same on a real kernel: fio, sysfs, blktrace
//	blkplay devices                   the device models, their sources, what they leave out
//	blkplay answer LESSON Q=A...      the code that hands in answers to an exercise
//	blkplay conform FILE...           golden cases: does the model do what the kernel did?
//	blkplay lint LESSON...            what is wrong with an exercise
//	blkplay grade LESSONDIR ANSWERS...  run again what a class handed in
//
// A scenario is a file, or - for standard input, or a job file of fio; a trace is a file of
// blktrace (that of CPU 0, or what the names of all have in common), of blkparse, or an
// iolog of fio. What is gzipped is read, and written where a name ends in .gz.
// Errors go to standard error as file:line:column: text. The exit status is 1 if
// something failed, 2 if the command was not understood.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"blkplay/core/scenario"
)

// Exit statuses.
const (
	exitFailure = 1
	exitUsage   = 2
)

// streams are what a command reads and writes besides files.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// command is a subcommand.
type command struct {
	name string
	args string
	text string
	run  func(std *streams, args []string) error
}

var commands = []command{
	{"run", "SCENARIO [-o FILE]", "run a scenario; blkparse text, or as FILE's ending says", runCommand},
	{"hash", "SCENARIO", "run a scenario; the digest of its trace", hashCommand},
	{"stats", "[-format F] [-device M,N] SCENARIO|TRACE", "what btt computes of a trace; F: text, json, csv, depth (over time), btt", statsCommand},
	{"sweep", "-x NAME=VALUES [-y NAME=VALUES] [-metric M] [-format F] SCENARIO", "run on many machines; VALUES: 1,2,4 or 1..32; F: text, csv, json", sweepCommand},
	{"fmt", "[-w] [SCENARIO...]", "write a scenario in its canonical form", fmtCommand},
	{"convert", "[-kernel K] [-elevator E] [-mode M] [-plugs] IN OUT", "turn a trace into a scenario, or either into a trace", convertCommand},
	{"diff", "[-kernel K] [-elevator E] [-mode M] [-device D] [-of M,N] [-format F] [-o SCENARIO] TRACE", "replay a real trace; what the real and the simulated run differ in", diffCommand},
	{"recipe", "[-o FOLDER] SCENARIO", "how to do a scenario on a real kernel: a shell script, or its files", recipeCommand},
	{"devices", "", "the device models: where their numbers come from, what they leave out", devicesCommand},
	{"answer", "[-seed N] [-person P] LESSON QUESTION=ANSWER...", "hand in answers: print their code", answerCommand},
	{"conform", "FILE.jsonl[.gz]...", "run golden cases and compare", conformCommand},
	{"lint", "[-rules] LESSON...", "say what is wrong with exercises; -rules: what is looked for", lintCommand},
	{"grade", "[-format F] [-pass P] LESSONDIR ANSWERS...", "run codes again; F: csv, json; P: percent to pass", gradeCommand},
}

func main() {
	os.Exit(run(&streams{os.Stdin, os.Stdout, os.Stderr}, os.Args[1:]))
}

// run runs the command that args name and returns the exit status.
func run(std *streams, args []string) int {
	if len(args) == 0 {
		usage(std.err)
		return exitUsage
	}
	for _, c := range commands {
		if c.name == args[0] {
			return status(std, c, c.run(std, args[1:]))
		}
	}
	if args[0] == "help" || args[0] == "-h" || args[0] == "--help" {
		usage(std.out)
		return 0
	}
	fmt.Fprintf(std.err, "blkplay: unknown command %q\n", args[0])
	usage(std.err)
	return exitUsage
}

func usage(w io.Writer) {
	fmt.Fprintln(w, "usage:")
	for _, c := range commands {
		fmt.Fprintf(w, "  blkplay %-50s %s\n", c.name+" "+c.args, c.text)
	}
}

// usageError is a command line that was not understood.
type usageError string

func (e usageError) Error() string { return string(e) }

// errDiffers says that what there was to say is said already.
var errDiffers = errors.New("differs")

// placed is an error in a file.
type placed struct {
	file string
	err  error
}

func (e *placed) Error() string { return e.file + ": " + e.err.Error() }
func (e *placed) Unwrap() error { return e.err }

// status prints err, one line an error, and returns the exit status.
func status(std *streams, c command, err error) int {
	var wrong usageError
	var list scenario.Errors
	var in *placed
	switch {
	case err == nil:
		return 0
	case errors.As(err, &wrong):
		fmt.Fprintf(std.err, "blkplay %s: %s\nusage: blkplay %s %s\n", c.name, wrong, c.name, c.args)
		return exitUsage
	case errors.Is(err, errDiffers):
	case errors.As(err, &in) && errors.As(err, &list):
		for _, e := range list {
			fmt.Fprintln(std.err, at(in.file, e))
		}
	default:
		fmt.Fprintln(std.err, "blkplay:", err)
	}
	return exitFailure
}

// at returns e as file:line:column: text.
func at(file string, e scenario.Error) string {
	if e.Line == 0 {
		return file + ": " + e.Text
	}
	return fmt.Sprintf("%s:%d:%d: %s", file, e.Line, e.Column, e.Text)
}
