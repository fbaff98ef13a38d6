package lesson

// answers computes every answer and text of the samples.
func (l *linter) answers() {
	for i := range l.x.questions {
		q := &l.x.questions[i]
		if q.kind != Goal {
			l.answer(q)
			l.replies(q)
		}
		for _, x := range l.tellings() {
			l.choices(&x.questions[i], l.variants[0].in(x))
		}
	}
	for _, v := range l.variants {
		for _, x := range l.tellings() {
			l.texts(v.in(x))
		}
	}
}

// choices finds choices that say the same.
func (l *linter) choices(q *question, v *Variant) {
	seen := map[string]bool{}
	for _, c := range v.ask(q).Choices {
		if seen[c.Text] {
			l.add("choice-twice", q.pos, "two choices say "+quote(c.Text))
		}
		seen[c.Text] = true
	}
}

// answer checks that a right answer is there, can be given, and depends on the seed.
func (l *linter) answer(q *question) {
	same, first := true, Value{}
	for i, v := range l.variants {
		x, err := v.want(q)
		if err != nil {
			at, text := placeOf(err)
			l.add("no-answer", at, l.of(v)+text)
			return
		}
		if i == 0 {
			first = x
		}
		same = same && equal(&first, &x)
		items := x.List
		if _, isList := x.Type.List(); !isList {
			items = []Value{x}
		} else if len(items) == 0 {
			l.add("no-answer", q.answerPos, l.of(v)+"the list is empty")
		}
		if len(q.slots) > 0 && len(items) != len(q.slots) {
			l.add("slots", q.answerPos, l.of(v)+plural(len(items), "element")+" for "+plural(len(q.slots), "slot"))
		}
		for j := range items {
			l.item(v, q, &items[j])
		}
	}
	if !same || q.kind != Predict || len(l.variants) < 5 {
		return
	}
	if l.countsUnderDeadline(q) {
		l.add("deadline-count", q.pos, "the answer is "+first.String()+" for every order: under deadline the number of requests does not depend on it")
		return
	}
	l.add("same-answer", q.pos, "the answer is "+first.String()+" in all "+plural(len(l.variants), "variant")+" that were run")
}

// item checks one element of a right answer.
func (l *linter) item(v *Variant, q *question, x *Value) {
	if q.kind == Explain && q.choiceNumber(x.Word) == 0 {
		l.add("no-choice", q.answerPos, l.of(v)+"the answer is "+quote(x.Word)+", and there is no such choice")
	}
	offered := len(q.offer) == 0
	for i := range q.offer {
		offered = offered || equal(&q.offer[i], x)
	}
	if !offered {
		l.add("offer", q.answerPos, l.of(v)+"the answer "+x.String()+" is not offered")
	}
}

// countsUnderDeadline reports whether the answer only counts events of a run under
// deadline whose bios come in an order from the seed.
func (l *linter) countsUnderDeadline(q *question) bool {
	ordered := false
	for i := range l.x.params {
		ordered = ordered || l.x.params[i].order
	}
	n := q.answer.root
	if !ordered || n.kind != callNode || n.text != "count" {
		return false
	}
	r := l.variants[0].result((&use{on: q.on}).of(n))
	return r != nil && (r.sc.Elevator == "deadline" || r.sc.Elevator == "mq-deadline")
}

// of says which variant is meant.
func (l *linter) of(v *Variant) string {
	if len(l.x.params) == 0 {
		return ""
	}
	text := "with "
	for i, p := range v.Parameters() {
		if i > 0 {
			text += ", "
		}
		text += p.Name + " " + p.Text
	}
	return text + ": "
}

// replies finds replies to the right answer, and second replies to a wrong one.
func (l *linter) replies(q *question) {
	for i := range q.wrongs {
		right, twice, computed := true, i > 0, 0
		for _, v := range l.variants {
			e := v.env(q.on)
			x, err := q.wrongs[i].expr.eval(e)
			want, wantErr := v.want(q)
			if err != nil || wantErr != nil {
				continue // in this variant nobody can give it
			}
			computed++
			right = right && equal(&x, &want)
			before := false
			for j := range q.wrongs[:i] {
				y, err := q.wrongs[j].expr.eval(e)
				before = before || err == nil && equal(&x, &y)
			}
			twice = twice && before
		}
		at := q.wrongs[i].expr.pos
		switch {
		case computed == 0:
			l.add("no-answer", at, "this wrong answer cannot be computed in any variant")
		case right:
			l.add("wrong-is-right", at, "")
		case twice:
			l.add("reply-twice", at, "")
		}
	}
}

// texts fills in every text a reader may see in v.
func (l *linter) texts(v *Variant) {
	fill := func(t *prose, e *env) {
		if _, err := t.fill(e); err != nil {
			at, text := placeOf(err)
			l.add("text", at, l.of(v)+text)
		}
	}
	first := v.env(v.runs[0].name)
	fill(v.Exercise.title, first)
	fill(v.Exercise.story, first)
	for i := range v.Exercise.questions {
		q := &v.Exercise.questions[i]
		e := v.env(q.on)
		for _, t := range q.texts() {
			if t.reply == 0 && (q.kind != Goal || t.what == "ask" || t.what == "hint" || t.what == "check") {
				fill(t.prose, e)
				continue
			}
			if t.reply > 0 && q.kind != Goal {
				if _, err := q.wrongs[t.reply-1].expr.eval(e); err == nil {
					fill(t.prose, e)
				}
			}
		}
	}
}

// goalSamples is how many variants' goals are searched for a solution.
const goalSamples = 6

// goals checks that each goal has its knobs, is not reached at the start, and can
// be reached.
func (l *linter) goals() {
	for i := range l.x.questions {
		q := &l.x.questions[i]
		if q.kind != Goal {
			continue
		}
		for n, v := range l.variants {
			start := v.start(q)
			for j := range q.knobs {
				k := &q.knobs[j]
				if k.now(start, 1) == "" {
					l.add("knob", q.pos, "the run "+q.on+" has no "+k.Name+" to turn")
				}
			}
			if a := v.try(q, nil); a.problem == "" && a.holds && q.least == "" {
				l.add("reached", q.pos, l.of(v)+"the goal is reached before anything is turned")
			}
			if n >= goalSamples {
				continue
			}
			answer, _ := v.solve(q)
			if answer == "" {
				l.add("unreachable", q.pos, l.of(v)+"none of the settings tried reaches the goal")
				continue
			}
			for _, x := range l.tellings() {
				l.goalTexts(v.in(x), &x.questions[i], answer)
			}
		}
	}
}

// goalTexts fills in the replies to a right setting and to the start.
func (l *linter) goalTexts(v *Variant, q *question, answer string) {
	for _, given := range []string{answer, ""} {
		list, problem := q.readTurned(given)
		if problem != "" {
			continue
		}
		a := v.try(q, list)
		if a.problem != "" {
			continue
		}
		e := v.goalEnv(q, a)
		replies := []*prose{q.otherwise}
		if a.holds {
			replies = []*prose{q.right}
		}
		for i := range q.wrongs {
			if yes, err := q.wrongs[i].expr.eval(e); err == nil && yes.true() && !a.holds {
				replies = []*prose{q.wrongs[i].reply}
				break
			}
		}
		for _, t := range replies {
			if _, err := t.fill(e); err != nil {
				at, text := placeOf(err)
				l.add("text", at, l.of(v)+text)
			}
		}
	}
}
