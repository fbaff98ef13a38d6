package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"blkplay/core/export"
	"blkplay/core/replay"
	"blkplay/core/scenario"
)

// scenarioEnding is that of a scenario's file.
const scenarioEnding = ".blkplay"

// convertCommand turns a scenario into the trace of its run, and a trace into a
// scenario or into another form of itself, by the endings of the names.
func convertCommand(std *streams, args []string) error {
	flags := flag.NewFlagSet("convert", flag.ContinueOnError)
	kernel := flags.String("kernel", "", "")
	elevator := flags.String("elevator", "", "")
	words, err := parseArgs(flags, args)
	if err != nil {
		return err
	}
	if len(words) != 2 {
		return usageError("an input and an output are needed")
	}
	in, out := words[0], words[1]
	if isScenario(in) {
		return convertScenario(std, in, out, machineChanges(*kernel, *elevator))
	}
	if isScenario(out) {
		return importTrace(std, in, out, replay.Options{Kernel: scenario.Kernel(*kernel), Elevator: *elevator})
	}
	return rewriteTrace(in, out)
}

func isScenario(name string) bool {
	return strings.HasSuffix(strings.TrimSuffix(name, ".gz"), scenarioEnding)
}

// machineChanges are those that flags ask for; a flag that is "" asks for none.
func machineChanges(kernel, elevator string) []scenario.Change {
	var list []scenario.Change
	if kernel != "" {
		list = append(list, scenario.Change{Name: "kernel", Value: kernel})
	}
	if elevator != "" {
		list = append(list, scenario.Change{Name: "elevator", Value: elevator})
	}
	return list
}

// convertScenario writes a scenario, on another machine if changes ask for one,
// in its canonical form, or its run. What does not go along is told.
func convertScenario(std *streams, in, out string, changes []scenario.Change) error {
	text, err := readFile(std, in, scenario.TextBytesMax)
	if err != nil {
		return err
	}
	sc, err := scenario.Parse(string(text))
	if err != nil {
		return &placed{shown(in), err}
	}
	sc, losses, err := scenario.Retarget(sc, changes)
	if err != nil {
		return &placed{shown(in), err}
	}
	for i := range losses {
		fmt.Fprintln(std.err, shown(in)+": "+losses[i].Text(sc.Kernel))
	}
	if isScenario(out) {
		to, err := scenario.FormatLike(string(text), sc)
		if err != nil {
			return &placed{shown(in), err}
		}
		return writeFile(out, to)
	}
	note(std, in, sc)
	return write(std, sc, out)
}

// importTrace makes a scenario of a trace and tells what became of its bios.
func importTrace(std *streams, in, out string, opt replay.Options) error {
	files, err := openTrace(in)
	if err != nil {
		return err
	}
	defer closeAll(files)
	sc, report, err := replay.Convert(files, opt)
	if err != nil {
		return err
	}
	for _, line := range report.Lines() {
		fmt.Fprintln(std.err, line)
	}
	return writeFile(out, scenario.Format(sc))
}

func writeFile(name, text string) error {
	f, err := createFile(name)
	if err != nil {
		return err
	}
	if _, err := io.WriteString(f, text); err != nil {
		f.Abandon()
		return err
	}
	return f.Close()
}

// openTrace opens a trace; the file of CPU 0 brings its siblings with it.
func openTrace(name string) (files []replay.File, err error) {
	first, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	files = append(files, replay.File{Name: name, Data: first})
	for cpu := 1; ; cpu++ {
		sibling, ok := siblingOf(name, cpu)
		if !ok {
			return files, nil
		}
		f, err := os.Open(sibling)
		if os.IsNotExist(err) {
			return files, nil
		}
		if err != nil {
			closeAll(files)
			return nil, err
		}
		files = append(files, replay.File{Name: sibling, Data: f})
	}
}

// siblingOf returns the name of another CPU's file, if name is that of CPU 0.
func siblingOf(name string, cpu int) (sibling string, ok bool) {
	plain, packed := strings.CutSuffix(name, ".gz")
	stem, ok := strings.CutSuffix(plain, export.BinaryEnding)
	if !ok {
		return "", false
	}
	sibling = stem + ".blktrace." + strconv.Itoa(cpu)
	if packed {
		sibling += ".gz"
	}
	return sibling, true
}

func closeAll(files []replay.File) {
	for _, f := range files {
		f.Data.(io.Closer).Close()
	}
}
