package lesson

import (
	"strconv"

	"blkplay/core/scenario"
)

// Variant is an exercise with its parameters drawn from a seed.
type Variant struct {
	Exercise *Exercise
	Seed     uint64
	Name     string // of a variant the lesson names; "" of one that was drawn

	names  []binding
	runs   []variantRun
	given  []Value             // by parameter
	goals  map[string]*attempt // by question and answer
	kept   int                 // records of goals
	solved map[string]string   // by question: a setting that reaches the goal
}

// variantRun is a run of a variant, made when it is first asked about.
type variantRun struct {
	name string
	text string
	sc   *scenario.Scenario
	done *result
}

// How long a seed's draws, and a search for a goal's setting, may take.
const (
	attemptsMax = 500     // draws to meet the lesson's requirements
	workMax     = 400_000 // records of all their runs
)

// Variant returns the variant of a seed. Seeds from 0 on are those that the lesson
// names, in its order; the others are drawn. It fails if a scenario cannot be made,
// or if no draw meets the requirements.
func (x *Exercise) Variant(seed uint64) (*Variant, error) {
	if seed < uint64(len(x.named)) {
		v, _, err := x.with(x.named[seed].values)
		if err == nil {
			err = v.write()
		}
		if err != nil {
			return nil, err
		}
		v.Seed, v.Name = seed, x.named[seed].name
		return v, nil
	}
	c, work := chance(seed), 0
	for range attemptsMax {
		v, ok, err := x.drawn(x.draw(&c))
		if err != nil {
			return nil, err
		}
		if work += v.work(); work > workMax {
			break
		}
		if ok {
			v.Seed = seed
			return v, nil
		}
	}
	return nil, Error{Text: "no draw meets the requirements; " + strconv.Itoa(attemptsMax) + " are tried, or fewer if their runs are long"}
}

// work is how many records the variant's runs have left so far; of nil none.
func (v *Variant) work() (records int) {
	if v == nil {
		return 0
	}
	for i := range v.runs {
		if r := v.runs[i].done; r != nil {
			records += len(r.events)
		}
	}
	return records
}

// drawn returns the variant of these values if they meet the lesson's requirements.
func (x *Exercise) drawn(values []Value) (v *Variant, ok bool, err error) {
	v, ok, err = x.with(values)
	if err != nil || !ok {
		return nil, false, err
	}
	if err = v.write(); err != nil {
		return nil, false, err
	}
	ok, err = v.meets(true)
	return v, ok, err
}

// with returns the variant of these values, one for each parameter, without its
// runs, and whether it meets the requirements that need none.
func (x *Exercise) with(values []Value) (v *Variant, ok bool, err error) {
	v = &Variant{Exercise: x, given: values}
	for i := range x.params {
		v.names = append(v.names, binding{x.params[i].name, values[i]})
	}
	for i := range x.lets {
		value, err := x.lets[i].expr.eval(&env{names: v.names})
		if err != nil {
			return nil, false, err
		}
		v.names = append(v.names, binding{x.lets[i].name, value})
	}
	ok, err = v.meets(false)
	return v, ok, err
}

// write writes the scenarios.
func (v *Variant) write() (err error) {
	x := v.Exercise
	v.runs = make([]variantRun, len(x.runs))
	for i := range x.runs {
		r := &v.runs[i]
		r.name = x.runs[i].name
		t, e := &x.runs[i].template, &env{names: v.names}
		if t.like > 0 {
			var base *scenario.Scenario
			if base, err = scenario.Parse(v.runs[t.like-1].text); err == nil {
				r.text, r.sc, err = t.turned(e, base)
			}
		} else {
			r.text, r.sc, err = t.expand(e)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// env returns what the lesson's expressions are evaluated in, about the run on.
func (v *Variant) env(on string) *env {
	return &env{names: v.names, runs: func(name string) *result {
		if name == "" {
			name = on
		}
		return v.result(name)
	}}
}

// result returns the run of that name, run to its end; nil if there is none.
func (v *Variant) result(name string) *result {
	for i := range v.runs {
		r := &v.runs[i]
		if r.name == name {
			if r.done == nil {
				r.done = play(r.sc, v.Exercise.left)
			}
			return r.done
		}
	}
	return nil
}

// meets reports whether the variant meets those of the lesson's requirements that
// look at runs, or those that do not.
func (v *Variant) meets(runs bool) (bool, error) {
	for _, e := range v.Exercise.requires {
		if e.root.looksAtRuns() != runs {
			continue
		}
		in := &env{names: v.names}
		if runs {
			in = v.env(v.runs[0].name)
		}
		yes, err := e.eval(in)
		if err != nil {
			return false, err
		}
		if !yes.true() {
			return false, nil
		}
	}
	return true, nil
}

// looksAtRuns reports whether the expression needs a run.
func (n *node) looksAtRuns() bool {
	if n.kind == settingNode || n.kind == callNode && functionNamed(n.text).ofRun {
		return true
	}
	for _, a := range n.args {
		if a.looksAtRuns() {
			return true
		}
	}
	return false
}

// Text is a named text of a variant: a run and its scenario, a parameter and its value.
type Text struct {
	Name, Label, Text string
}

// Title returns the exercise's title.
func (v *Variant) Title() string { return v.Exercise.title.fillOr(v.env(v.runs[0].name)) }

// Story returns what the reader is told before any question; a blank line parts paragraphs.
func (v *Variant) Story() string { return v.Exercise.story.fillOr(v.env(v.runs[0].name)) }

// Hints returns the hints to the exercise as a whole.
func (v *Variant) Hints() []string { return v.fillAll(v.Exercise.hints, v.runs[0].name) }

func (v *Variant) fillAll(list []*prose, on string) (texts []string) {
	for _, t := range list {
		texts = append(texts, t.fillOr(v.env(on)))
	}
	return texts
}

// Runs returns the scenarios, the first of which the exercise is about.
func (v *Variant) Runs() (list []Text) {
	for i := range v.runs {
		label := v.Exercise.runs[i].label.fillOr(v.env(v.runs[i].name))
		list = append(list, Text{v.runs[i].name, label, v.runs[i].text})
	}
	return list
}

// Parameters returns what was drawn.
func (v *Variant) Parameters() (list []Text) {
	for i, value := range v.given {
		list = append(list, Text{Name: v.Exercise.params[i].name, Text: value.String()})
	}
	return list
}

// NamedVariants returns the names of the variants that the lesson names, by seed.
func (x *Exercise) NamedVariants() (names []string) {
	for i := range x.named {
		names = append(names, x.named[i].name)
	}
	return names
}
