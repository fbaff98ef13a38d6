package lesson

// use is an expression of a lesson, and what bare names in it are of.
type use struct {
	expr     *expr
	on       string    // the run
	question *question // nil outside of questions
	answers  bool      // it is an answer, a check or a wrong answer, and no text
}

// uses lists every expression of the lesson.
func (x *Exercise) uses() (list []use) {
	first := x.runs[0].name
	text := func(t *prose, on string, q *question) {
		if t == nil {
			return
		}
		for i := range t.parts {
			if e := t.parts[i].expr; e != nil {
				list = append(list, use{e, on, q, false})
			}
		}
	}
	one := func(e *expr, on string, q *question) {
		if e != nil {
			list = append(list, use{e, on, q, true})
		}
	}
	text(x.title, first, nil)
	text(x.story, first, nil)
	for _, h := range x.hints {
		text(h, first, nil)
	}
	for i := range x.lets {
		one(x.lets[i].expr, first, nil)
	}
	for _, e := range x.requires {
		one(e, first, nil)
	}
	for i := range x.runs {
		text(x.runs[i].label, x.runs[i].name, nil)
		for _, turn := range x.runs[i].template.turns {
			text(&prose{turn.value}, first, nil)
		}
		eachLine(x.runs[i].template.lines, func(t *templateLine) {
			text(&prose{t.parts}, first, nil)
			for _, e := range []*expr{t.in, t.to, t.cond} {
				one(e, first, nil)
			}
		})
	}
	for i := range x.questions {
		q := &x.questions[i]
		for _, t := range q.texts() {
			text(t.prose, q.on, q)
		}
		one(q.answer, q.on, q)
		one(q.look, q.on, q)
		for j := range q.checks {
			one(q.checks[j].expr, q.on, q)
		}
		for j := range q.wrongs {
			one(q.wrongs[j].expr, q.on, q)
		}
	}
	return list
}

func eachLine(list []templateLine, yield func(t *templateLine)) {
	for i := range list {
		yield(&list[i])
		eachLine(list[i].body, yield)
	}
}

// namedProse is a text of a question and what it is.
type namedProse struct {
	what  string
	prose *prose
	reply int // index of the wrong answer it replies to, from 1; 0: it stands for itself
}

func (q *question) texts() (list []namedProse) {
	add := func(what string, t *prose, reply int) {
		if t != nil {
			list = append(list, namedProse{what, t, reply})
		}
	}
	add("ask", q.ask, 0)
	add("right", q.right, 0)
	add("otherwise", q.otherwise, 0)
	for _, t := range q.slots {
		add("slot", t, 0)
	}
	for _, t := range q.hints {
		add("hint", t, 0)
	}
	for i := range q.choices {
		add("choice", q.choices[i].text, 0)
	}
	for i := range q.checks {
		add("check", q.checks[i].text, 0)
	}
	for i := range q.wrongs {
		add("reply", q.wrongs[i].reply, i+1)
	}
	return list
}

// walk yields every node below n, n first.
func (n *node) walk(yield func(n *node)) {
	yield(n)
	for _, a := range n.args {
		a.walk(yield)
	}
}

// of returns the run that a node looks at, "" if it looks at none.
func (u *use) of(n *node) string {
	switch {
	case n.kind != settingNode && (n.kind != callNode || !functionNamed(n.text).ofRun):
		return ""
	case n.run != "":
		return n.run
	}
	return u.on
}
