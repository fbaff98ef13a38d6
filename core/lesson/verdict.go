package lesson

// Verdict is what there is to say of an answer.
type Verdict struct {
	Right   bool
	Problem string // why the answer could not be judged; "" if it was
	Given   string // the answer in its canonical form
	Want    string // the right answer; "" of a goal: Answer searches for one
	Reply   string // what the author says to this answer
	Checks  []Checked
	Look    Look
}

// Checked is one of a goal's checks.
type Checked struct {
	Text  string
	Holds bool
	Found string // what the run gave where the check asks
}

// Look is where in a run the answer can be seen.
type Look struct {
	Run  string
	Line int // number of the event among those that blktrace prints, from 1; 0: nowhere
}

// Check judges an answer. Of a goal that is its knobs, as in
// "unplug_delay_ms=5 unplug_thresh=5".
func (v *Variant) Check(question, answer string) Verdict {
	q := v.Exercise.question(question)
	if q == nil {
		return Verdict{Problem: "there is no question " + quote(question)}
	}
	if q.kind == Goal {
		return v.checkGoal(q, answer)
	}
	got, problem := q.read(answer)
	if problem != "" {
		return Verdict{Problem: problem}
	}
	want, err := v.want(q)
	if err != nil {
		return Verdict{Problem: "the lesson is wrong: " + err.Error()}
	}
	e := v.env(q.on)
	d := Verdict{Right: equal(&got, &want), Given: got.String(), Want: want.String(), Look: v.look(q, e)}
	if d.Right {
		d.Reply = q.right.fillOr(e)
		return d
	}
	d.Reply = q.otherwise.fillOr(e)
	for i := range q.wrongs {
		if x, err := q.wrongs[i].expr.eval(e); err == nil && equal(&got, &x) {
			d.Reply = q.wrongs[i].reply.fillOr(e)
			break
		}
	}
	return d
}

func (v *Variant) look(q *question, e *env) Look {
	if q.look == nil {
		return Look{}
	}
	at, err := q.look.eval(e)
	if err != nil {
		return Look{}
	}
	return Look{Run: q.on, Line: int(at.N)}
}
