package scenario

import (
	"slices"
	"strconv"
)

// Parse reads a scenario text, version 1. The error, if any, is an [Errors].
//
// A line is a statement or, indented under its task, an op; # begins a comment.
// The first statement is "version 1"; what describes the machine stands before
// the first task. What is not said is as [Default] has it.
func Parse(text string) (*Scenario, error) {
	p := parse(text, false)
	return p.sc, p.errs.err()
}

// parser is a text being read.
type parser struct {
	sc    *Scenario
	info  *KernelInfo
	errs  Errors
	base  int      // column at which statements begin
	heads heads    // statements seen: their lines
	given []string // settings seen
	task  int      // task whose ops are being read, as index; -1: none
	ops   int
	// foreign are queue settings that the kernel lacks: a lenient line, which may
	// come later, allows them.
	foreign []Setting
	asked   bool     // for the kernel
	lines   []source // for the formatter: every line
}

// statements in the order of the canonical form.
var statements = [headCount]struct {
	word string
	read func(p *parser, a *args)
}{
	{"version", (*parser).version},
	{"kernel", (*parser).kernel},
	{"elevator", (*parser).elevator},
	{"hz", (*parser).hz},
	{"queue", (*parser).queue},
	{"device", (*parser).device},
	{"what_if", (*parser).whatIf},
	{"lenient", (*parser).lenient},
	{"task", (*parser).taskLine},
	{"at", (*parser).at},
}

func statementWords() []string {
	var list []string
	for i := range statements {
		list = append(list, statements[i].word)
	}
	return list
}

// parse reads and checks a text. With keep its lines stay, for the formatter.
// The scenario is nil if there are errors.
func parse(text string, keep bool) *parser {
	p := &parser{sc: &Scenario{Device: defaultDevice}, task: -1}
	if len(text) > TextBytesMax {
		p.sc = nil
		p.errs = Errors{{Text: "the text has " + strconv.Itoa(len(text)) + " bytes; at most " + strconv.Itoa(TextBytesMax) + " are read"}}
		return p
	}
	const bom = "\ufeff"
	if len(text) >= len(bom) && text[:len(bom)] == bom {
		text = text[len(bom):]
	}
	var scanned source
	for number := 1; text != "" && len(p.errs) < errorsMax; number++ {
		var line string
		line, text = cutLine(text)
		wrong := scanLine(&scanned, line)
		if keep {
			scanned.words = slices.Clone(scanned.words) // the next line takes their place
			p.lines = append(p.lines, scanned)
		}
		if wrong != nil {
			p.errs = append(p.errs, Error{Pos{number, wrong.column}, wrong.text})
		} else if len(scanned.words) > 0 {
			p.line(&args{words: scanned.words, line: number})
		}
	}
	if p.base == 0 && len(p.errs) == 0 {
		p.errs = Errors{{Text: "the text is empty; it begins with the line: version 1"}}
	}
	p.finish()
	if len(p.errs) == 0 {
		p.errs = Check(p.sc)
	}
	if len(p.errs) > 0 {
		p.sc = nil
	}
	return p
}

// line reads one line that has words.
func (p *parser) line(a *args) {
	first := a.words[0]
	if p.base == 0 {
		p.base = first.column
		if first.text != "version" {
			a.fail(first, quote(first.text)+": the first line of a scenario is: version 1")
		}
	}
	switch {
	case a.failed != nil:
	case first.column > p.base && p.task >= 0 && first.text != "task" && first.text != "at":
		p.op(a)
	default:
		p.statement(a)
	}
	if a.failed != nil {
		p.errs = append(p.errs, *a.failed)
	}
}

// Indices in statements; from firstOfTasks on they are no machine's.
const (
	headVersion = iota
	headKernel
	headElevator
	headHZ
	headQueue
	headDevice
	headWhatIf
	headLenient
	headTask
	headAt
	headCount

	firstOfTasks = headTask
)

// heads are lines, by index in statements; 0 is none.
type heads [headCount]int

func (p *parser) statement(a *args) {
	w := a.next("a statement")
	for i := range statements {
		if statements[i].word != w.text {
			continue
		}
		if i < firstOfTasks {
			if p.heads[headTask]+p.heads[headAt] > 0 {
				a.refuse(w, " describes the machine and stands before the first task (indented under a task, an op may be meant)")
				return
			}
			if line := p.heads[i]; line > 0 {
				a.refuse(w, " stands in line "+strconv.Itoa(line)+" already; put everything into one line")
				return
			}
		}
		if i > headKernel && p.heads[headKernel] == 0 {
			if !p.asked { // once is enough
				a.fail(w, "before "+quote(w.text)+" the kernel must be named, as in: kernel "+string(Linux2624))
			}
			p.asked = true
			return
		}
		p.heads[i] = a.line
		statements[i].read(p, a)
		a.end()
		return
	}
	if opNamed(w.text) == nil {
		a.unlisted(w, " begins no line", statementWords())
		return
	}
	if p.task < 0 {
		a.refuse(w, " is an op; ops stand under a task, as in: task 1")
		return
	}
	a.at = 0
	p.op(a)
}

func (p *parser) version(a *args) {
	w := a.next("the version, 1,")
	if a.failed == nil && w.text != "1" {
		a.fail(w, "version "+quote(w.text)+" is unknown; this reader knows version 1")
	}
}

func (p *parser) kernel(a *args) {
	w := a.next("a kernel")
	if a.failed != nil {
		return
	}
	p.sc.Kernel = Kernel(w.text)
	p.info = p.sc.Kernel.Info()
	if p.info == nil {
		var known []string
		for _, k := range Kernels() {
			known = append(known, string(k.Name))
		}
		a.unlisted(w, " is no kernel that is modelled", known)
	}
}

func (p *parser) elevator(a *args) {
	w := a.next("an elevator")
	if a.failed != nil || p.info == nil {
		a.at = len(a.words)
		return
	}
	p.sc.Elevator = elevatorName(w.text)
	e := p.info.Elevator(p.sc.Elevator)
	if e == nil {
		a.fail(w, noElevator(p.info, p.sc.Elevator))
		return
	}
	var words []string
	for _, t := range e.Tunables {
		words = append(words, t.Name)
	}
	if len(words) == 0 && a.more() {
		a.fail(a.peek(), "elevator "+e.Name+" has no tunables")
		return
	}
	for a.more() {
		w, key, value := a.pair(words)
		t := e.Tunable(key)
		if a.failed == nil && t == nil {
			a.unknown(w, "elevator "+e.Name+" has no tunable "+quote(key), key, words)
			return
		}
		p.once(a, w, "tunable "+key, key)
		v := a.number(w, value, key, TunableMin, TimeMaxNs)
		if t != nil && a.failed == nil {
			if _, ok := t.Keeps(v); !ok {
				a.fail(w, outOfRange(t, v))
			}
		}
		p.sc.Tunables = append(p.sc.Tunables, Setting{key, v, Pos{a.line, w.column}})
	}
}

// once refuses a setting that was seen before.
func (p *parser) once(a *args, w token, setting, key string) {
	if a.failed == nil && index(p.given, setting) >= 0 {
		a.fail(w, quote(key)+" is set twice")
	}
	p.given = append(p.given, setting)
}

func noElevator(info *KernelInfo, name string) string {
	var words []string
	for _, e := range info.Elevators {
		words = append(words, e.Name)
	}
	text := "kernel " + string(info.Name) + " has no elevator " + quote(name)
	if ElevatorIndex(name) >= 0 {
		text += " (" + having(func(k *KernelInfo) bool { return k.Elevator(name) != nil }) + ")"
	}
	return text + oneOf(name, words)
}

func outOfRange(p *Parameter, v int64) string {
	return p.Name + "=" + strconv.FormatInt(v, 10) + ": " + p.Name + " is " +
		strconv.FormatInt(p.Min, 10) + " to " + strconv.FormatInt(p.Max, 10) + unitText(p)
}

func unitText(p *Parameter) string {
	if p.Unit == "" {
		return ""
	}
	return " " + p.Unit
}

func (p *parser) hz(a *args) {
	w := a.next("ticks a second")
	p.sc.HZ = a.number(w, w.text, "hz", HZMin, HZMax)
}

func (p *parser) queue(a *args) {
	if p.info == nil {
		a.at = len(a.words)
		return
	}
	var words []string
	for _, q := range p.info.Queue {
		words = append(words, q.Name)
	}
	for a.more() {
		w, key, value := a.pair(words)
		field := p.sc.Queue.Field(key)
		if a.failed == nil && field == nil {
			a.unknown(w, "the queue has no "+quote(key), key, words)
		}
		p.once(a, w, "queue "+key, key)
		v := a.number(w, value, key, 0, TimeMaxNs)
		if a.failed != nil {
			return
		}
		*field = v
		if q := p.info.QueueParameter(key); q == nil {
			p.foreign = append(p.foreign, Setting{key, v, Pos{a.line, w.column}})
		} else if _, ok := q.Keeps(v); !ok {
			a.fail(w, outOfRange(q, v))
		}
	}
}

func (p *parser) whatIf(a *args) {
	if p.info == nil {
		a.at = len(a.words)
		return
	}
	for first := true; first || a.more(); first = false {
		w := a.next("what to do otherwise (" + join(p.info.WhatIf) + ")")
		if a.failed != nil {
			return
		}
		field := p.sc.WhatIf.Field(w.text)
		switch {
		case field == nil:
			a.unlisted(w, " is no what_if", p.info.WhatIf)
		case index(p.info.WhatIf, w.text) < 0:
			a.fail(w, "kernel "+string(p.info.Name)+" has no what_if "+quote(w.text)+" ("+
				having(func(k *KernelInfo) bool { return index(k.WhatIf, w.text) >= 0 })+")")
		default:
			*field = true
		}
	}
}

func (p *parser) lenient(*args) { p.sc.Lenient = true }

var taskWords = []string{"name", "parent", "ioprio"}

func (p *parser) taskLine(a *args) {
	w := a.next("the task's number")
	t := Task{ID: int(a.number(w, w.text, "a task", 1, TaskIDMax)), Pos: Pos{a.line, w.column}}
	for a.more() {
		w, key, value := a.pair(taskWords)
		if a.failed != nil {
			break
		}
		switch key {
		case "name":
			t.Name = value
			if value == "" || len(value) > NameBytesMax {
				a.fail(w, "a name has 1 to "+strconv.Itoa(NameBytesMax)+" letters")
			}
		case "parent":
			t.Parent = int(a.number(w, value, "a task", 1, TaskIDMax))
		case "ioprio":
			prio := a.ioprio(w, value)
			t.IOPrio = &prio
		default:
			a.unknown(w, "a task has no "+quote(key), key, taskWords)
		}
	}
	if len(p.sc.Tasks) == TasksMax {
		a.fail(w, "there are more than "+strconv.Itoa(TasksMax)+" tasks")
		return
	}
	p.task = len(p.sc.Tasks)
	p.sc.Tasks = append(p.sc.Tasks, t)
}

func (p *parser) op(a *args) {
	op := readOp(a, p.info)
	if a.failed == nil {
		p.count(a)
		t := &p.sc.Tasks[p.task]
		t.Ops = append(t.Ops, op)
	}
}

func (p *parser) count(a *args) {
	if p.ops++; p.ops > OpsMax {
		a.fail(a.words[0], "there are more than "+strconv.Itoa(OpsMax)+" ops")
	}
}

// at reads TIME [task ID] OP.
func (p *parser) at(a *args) {
	p.task = -1
	w := a.next("a time like 5ms")
	at := AtOp{Time: a.time(w, w.text)}
	if a.take("task") {
		w = a.next("a task's number")
		at.Task = int(a.number(w, w.text, "a task", 1, TaskIDMax))
	}
	at.Op = readOp(a, p.info)
	if a.failed != nil {
		return
	}
	p.count(a)
	p.sc.At = append(p.sc.At, at)
}

// inOrder sorts ops by time, equal ones as they stand: runs of one, two, four...
// are merged.
func inOrder(list []AtOp) []AtOp {
	sorted := make([]AtOp, 0, len(list))
	for width := 1; width < len(list); width *= 2 {
		sorted = sorted[:0]
		for from := 0; from < len(list); from += 2 * width {
			middle := min(from+width, len(list))
			end := min(middle+width, len(list))
			a, b := list[from:middle], list[middle:end]
			for len(a)+len(b) > 0 {
				if len(b) == 0 || len(a) > 0 && a[0].Time <= b[0].Time {
					sorted, a = append(sorted, a[0]), a[1:]
				} else {
					sorted, b = append(sorted, b[0]), b[1:]
				}
			}
		}
		list, sorted = sorted, list
	}
	return list
}

// finish puts the hand's ops in order of time, equal ones as written, and fills
// in what the text did not say.
func (p *parser) finish() {
	p.sc.At = inOrder(p.sc.At)
	if p.info == nil {
		if p.base > 0 && len(p.errs) == 0 {
			p.errs = Errors{{Text: "the kernel is missing, as in: kernel " + string(Linux2624)}}
		}
		return
	}
	sc := p.sc
	for _, s := range p.foreign {
		if !sc.Lenient {
			p.errs = append(p.errs, Error{s.Pos, "kernel " + string(sc.Kernel) + " has no " + s.Name + " (" +
				having(func(k *KernelInfo) bool { return k.QueueParameter(s.Name) != nil }) + ")"})
		}
	}
	if sc.HZ == 0 {
		sc.HZ = defaultHZ
	}
	if sc.Elevator == "" {
		sc.Elevator = p.info.Elevators[0].Name
	}
	for i := range p.info.Queue {
		q := &p.info.Queue[i]
		if index(p.given, "queue "+q.Name) < 0 {
			*sc.Queue.Field(q.Name) = q.Default(sc)
		}
	}
}
