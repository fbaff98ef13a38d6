package lesson

import (
	"strconv"
	"strings"

	"blkplay/core/scenario"
)

// attempt is a goal's run with its knobs turned, and what came of it.
type attempt struct {
	problem string
	done    *result
	holds   bool // every check, least aside
}

// start returns the scenario that a goal starts from, anew.
func (v *Variant) start(q *question) *scenario.Scenario {
	for i := range v.runs {
		if v.runs[i].name == q.on {
			sc, err := scenario.Parse(v.runs[i].text)
			if err != nil {
				panic("lesson: a scenario that was read once cannot be read again: " + err.Error())
			}
			return sc
		}
	}
	panic("lesson: question " + q.name + " is about no run")
}

// try runs the goal with its knobs turned so.
func (v *Variant) try(q *question, list []turned) *attempt {
	key := q.name
	for i := range list {
		key += " " + list[i].String()
	}
	if a := v.goals[key]; a != nil {
		return a
	}
	a := v.attempt(q, list)
	if v.goals == nil {
		v.goals = map[string]*attempt{}
	}
	if a.done != nil {
		v.kept += len(a.done.events)
	}
	if v.kept < attemptsKept {
		v.goals[key] = a
	}
	return a
}

// attemptsKept bounds the memory of a class whose answers all differ, in records.
const attemptsKept = 200_000

func (v *Variant) attempt(q *question, list []turned) *attempt {
	sc, problem := v.turn(q, list)
	if problem != "" {
		return &attempt{problem: problem}
	}
	a := &attempt{done: play(sc, v.Exercise.left)}
	if a.done.err != nil {
		a.problem = a.done.err.Error()
		return a
	}
	a.holds = true
	e := v.goalEnv(q, a)
	for i := range q.checks {
		yes, err := q.checks[i].expr.eval(e)
		a.holds = a.holds && err == nil && yes.true()
	}
	return a
}

// turn returns the scenario that a goal starts from with knobs turned.
func (v *Variant) turn(q *question, list []turned) (sc *scenario.Scenario, problem string) {
	sc = v.start(q)
	for _, elevator := range []bool{true, false} { // the elevator first: it brings its own tunables
		for i := range list {
			if (list[i].knob.Name == "elevator") != elevator {
				continue
			}
			if problem := list[i].apply(sc); problem != "" {
				return nil, problem
			}
		}
	}
	if wrong := scenario.Check(sc); len(wrong) > 0 {
		return nil, wrong.Error()
	}
	return sc, ""
}

// Scenario returns the scenario that a goal starts from with the answer's knobs
// turned, to be run and shown; [Variant.Turned] is the way back.
func (v *Variant) Scenario(question, answer string) (text, problem string) {
	q := v.Exercise.question(question)
	if q == nil || q.kind != Goal {
		return "", "there is no goal " + quote(question)
	}
	list, problem := q.readTurned(answer)
	if problem != "" {
		return "", problem
	}
	sc, problem := v.turn(q, list)
	if problem != "" {
		return "", problem
	}
	return scenario.Format(sc), ""
}

// leastWorkMax bounds the records of all runs with smaller values.
const leastWorkMax = 10_000_000

// goalEnv is the env of a goal's checks: what is not said of another run is said
// of the one with the knobs turned.
func (v *Variant) goalEnv(q *question, a *attempt) *env {
	e := v.env(q.on)
	named := e.runs
	e.runs = func(name string) *result {
		if name == "" {
			return a.done
		}
		return named(name)
	}
	return e
}

func (v *Variant) checkGoal(q *question, answer string) Verdict {
	list, problem := q.readTurned(answer)
	if problem != "" {
		return Verdict{Problem: problem}
	}
	a := v.try(q, list)
	if a.problem != "" {
		return Verdict{Problem: a.problem}
	}
	e := v.goalEnv(q, a)
	d := Verdict{Right: a.holds, Given: canonical(q, list), Look: v.look(q, e)}
	for i := range q.checks {
		c := &q.checks[i]
		yes, err := c.expr.eval(e)
		d.Checks = append(d.Checks, Checked{c.words(e), err == nil && yes.true(), found(c.expr.root, e)})
	}
	if q.least != "" && a.holds {
		smaller, there, long := v.smaller(q, list)
		if long {
			return Verdict{Problem: "to run every smaller " + q.least + " takes too long"}
		}
		d.Checks = append(d.Checks, Checked{leastText(q.least), !there, smaller})
		d.Right = !there
	}
	switch {
	case d.Right:
		d.Reply = q.right.fillOr(e)
	default:
		d.Reply = v.goalReply(q, e)
	}
	return d
}

func (v *Variant) goalReply(q *question, e *env) string {
	for i := range q.wrongs {
		if yes, err := q.wrongs[i].expr.eval(e); err == nil && yes.true() {
			return q.wrongs[i].reply.fillOr(e)
		}
	}
	return q.otherwise.fillOr(e)
}

// canonical returns the answer with its knobs in the question's order.
func canonical(q *question, list []turned) string {
	var words []string
	for i := range q.knobs {
		for j := range list {
			if list[j].knob == &q.knobs[i] {
				words = append(words, list[j].String())
			}
		}
	}
	return strings.Join(words, " ")
}

// found says what the run gave where a check compares: "count(D) = 5".
func found(n *node, e *env) string {
	if n.kind != binaryNode {
		return ""
	}
	switch n.text {
	case "and", "or":
		a, b := found(n.args[0], e), found(n.args[1], e)
		if a != "" && b != "" {
			a += ", "
		}
		return a + b
	case "=", "!=", "<", "<=", ">", ">=":
		left := expr{root: n.args[0]}
		x, err := left.eval(e)
		if err != nil {
			return err.Error()
		}
		return n.args[0].String() + " = " + x.String()
	}
	return ""
}

// smaller looks for a smaller value of the knob that least names which reaches the
// goal too, the other knobs being as they are.
//
// Long tells that it gave up.
func (v *Variant) smaller(q *question, list []turned) (found string, there, long bool) {
	at := -1
	for i := range list {
		if list[i].knob.Name == q.least {
			at = i
		}
	}
	var k *Knob
	for i := range q.knobs {
		if q.knobs[i].Name == q.least {
			k = &q.knobs[i]
		}
	}
	others := append([]turned(nil), list...)
	high := k.High
	if at >= 0 {
		high = list[at].n - 1
	} else {
		if n, err := strconv.ParseInt(k.now(v.start(q), 0), 10, 64); err == nil {
			high = n - 1
		}
		at = len(others)
		others = append(others, turned{knob: k})
	}
	work := 0
	for n := k.Low; n <= high; n += k.Step {
		others[at].n, others[at].value = n, strconv.FormatInt(n, 10)
		a := v.try(q, append([]turned(nil), others...))
		if a.holds {
			return others[at].String() + " would do", true, false
		}
		if a.done != nil {
			work += len(a.done.events)
		}
		if work > leastWorkMax {
			return "", false, true
		}
	}
	return "", false, false
}

// CheckScenario judges a goal's answer that is a scenario: the one that the
// question starts from, with knobs turned and nothing else changed.
func (v *Variant) CheckScenario(question, text string) Verdict {
	answer, problem := v.Turned(question, text)
	if problem != "" {
		return Verdict{Problem: problem}
	}
	return v.Check(question, answer)
}

// Turned returns which knobs are turned in a scenario, as an answer to a goal. It
// has a problem with any other change.
func (v *Variant) Turned(question, text string) (answer, problem string) {
	q := v.Exercise.question(question)
	if q == nil || q.kind != Goal {
		return "", "there is no goal " + quote(question)
	}
	sc, err := scenario.Parse(text)
	if err != nil {
		return "", err.Error()
	}
	from := v.start(q)
	var words []string
	for i := range q.knobs {
		words = append(words, q.knobs[i].differences(from, sc)...)
	}
	answer = strings.Join(words, " ")
	list, problem := q.readTurned(answer)
	if problem != "" {
		return "", problem
	}
	want, problem := v.turn(q, list)
	if problem != "" {
		return "", problem
	}
	if scenario.Format(want) != scenario.Format(sc) {
		return "", "something else was changed than the knobs that may be turned"
	}
	return answer, ""
}

// differences lists the knob as an answer names it, where b differs from a.
func (k *Knob) differences(a, b *scenario.Scenario) (words []string) {
	if k.Name != "sector" {
		if now := k.now(b, 0); now != k.now(a, 0) {
			words = append(words, k.Name+"="+now)
		}
		return words
	}
	for bio := 1; k.now(b, bio) != ""; bio++ {
		if now := k.now(b, bio); now != k.now(a, bio) {
			words = append(words, "sector."+strconv.Itoa(bio)+"="+now)
		}
	}
	return words
}
