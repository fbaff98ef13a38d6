package lesson

import "strings"

// Finding is what the linter found, and where.
type Finding struct {
	Pos
	Rule  string // "syntax", or a name of [Rules]
	Error bool   // the lesson does not work; else it may be allowed, with a reason
	Text  string
}

// Rules lists the linter's rules with what they find. Label tells an error from a warning.
func Rules() (list []Text) {
	for i := range rules {
		label := "warning"
		if rules[i].error {
			label = "error"
		}
		list = append(list, Text{rules[i].name, label, rules[i].text})
	}
	return list
}

// drawnSamples is how many drawn variants the linter computes, beside the named ones.
const drawnSamples = 24

// Lint says what is wrong with a lesson: what cannot be read, answers that cannot
// be computed, goals that are reached or out of reach, replies that nobody sees,
// and scenarios that do not show what they seem to. It runs a sample of variants.
func Lint(text string) []Finding {
	x, err := Parse(text)
	if list, ok := err.(Errors); ok {
		var found []Finding
		for _, e := range list {
			found = append(found, Finding{e.Pos, "syntax", true, e.Text})
		}
		return found
	}
	l := &linter{x: x, uses: x.uses()}
	l.unused()
	l.hints()
	l.words()
	l.samples()
	if len(l.variants) > 0 {
		l.answers()
		l.goals()
		l.traps()
	}
	return l.judged()
}

// linter is a lesson being looked at.
type linter struct {
	x        *Exercise
	uses     []use
	variants []*Variant
	found    []Finding
}

func (l *linter) add(rule string, at Pos, text string) {
	r := ruleNamed(rule)
	for i := range l.found {
		if l.found[i].Rule == rule && l.found[i].Pos == at {
			return // once is enough
		}
	}
	if text == "" {
		text = r.text
	}
	l.found = append(l.found, Finding{at, rule, r.error, text})
}

// judged returns the findings in order of place, without those that are allowed;
// an allowance that allows nothing is one.
func (l *linter) judged() (list []Finding) {
	used := make([]bool, len(l.x.allowed))
	for _, f := range l.found {
		allowed := false
		for i := range l.x.allowed {
			if l.x.allowed[i].rule == f.Rule && !f.Error {
				allowed, used[i] = true, true
			}
		}
		if !allowed {
			list = append(list, f)
		}
	}
	for i, a := range l.x.allowed {
		if !used[i] {
			list = append(list, Finding{a.pos, "unused", false, "nothing here needs to be allowed by " + a.rule})
		}
	}
	for i := range list { // few: a plain insertion, stable
		for j := i; j > 0 && before(list[j].Pos, list[j-1].Pos); j-- {
			list[j], list[j-1] = list[j-1], list[j]
		}
	}
	return list
}

func before(a, b Pos) bool { return a.Line < b.Line || a.Line == b.Line && a.Column < b.Column }

// samples makes the variants that are looked at.
func (l *linter) samples() {
	const samplesWorkMax = 1_000_000 // records of all runs, which are kept
	work := 0
	for seed := range uint64(len(l.x.named) + drawnSamples) {
		v, err := l.x.Variant(seed)
		if err == nil {
			l.variants = append(l.variants, v)
			for i := range v.runs {
				v.result(v.runs[i].name)
			}
			if work += v.work(); len(l.x.params) == 0 || work > samplesWorkMax {
				return
			}
			continue
		}
		at, text := placeOf(err)
		if seed < uint64(len(l.x.named)) {
			text = "variant " + l.x.named[seed].name + ": " + text
			if at == (Pos{}) {
				at = l.x.named[seed].pos
			}
		}
		l.add("no-variant", at, text)
	}
}

func placeOf(err error) (Pos, string) {
	switch e := err.(type) {
	case Error:
		return e.Pos, e.Text
	case Errors:
		return e[0].Pos, e[0].Text
	}
	return Pos{}, err.Error()
}

// unused finds parameters, lets and runs that nothing speaks of.
func (l *linter) unused() {
	names, runs := map[string]bool{}, map[string]bool{l.x.runs[0].name: true}
	for i := range l.uses {
		u := &l.uses[i]
		u.expr.root.walk(func(n *node) {
			if n.kind == nameNode && !n.field {
				names[n.text] = true
			}
			if r := u.of(n); r != "" {
				runs[r] = true
			}
		})
	}
	for i := range l.x.questions {
		runs[l.x.questions[i].on] = true
	}
	for i := range l.x.runs {
		if like := l.x.runs[i].template.like; like > 0 {
			runs[l.x.runs[like-1].name] = true
		}
	}
	for i := range l.x.params {
		if p := &l.x.params[i]; !names[p.name] {
			l.add("unused", p.pos, "nothing uses the parameter "+p.name)
		}
	}
	for i := range l.x.lets {
		if !names[l.x.lets[i].name] {
			l.add("unused", l.x.lets[i].pos, "nothing uses "+l.x.lets[i].name)
		}
	}
	for i := range l.x.runs {
		if !runs[l.x.runs[i].name] {
			l.add("unused", l.x.runs[i].pos, "no question is about the run "+l.x.runs[i].name)
		}
	}
}

// hints finds questions without hints, and hints that stand twice.
func (l *linter) hints() {
	for i := range l.x.questions {
		q := &l.x.questions[i]
		if len(q.hints)+len(l.x.hints) == 0 {
			l.add("no-hint", q.pos, "")
		}
		seen := map[string]bool{}
		for _, h := range q.hints {
			key := ""
			for _, p := range h.parts {
				if key += p.literal; p.expr != nil {
					key += "{" + p.expr.root.String() + "}"
				}
			}
			if key = strings.ToLower(key); seen[key] {
				l.add("hint-twice", q.pos, "")
			}
			seen[key] = true
		}
	}
}
