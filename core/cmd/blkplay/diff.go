package main

import (
	"errors"
	"flag"
	"fmt"
	"strconv"
	"strings"

	"blkplay/core/difference"
	"blkplay/core/replay"
	"blkplay/core/scenario"
	"blkplay/core/trace/blktrace"
)

// diffCommand replays a real trace and prints what the real and the simulated run have
// in common, and what not.
func diffCommand(std *streams, args []string) error {
	flags := flag.NewFlagSet("diff", flag.ContinueOnError)
	kernel := flags.String("kernel", "", "")
	elevator := flags.String("elevator", "", "")
	mode := flags.String("mode", "timed", "")
	disk := flags.String("device", difference.Learned, "")
	of := flags.String("of", "", "")
	format := flags.String("format", "text", "")
	to := flags.String("o", "", "")
	name, err := oneWord(flags, args, "trace")
	if err != nil {
		return err
	}
	opt := difference.Options{Disk: *disk, Options: replay.Options{Kernel: scenario.Kernel(*kernel), Elevator: *elevator}}
	if opt.Mode, err = modeNamed(*mode); err != nil {
		return err
	}
	if *of != "" {
		if opt.Options.Device, err = deviceNamed(*of); err != nil {
			return err
		}
	}
	if *format != "text" && *format != "json" {
		return usageError(fmt.Sprintf("-format %s: possible are text, json", *format))
	}
	if isScenario(name) || isJob(name) {
		return usageError(name + ": a real trace is needed; a scenario has nothing to be held against")
	}
	files, err := openTrace(std, name)
	if err != nil {
		return err
	}
	defer closeAll(files)
	result, err := difference.Difference(files, opt)
	if err != nil {
		return err
	}
	if *to != "" {
		text := scenario.Format(result.Scenario)
		if len(text) > scenario.TextBytesMax {
			return fmt.Errorf("the scenario has %d bytes, and one of at most %d can be read: trace a shorter time", len(text), scenario.TextBytesMax)
		}
		if err := writeFile(*to, text); err != nil {
			return err
		}
	}
	b := result.AppendText(nil)
	if *format == "json" {
		b = result.AppendJSON(nil)
	}
	_, err = std.out.Write(b)
	return err
}

// deviceNamed reads a device such as 8,0.
func deviceNamed(name string) (*blktrace.Device, error) {
	major, minor, ok := strings.Cut(name, ",")
	a, err := strconv.ParseUint(major, 10, 12)
	b, err2 := strconv.ParseUint(minor, 10, 20)
	if !ok || errors.Join(err, err2) != nil {
		return nil, usageError("-of " + name + ": want a device such as 8,0")
	}
	d := blktrace.MakeDevice(uint32(a), uint32(b))
	return &d, nil
}
