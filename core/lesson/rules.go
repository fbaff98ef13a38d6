package lesson

// rule is something the linter looks for.
type rule struct {
	name  string
	error bool // a lesson with it does not work
	text  string
}

// rules of the linter. Those that are no errors can be allowed, with a reason.
var rules = [...]rule{
	{"no-variant", true, "a variant cannot be made"},
	{"no-answer", true, "an answer cannot be computed"},
	{"no-choice", true, "the right answer is none of the choices"},
	{"slots", true, "the answer has not as many elements as there are slots"},
	{"offer", true, "the right answer is not among the values offered"},
	{"text", true, "a text cannot be filled in"},
	{"wrong-is-right", true, "a wrong answer with a reply is the right one"},
	{"reached", true, "the goal is reached before anything is turned"},
	{"unreachable", true, "no setting of the knobs reaches the goal"},
	{"knob", true, "the run has no such knob"},
	{"choice-twice", true, "two choices say the same"},

	{"reply-twice", false, "two replies are to the same answer: the second is never seen"},
	{"unused", false, "nothing speaks of it"},
	{"no-hint", false, "the question has no hint"},
	{"hint-twice", false, "the same hint stands twice"},
	{"same-answer", false, "every seed has the same answer"},
	{"words-missing", false, "a text has no words in this language"},
	{"words-values", false, "a text has other values than the one it stands for"},
	{"run-stuck", false, "the run ends with bios that never complete"},

	{"whole-ms", false, "a plug set on a whole millisecond: its timer fires at the same time for HZ 250 and 1000"},
	{"deadline-count", false, "under deadline the number of requests does not depend on the order of the bios"},
	{"threshold-never", false, "from some value on unplug_thresh never fires, and all values give the same run"},
	{"small-slice", false, "below 5 ticks all priorities of cfq have the same slice"},
	{"as-gives-up", false, "anticipatory wins once and then gives up on the task"},
	{"idle-first", false, "an idle-class request that comes first holds up the others for HZ/10"},
	{"same-start", false, "two requests start at the same sector: one leaves early and out of turn"},
	{"starved-early", false, "a read dispatched before the writes wait does not count for writes_starved"},
	{"ioc-kernel", false, "only 4.4 shows the counters of io_contexts"},
	{"ioc-cfq", false, "under cfq the counters hold requests and active_cic as well"},
	{"hidden-cause", false, "the cause has no trace line: say show causes"},
}

func ruleNamed(name string) *rule {
	for i := range rules {
		if rules[i].name == name {
			return &rules[i]
		}
	}
	return nil
}

func ruleKnown(name string) bool {
	r := ruleNamed(name)
	return r != nil && !r.error
}

func ruleNames() (list []string) {
	for i := range rules {
		if !rules[i].error {
			list = append(list, rules[i].name)
		}
	}
	return list
}
