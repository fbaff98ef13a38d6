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

	// Replayed, but less than they were.
	WithoutFlush int64
	WithoutFUA   int64

	// Left out.
	Discards     int64
	Flushes      int64 // without data
	Passthrough  int64
	Unaligned    int64 // shorter than a sector
	Outside      int64 // sectors that no device has
	Beyond       int64 // over the limits of a scenario
	OtherDevices int64 // Q events of other devices

	Renumbered int // tasks whose pid no task can have
}

func (w *Workload) report(device blktrace.Device) *Report {
	c := w.counts[device]
	r := &Report{
		Device: device, Queued: c.queued,
		WithoutFlush: c.flushFlag, WithoutFUA: c.fuaFlag,
		Discards: c.discards, Flushes: c.flushes, Passthrough: c.passthrough,
		Unaligned: c.unaligned, Outside: c.outside, Beyond: c.beyond,
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
	l.add(r.Bios, " of "+number(r.Queued)+" bios of device "+deviceText(r.Device)+" are replayed, from "+
		number(int64(r.Tasks))+" tasks")
	l.some(r.Cut, " bios are longer than the queue takes, and go as "+number(r.Pieces))
	l.some(r.WithoutFlush, " bios lose their flush before the data")
	l.some(r.WithoutFUA, " bios lose their FUA")
	l.some(r.Flushes, " flushes without data are left out")
	l.some(r.Discards, " discards are left out")
	l.some(r.Passthrough, " passthrough commands are left out")
	l.some(r.Unaligned, " bios shorter than a sector are left out")
	l.some(r.Outside, " bios beyond the end of any device are left out")
	l.some(r.Beyond, " bios are left out: the scenario is at a limit ("+limits+")")
	l.some(r.OtherDevices, " bios of other devices are left out")
	l.some(int64(r.Renumbered), " tasks have another number than their pid")
	t := &r.Trace
	l.add(t.Records, " records were read ("+r.Format+")")
	l.some(t.Missing, " records are missing: the sequence numbers have gaps")
	l.some(t.Backwards, " records are earlier than the one before them in their file")
	l.some(t.OtherCPU, " records stood in another CPU's file and were left out")
	l.some(t.Unknown, " records have an action that blkparse does not print")
	l.some(t.BadPayload, " records have a payload of the wrong length")
	l.some(t.NoCategory, " records have no category")
	l.some(t.Renamed, " names were not taken: their pid had another, or there are too many")
	l.some(t.Messages, " messages")
	l.some(t.OtherNotes, " notes of an unknown kind")
	return l
}

// limits of a scenario that a trace can reach.
var limits = number(scenario.BiosMax) + " bios, " + number(scenario.TasksMax) + " tasks, " +
	number(scenario.TimeMaxNs/1_000_000_000) + " s, " + number(scenario.TextBytesMax>>20) + " MiB of text"

type lines []string

func (l *lines) add(n int64, text string) { *l = append(*l, number(n)+text) }

func (l *lines) some(n int64, text string) {
	if n > 0 {
		l.add(n, text)
	}
}

func number(n int64) string { return strconv.FormatInt(n, 10) }
