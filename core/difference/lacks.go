package difference

import (
	"strconv"
	"strings"

	"blkplay/core/trace"
)

// Lack is something that the model does not know.
type Lack struct {
	Key    string   // of its sentence, stable
	Values []string // what the sentence has of this trace, in the order of the text
	Text   string   // the sentence
}

// lacks tells what the model does not know, with how much of it the trace has.
func (r *Result) lacks(of *real, opt Options) {
	say := func(key, text string, values ...string) {
		r.Unknown = append(r.Unknown, Lack{key, values, fill(text, values)})
	}
	number := func(n int64) string { return strconv.FormatInt(n, 10) }
	sc, rep := r.Scenario, r.Replay
	say("defaults", "Linux {} with elevator {} runs with its defaults: a trace does not tell the machine's kernel, elevator and tunables", string(sc.Kernel), sc.Elevator)
	say("software", "software takes no time in the model: its Q2G, G2I and I2D are waits alone")
	if sc.Device.Table != nil {
		say("caches", "caches of the device: its times are medians of this trace by length and distance, whatever was cached then; requests do not slow each other")
	} else {
		say("model", "the trace's device: here it is the model {}", sc.Device.Model)
	}
	say("depth", "the depth of the device: here it is the most that the trace has at it at once, {}", number(sc.Device.Depth))
	if n := len(of.cpus); n > 1 {
		say("cpus", "several CPUs and hardware queues: the trace has events of {} CPUs, the model has one queue", strconv.Itoa(n))
	} else {
		say("queues", "several hardware queues: the model has one")
	}
	if n := of.stats.Actions[trace.Queue] - of.stats.Queued; n+rep.WithoutFlush+rep.WithoutFUA > 0 {
		say("flush", "flush and FUA: {} bios without data left out, {} bios replayed as plain ones; what the device's cache made of them, with its own D and C, is in the real column only",
			number(n), number(max(rep.WithoutFlush, rep.WithoutFUA)))
	}
	if rep.Discards > 0 {
		say("discard", "discard: {} bios left out", number(rep.Discards))
	}
	if n := rep.Passthrough + rep.Zones + rep.Unaligned + rep.Outside + rep.Beyond; n > 0 {
		say("others", "{} other bios left out: passthrough, zones, parts of sectors, or beyond a limit", number(n))
	}
	if rep.OtherDevices > 0 {
		say("devices", "other devices of the trace: {} bios", number(rep.OtherDevices))
	}
	if of.longest > 0 && sc.Queue.MaxSectors == of.longest {
		say("longest", "max_sectors: taken as {}, the longest front part of a split", number(of.longest))
	}
	if of.more > 0 {
		say("rest", "the rest of the trace: the first {} bios are compared, {} records follow", strconv.Itoa(BiosMax), number(of.more))
	}
	if of.nothing {
		say("order", "the order of dispatch: the trace is too long to compare it")
	}
}

// fill puts values into the {} of text; what is counted as 1 is no more than one.
func fill(text string, values []string) string {
	for _, v := range values {
		if v == "1" {
			text = strings.Replace(text, "{} bios", "{} bio", 1)
		}
		text = strings.Replace(text, "{}", v, 1)
	}
	return text
}
