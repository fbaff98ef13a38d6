package lesson

import (
	"strings"

	"blkplay/core/scenario"
	"blkplay/core/trace"
)

// kindsMax is behind every trace.Kind that has a name.
const kindsMax = 128

// selectKind marks the kind that name means: blkparse's letter, or a record's name.
func selectKind(kinds []bool, name string) bool {
	for k := trace.Kind(1); k < kindsMax; k++ {
		if k.Letter() == name || k.Name() == name {
			kinds[k] = true
			return true
		}
	}
	return false
}

// function is one of the expression language.
type function struct {
	name    string
	selects bool // it takes events of a run: ACTION ["where" EXPR]
	ofRun   bool // it looks at a run
	typ     Type // what it gives; NoType: see checkCall
	text    string
}

// Functions; those that select first.
var functions = [...]function{
	{"count", true, true, Int, "how many events"},
	{"time", true, true, Time, "the time of the first event"},
	{"times", true, true, ListOf(Time), "their times"},
	{"line", true, true, Int, "the first one's number among the events that blktrace prints, from 1"},
	{"lines", true, true, ListOf(Int), "their numbers"},
	{"sectors", true, true, ListOf(Int), "their first sectors"},
	{"sizes", true, true, ListOf(Int), "their lengths in sectors; of U and UT the number of requests"},
	{"tasks", true, true, ListOf(Int), "the tasks that ran"},
	{"directions", true, true, ListOf(Word), "R or W"},
	{"marks", true, true, ListOf(Word), "letter and length, as in U16"},
	{"extents", true, true, ListOf(Word), "letter of direction and first sector, as in R300"},
	{"causes", true, true, ListOf(Word), "the rules by which they happened, as in deadline-late"},
	{"unplugs", true, true, ListOf(Word), "what took the plug off or flushed it for them, as in plug-off-timer"},
	{"latencies", true, true, ListOf(Time), "of the events' bios, from their Q to their end"},

	{"ioc", false, true, ListOf(Int), `ioc("fork-parent"): refcount, active_ref and nr_tasks, last seen at that moment (4.4)`},
	{"ioc_first", false, true, ListOf(Int), "likewise, first seen"},

	{"max", false, false, NoType, "the largest, of a list or of several"},
	{"min", false, false, NoType, "the smallest"},
	{"sum", false, false, NoType, "of a list of numbers or times; of yes and no, how often yes"},
	{"len", false, false, Int, "how many elements a list has"},
	{"last", false, false, NoType, "a list's last element"},
	{"part", false, false, NoType, "part(LIST, FROM, TO): the elements between those places, from 1; shorter if the list is"},
	{"position", false, false, Int, "position(LIST, X): the first place of X, from 1; 0 if it is not there"},
	{"sorted", false, false, NoType, "a list in rising order"},
	{"distinct", false, false, NoType, "a list without repetitions"},
	{"abs", false, false, NoType, "without its sign"},
	{"ms", false, false, Time, "a number of milliseconds as a time"},
	{"us", false, false, Time, "a number of microseconds as a time"},
	{"if", false, false, NoType, "if(CONDITION, A, B)"},
	{"by", false, false, Bool, `in a where: by("plug-off-wait"): the event, or what led to it, has this cause or is a record of this name`},
}

func functionNamed(name string) *function {
	for i := range functions {
		if functions[i].name == name {
			return &functions[i]
		}
	}
	return nil
}

// fields of an event, in a where. The order is that of eventField.
var fields = [...]struct {
	name string
	typ  Type
	text string
}{
	{"at", Time, "when it happened"},
	{"number", Int, "its number among the events that blktrace prints, from 1; of another record, of the event before it"},
	{"sector", Int, "its first sector"},
	{"size", Int, "its length in sectors; of U and UT the number of requests"},
	{"task", Int, "the task that ran; 0 is an interrupt, a timer or kblockd"},
	{"bio", Int, "the bio, from 0"},
	{"request", Int, "the request, from 0"},
	{"action", Word, "blkparse's letter or the record's name"},
	{"write", Bool, "it is a write"},
	{"read", Bool, "it is a read"},
	{"sync", Bool, "it has the sync bit"},
	{"cause", Word, "the rule by which it happened"},
	{"unplug", Word, "what took the plug off or flushed it for this event"},
}

func fieldNamed(name string) int {
	for i := range fields {
		if fields[i].name == name {
			return i
		}
	}
	return -1
}

// figures of a run, next to the settings of its scenario. The order is that of runFigure.
var figures = [...]struct {
	name string
	typ  Type
	text string
}{
	{"q2c_max", Time, "longest time from a Q to its C"},
	{"q2c_mean", Time, "mean of these times"},
	{"d2c_max", Time, "longest service"},
	{"plugs", Int, "how often U ended a plugged state"},
	{"plugged", Time, "how long the queue was plugged"},
	{"seeks", Int, "how many D do not touch the one before"},
	{"depth_max", Int, "most requests in the device at once"},
	{"sectors_written", Int, "sectors completed"},
	{"sectors_read", Int, "sectors completed"},
	{"end", Time, "time of the last event"},
	{"bios", Int, "bios submitted"},
	{"open_bios", Int, "bios that never complete"},
	{"blocked", Int, "tasks that wait for ever"},
	{"contexts", Int, "io_contexts that were made (4.4)"},
}

func figureNamed(name string) int {
	for i := range figures {
		if figures[i].name == name {
			return i
		}
	}
	return -1
}

// settingNamed reports whether a run's scenario may have a setting of that name.
func settingNamed(name string) (t Type, ok bool) {
	switch name {
	case "kernel", "elevator":
		return Word, true
	case "hz", "depth":
		return Int, true
	}
	var q scenario.Queue
	if q.Field(name) != nil {
		return Int, true
	}
	for _, k := range scenario.Kernels() {
		for i := range k.Elevators {
			if k.Elevators[i].Tunable(name) != nil {
				return Int, true
			}
		}
	}
	return NoType, false
}

// causeKnown reports whether a rule of that name is known.
func causeKnown(name string) bool {
	found := name == ""
	trace.Causes(func(_ trace.Cause, r trace.Rule) bool {
		found = found || r.Name == name
		return !found
	})
	return found
}

// didYouMean names the word that is meant, if one is close.
func didYouMean(found string, words []string) string {
	best, least := "", len(found)/3+1
	for _, w := range words {
		if d := distance(found, w); d <= least && (best == "" || d < distance(found, best)) {
			best = w
		}
	}
	if best == "" {
		if len(words) == 0 || len(words) > 20 {
			return ""
		}
		return "; possible here: " + strings.Join(words, ", ")
	}
	return "; did you mean " + best + "?"
}

// distance is how many letters a differs from b by, at its start and end alike.
func distance(a, b string) int {
	for a != "" && b != "" && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for a != "" && b != "" && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return max(len(a), len(b))
}
