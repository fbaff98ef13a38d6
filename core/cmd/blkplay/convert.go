package main

import (
	"flag"
	"fmt"
	"io"
	"os"
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
	mode := flags.String("mode", "timed", "")
	plugs := flags.Bool("plugs", false, "")
	words, err := parseArgs(flags, args)
	if err != nil {
		return err
	}
	if len(words) != 2 {
		return usageError("an input and an output are needed")
	}
	in, out := words[0], words[1]
	if err := possible(in, out); err != nil {
		return err
	}
	opt := replay.Options{Kernel: scenario.Kernel(*kernel), Elevator: *elevator, Plugs: *plugs}
	if opt.Mode, err = modeNamed(*mode); err != nil {
		return err
	}
	switch {
	case isScenario(in):
		return convertScenario(std, in, out, machineChanges(*kernel, *elevator))
	case isScenario(out):
		return importTrace(std, in, out, opt)
	case isJob(in):
		sc, err := readJob(std, in, opt)
		if err != nil {
			return err
		}
		return write(std, sc, out)
	}
	return rewriteTrace(std, in, out)
}

// modeNamed returns the mode of a replay that a flag names.
func modeNamed(name string) (replay.Mode, error) {
	for m, n := range replay.Modes {
		if n == name {
			return replay.Mode(m), nil
		}
	}
	return 0, usageError(fmt.Sprintf("-mode %s: possible are %s", name, strings.Join(replay.Modes[:], ", ")))
}

// possible says in one sentence why in cannot become out, if it is so by their endings.
func possible(in, out string) error {
	if f := export.FormatOf(in); f != nil && f.Ending != ".txt" && f.Ending != export.BinaryEnding && f.Ending != export.MergedEnding && !strings.HasSuffix(f.Ending, ".iolog") {
		return usageError(fmt.Sprintf("%s: %s is only written, not read; read are %s, %s, .txt, %s and its siblings, .iolog", in, f.Ending, scenarioEnding, jobEnding, export.BinaryEnding))
	}
	switch {
	case isScenario(out):
	case isJob(out):
		return usageError(out + ": a job file is only read: a trace says what was done, not by which rule; .iolog is what fio replays")
	case export.FormatOf(out) == nil && (isScenario(in) || isJob(in)):
		return usageError(fmt.Sprintf("%s: a trace is written to a file that ends in %s (or these and .gz)", out, export.RunEndings()))
	case export.FormatOf(out) == nil:
		return usageError(fmt.Sprintf("%s: a trace becomes a file that ends in %s, %s", out, scenarioEnding, export.TraceEndings()))
	}
	return nil
}

func isScenario(name string) bool {
	return strings.HasSuffix(strings.TrimSuffix(name, ".gz"), scenarioEnding)
}

// jobEnding is that of fio's job files.
const jobEnding = ".fio"

func isJob(name string) bool { return strings.HasSuffix(strings.TrimSuffix(name, ".gz"), jobEnding) }

// readJob makes a scenario of a job file, and tells what is not done as it says.
func readJob(std *streams, name string, opt replay.Options) (*scenario.Scenario, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	sc, report, err := replay.Convert([]replay.File{{Name: name, Data: f}}, opt)
	if err != nil {
		return nil, err
	}
	for _, line := range report.Lines() {
		fmt.Fprintln(std.err, line)
	}
	return sc, nil
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
	files, err := openTrace(std, in)
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
