package difference

import (
	"strconv"

	"blkplay/core/trace"
)

// lacks tells what the model does not know, with how much of it the trace has.
func (r *Result) lacks(of *real, opt Options) {
	say := func(text string) { r.Unknown = append(r.Unknown, text) }
	sc, rep := r.Scenario, r.Replay
	say("Linux " + string(sc.Kernel) + " with elevator " + sc.Elevator + " runs with its defaults: a trace does not tell the machine's kernel, elevator and tunables")
	say("software takes no time in the model: its Q2G, G2I and I2D are waits alone")
	switch {
	case sc.Device.Table != nil:
		say("caches of the device: its times are medians of this trace by length and distance, whatever was cached then; requests do not slow each other")
	default:
		say("the trace's device: here it is the model " + sc.Device.Model)
	}
	say("the depth of the device: here it is the most that the trace has at it at once, " + strconv.FormatInt(sc.Device.Depth, 10))
	if n := len(of.cpus); n > 1 {
		say("several CPUs and hardware queues: the trace has events of " + strconv.Itoa(n) + " CPUs, the model has one queue")
	} else {
		say("several hardware queues: the model has one")
	}
	if n := of.stats.Actions[trace.Queue] - of.stats.Queued; n+rep.WithoutFlush+rep.WithoutFUA > 0 {
		say("flush and FUA: " + plural(n, "bio") + " without data left out, " + plural(max(rep.WithoutFlush, rep.WithoutFUA), "bio") +
			" replayed as plain ones; what the device's cache made of them, with its own D and C, is in the real column only")
	}
	if rep.Discards > 0 {
		say("discard: " + plural(rep.Discards, "bio") + " left out")
	}
	if n := rep.Passthrough + rep.Zones + rep.Unaligned + rep.Outside + rep.Beyond; n > 0 {
		say(plural(n, "other bio") + " left out: passthrough, zones, parts of sectors, or beyond a limit")
	}
	if rep.OtherDevices > 0 {
		say("other devices of the trace: " + plural(rep.OtherDevices, "bio"))
	}
	if of.longest > 0 && sc.Queue.MaxSectors == of.longest {
		say("max_sectors: taken as " + strconv.FormatInt(of.longest, 10) + ", the longest front part of a split")
	}
	if of.more > 0 {
		say("the rest of the trace: the first " + strconv.Itoa(BiosMax) + " bios are compared, " + plural(of.more, "record") + " follow")
	}
	if of.nothing {
		say("the order of dispatch: the trace is too long to compare it")
	}
}

func plural(n int64, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return strconv.FormatInt(n, 10) + " " + noun
}
