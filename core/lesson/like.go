package lesson

import (
	"strconv"
	"strings"

	"blkplay/core/scenario"
)

// like reads a run that is another one with knobs turned.
func (p *parser) like(body []line, s *scope) (t template) {
	name := strings.TrimSpace(body[0].text[len("like "):])
	for i := range p.x.runs {
		if p.x.runs[i].name == name && p.x.runs[i].template.like == 0 {
			t.like = i + 1
		}
	}
	at := func(l *line) Pos { return Pos{Line: l.number, Column: l.indent + 1} }
	if t.like == 0 {
		p.fail(at(&body[0]), "there is no run "+quote(name)+" with a scenario of its own before this one")
	}
	for i := range body[1:] {
		l := &body[1+i]
		w := strings.Fields(l.text)
		if len(w) == 0 || w[0][0] == '#' {
			continue
		}
		if len(w) < 3 || w[0] != "turn" || !knobKnown(w[1]) || w[1] == "sector" {
			p.fail(at(l), "under like stand lines as: turn elevator noop")
			continue
		}
		from := strings.Index(l.text, w[1]) + len(w[1])
		value := strings.TrimLeft(l.text[from:], " ")
		k := Knob{Name: w[1], Numeric: numericKnob(w[1])}
		t.turns = append(t.turns, likeTurn{k, p.parts(value, place(at(l), len(l.text)-len(value)), s), at(l)})
	}
	return t
}

// turned returns the scenario of the run that t is like, with its knobs turned.
func (t *template) turned(v *env, base *scenario.Scenario) (text string, sc *scenario.Scenario, err error) {
	for i := range t.turns {
		turn := &t.turns[i]
		value, err := (&prose{turn.value}).fill(v)
		if err != nil {
			return "", nil, err
		}
		set := turned{knob: &turn.knob, value: value}
		problem := ""
		if turn.knob.Numeric {
			n, err := strconv.ParseInt(value, 10, 64)
			if set.n = n; err != nil {
				problem = quote(value) + " is no number"
			}
		}
		if problem == "" {
			problem = set.apply(base)
		}
		if problem != "" {
			return "", nil, Error{Pos: turn.pos, Text: problem}
		}
	}
	text = scenario.Format(base)
	if sc, err = scenario.Parse(text); err != nil {
		return text, nil, Error{Pos: t.turns[0].pos, Text: err.Error()}
	}
	return text, sc, nil
}
