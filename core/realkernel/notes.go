package realkernel

import (
	"strings"

	"blkplay/core/scenario"
)

// allNotes are what can differ, by key.
var allNotes = map[string]string{
	"disk":     "The device of the scenario is a model. A real disk has its own times, a cache that completes writes early, and firmware that reorders: order of dispatch may agree, times will not.",
	"direct":   "A write with O_DIRECT is a synchronous one in all three kernels. The scenario's plain writes come on a real machine out of the page cache: with direct=0, written back by another task, page by page, when that sees fit.",
	"directUp": "With O_DIRECT Linux 2.6.24 unplugs the queue as soon as a call has submitted its bios (fs/direct-io.c: direct_io_worker()), so fio seldom leaves a plug for the timer or the threshold. Reads ahead and writeback do.",
	"aioPlug":  "io_submit() opens a plug around what it is handed at once; fio hands over iodepth_batch_submit at once.",
	"others":   "Everybody else who uses the disk is in the trace too: file systems, journals, udev. Use a disk that nobody mounts.",
	"cpus":     "Real submitters run on several CPUs at a time, and interrupts arrive in the middle of things. Events a few microseconds apart may change places.",
	"model":    "What a log replays are the times at which the model's tasks submitted. A wait in the scenario has become the time at which the model's wait ended.",
	"chance":   "fio draws its own random sectors: as many, as large, in the same span, but others. To have the scenario's own, save the run as a fio log and replay that.",
	"fork":     "fio starts a process for each task instead of forking it where the scenario does; a job begins when the model's task submits its first bio.",
	"cloneIO":  "fio cannot share an io_context between tasks (CLONE_IO): each job has its own.",
	"sets":     "Stores to sysfs while fio runs come when the shell gets to them: within milliseconds, not at the instant.",
	"noCall":   "No system call does what these ops do:",
	"prio":     "An ioprio that a task changes on its way is left out: a job has one.",
	"class":    "The realtime class needs root.",
	"whole":    "The run has too many bios to be written here: the job replays a log of the whole run, as one process.",
}

// notes tells what of sc is different on a real kernel.
func notes(sc *scenario.Scenario, j *job, stores bool) []Note {
	var list []Note
	add := func(when bool, key string) {
		if when {
			list = append(list, Note{Key: key, Text: allNotes[key]})
		}
	}
	f := look(sc)
	add(true, "disk")
	add(f.plainWrites, "direct")
	add(sc.Kernel == scenario.Linux2624, "directUp")
	add(sc.Kernel != scenario.Linux2624, "aioPlug")
	add(j.whole, "whole")
	add(j.replayed || j.whole, "model")
	add(j.chance, "chance")
	add(f.forks, "fork")
	add(f.clones, "cloneIO")
	add(stores, "sets")
	add(f.prios, "prio")
	add(f.realtime, "class")
	if f.noCall != "" {
		list = append(list, Note{"noCall", allNotes["noCall"] + " " + f.noCall, f.noCall})
	}
	add(true, "others")
	add(true, "cpus")
	return list
}

// facts are what notes are about.
type facts struct {
	plainWrites, forks, clones, prios, realtime bool

	noCall string // words of ops, with commas
}

func look(sc *scenario.Scenario) *facts {
	f := &facts{}
	for i := range sc.Tasks {
		t := &sc.Tasks[i]
		f.realtime = f.realtime || t.IOPrio != nil && t.IOPrio.Class == 1
		for k := range t.Ops {
			f.op(&t.Ops[k])
		}
	}
	for i := range sc.At {
		f.op(&sc.At[i].Op)
	}
	return f
}

func (f *facts) op(op *scenario.Op) {
	switch op.Kind {
	case scenario.Submit, scenario.Stream:
		f.plainWrites = f.plainWrites || op.IO.Write && !op.IO.Sync
	case scenario.Fork:
		f.forks = true
		f.clones = f.clones || op.CloneIO
	case scenario.SetIOPrio:
		f.prios = true
	case scenario.Set, scenario.SwitchElevator, scenario.Sleep, scenario.Compute, scenario.Wait, scenario.StartPlug, scenario.FinishPlug:
	default:
		f.without(op.Kind.Word())
	}
}

// without remembers an op that no system call does.
func (f *facts) without(word string) {
	switch {
	case f.noCall == "":
		f.noCall = word
	case !strings.Contains(", "+f.noCall+",", ", "+word+","):
		f.noCall += ", " + word
	}
}
