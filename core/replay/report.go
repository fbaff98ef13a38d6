package replay

import (
	"strconv"

	"blkplay/core/scenario"
	"blkplay/core/trace/blktrace"
)

// Report tells what became of the Q events of a trace.
type Report struct {
	Trace  blktrace.Report // what was read
	Format string
	Device blktrace.Device
	Tasks  int
	LastNs int64 // time of the last bio

	Queued int64 // Q events of the device
	Bios   int64 // of them replayed
	Cut    int64 // of those: longer than the queue takes, so sent in pieces
	Pieces int64 // bios that the cut ones became

	// Replayed, but as less than they were.
	WithoutFlush int64
	WithoutFUA   int64

	// Left out.
	Discards     int64
	Flushes      int64 // without data
	Passthrough  int64
	Zones        int64 // operations on zones that move no data
	Unaligned    int64 // shorter than a sector
	Outside      int64 // sectors that no device has
	Beyond       int64 // over the limits of a scenario
	OtherDevices int64 // Q events of other devices

	Notes []string // what a job file asks for and is not done, or not so
	jobs  int      // of a job file

	Renumbered int // tasks whose pid no task can have
}

func (w *Workload) report(device blktrace.Device) *Report {
	c := w.counts[device]
	r := &Report{
		Device: device, Queued: c.queued,
		Discards: c.discards, Flushes: c.flushes, Passthrough: c.passthrough,
		Zones: c.zones, Unaligned: c.unaligned, Outside: c.outside, Beyond: c.beyond,
		OtherDevices: w.otherDevices,
	}
	for _, d := range w.order {
		if d != device {
			r.OtherDevices += w.counts[d].queued
		}
	}
	return r
}

// Lines tells the report in sentences: first what is replayed, then everything that
// is not as it was in the trace.
func (r *Report) Lines() []string {
	l := lines{}
	if r.jobs > 0 {
		l = append(l, count(int64(r.jobs), "job")+": "+count(int64(r.Tasks), "task")+" with "+count(r.Bios, "bio"))
		return append(l, r.Notes...)
	}
	are := " are"
	if r.Queued == 1 {
		are = " is"
	}
	l = append(l, number(r.Bios)+" of "+count(r.Queued, "bio")+" of device "+deviceText(r.Device)+
		are+" replayed, from "+count(int64(r.Tasks), "task"))
	l.some(r.Cut, "bio", "longer than the queue takes, sent as "+number(r.Pieces)+" in all")
	l.some(r.WithoutFlush, "bio", "replayed without the flush before the data")
	l.some(r.WithoutFUA, "bio", "replayed without FUA")
	l.some(r.Flushes, "flush", "without data, left out")
	l.some(r.Discards, "discard", "left out")
	l.some(r.Passthrough, "passthrough command", "left out")
	l.some(r.Zones, "operation", "on zones that moves no data, left out")
	l.some(r.Unaligned, "bio", "shorter than a sector, left out")
	l.some(r.Outside, "bio", "beyond the end of any device, left out")
	l.some(r.Beyond, "bio", "left out: the scenario is at a limit ("+limits+")")
	l.some(r.OtherDevices, "bio", "of other devices, left out")
	l.some(int64(r.Renumbered), "task", "with another number than the pid")
	return append(l, TraceLines(&r.Trace, r.Format)...)
}

// TraceLines tells what was read of a trace of a format, and everything in it that
// is not as it should be or that only some of what reads it takes.
func TraceLines(t *blktrace.Report, format string) []string {
	l := lines{count(t.Records, "record") + " read: " + format}
	l = append(l, Complaints(t)...)
	l.some(t.Flushes, "flush", "queued")
	l.some(t.Discards, "discard", "queued")
	l.some(t.Events[blktrace.Requeue], "requeue", "")
	l.some(t.Events[blktrace.Split], "split", "")
	l.some(t.Events[blktrace.Remap], "remap", "")
	l.some(t.Events[blktrace.Bounce], "bounce", "")
	l.some(t.Zoned, "event", "of zoned devices, which no kernel here models")
	l.some(t.Messages-t.Hidden, "message", "of a scheduler or a person, not replayed")
	l.some(t.CGroups, "record", "with a cgroup's id")
	return l
}

// Complaints tells what in a trace is not as it should be; nothing for a sound one.
func Complaints(t *blktrace.Report) []string {
	var l lines
	if t.Gaps > 0 {
		l = append(l, count(t.Missing, "record")+" missing: the sequence numbers have "+count(t.Gaps, "gap"))
	}
	l.some(t.Lost, "record", "lost, as ftrace says")
	l.some(t.LostUnknown, "time", "that ftrace says it lost records, but not how many")
	l.some(t.Skipped, "record", "missing, as the summary of blkparse says")
	l.some(t.Backwards, "record", "earlier than the one before in the same file")
	l.some(t.Disorder, "record", "earlier than the one before, which is of another CPU")
	l.some(t.OtherCPU, "record", "in another CPU's file, left out")
	l.some(t.Unknown, "record", "with an action that blkparse does not print")
	l.some(t.BadPayload, "record", "with a payload of the wrong length, or without it")
	l.some(t.NoCategory, "record", "without a category")
	l.some(t.Renamed, "name", "not taken: the pid had another, or there are too many")
	l.some(t.OtherNotes, "note", "of an unknown kind")
	l.some(t.Hidden, "message", "of a cgroup, which blkparse does not print, left out")
	return l
}

// limits of a scenario that a trace can reach.
var limits = number(scenario.BiosMax) + " bios, " + number(scenario.TasksMax) + " tasks, " +
	number(scenario.TimeMaxNs/1_000_000_000) + " s, " + number(scenario.TextBytesMax>>20) + " MiB of text"

type lines []string

func (l *lines) some(n int64, noun, text string) {
	switch {
	case n == 0:
	case text == "":
		*l = append(*l, count(n, noun))
	default:
		*l = append(*l, count(n, noun)+" "+text)
	}
}

// count is "1 flush" or "2 flushes".
func count(n int64, noun string) string {
	switch {
	case n == 1:
	case noun[len(noun)-1] == 'h':
		noun += "es"
	default:
		noun += "s"
	}
	return number(n) + " " + noun
}

func number(n int64) string { return strconv.FormatInt(n, 10) }
