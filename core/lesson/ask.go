package lesson

// Question is a question as a reader sees it. It holds no answer.
type Question struct {
	Name    string
	Kind    Kind
	Run     string // name of the run it is about, or starts from
	Ask     string
	Answer  Type     // what is to be given; of a goal NoType: the answer is knobs, as in unplug_thresh=5
	Slots   []string // of a list: what each element is; empty: a list of any length
	Offer   []string // values to offer; empty: any
	Choices []Choice // Explain
	Knobs   []Knob   // Goal
	Now     []string // Goal: what each knob is set to; of sector, those of all bios
	Turn    int      // Goal: at most so many knobs may be turned; 0: any
	Checks  []string // Goal: what must hold
	Least   string   // Goal: the knob whose smallest value is asked for
	Hints   []string
}

// Choice is an answer to choose, given by its word.
type Choice struct {
	Word, Text string
}

// Questions returns the questions in order.
func (v *Variant) Questions() []Question {
	var list []Question
	for i := range v.Exercise.questions {
		list = append(list, v.ask(&v.Exercise.questions[i]))
	}
	return list
}

func (v *Variant) ask(q *question) Question {
	e := v.env(q.on)
	a := Question{Name: q.name, Kind: q.kind, Run: q.on, Ask: q.ask.fillOr(e), Knobs: q.knobs, Turn: q.turn, Least: q.least}
	if q.answer != nil {
		a.Answer = q.answer.root.typ
	}
	a.Slots = v.fillAll(q.slots, q.on)
	a.Hints = v.fillAll(q.hints, q.on)
	for _, o := range q.offer {
		a.Offer = append(a.Offer, o.String())
	}
	for _, c := range q.choices {
		a.Choices = append(a.Choices, Choice{c.word, c.text.fillOr(e)})
	}
	for i := range q.checks {
		a.Checks = append(a.Checks, q.checks[i].words(e))
	}
	if q.kind == Goal {
		a.Now = v.now(q)
	}
	if q.least != "" {
		a.Checks = append(a.Checks, leastText(q.least))
	}
	return a
}

// now returns what each knob of a goal is set to at its start.
func (v *Variant) now(q *question) (list []string) {
	start := v.start(q)
	for i := range q.knobs {
		k := &q.knobs[i]
		now := k.now(start, 1)
		for bio := 2; k.Name == "sector" && k.now(start, bio) != ""; bio++ {
			now += " " + k.now(start, bio)
		}
		list = append(list, now)
	}
	return list
}

// words returns what a check says in words.
func (c *check) words(e *env) string {
	if c.text == nil {
		return c.expr.root.String()
	}
	return c.text.fillOr(e)
}

func leastText(knob string) string { return "no smaller " + knob + " would do" }
