package lesson

import (
	"strconv"
	"strings"

	"blkplay/core/scenario"
)

// template is a run's scenario with expressions in braces, loops and conditions:
//
//	for s in order
//	  write {s} +8
//	end
//	if late > 0
//	  sleep until {late * 1ms}
//	end
//
// Or it is another run with some knobs turned:
//
//	like main
//	turn elevator noop
type template struct {
	lines []templateLine
	like  int // index of the run it is like, from 1; 0: none
	turns []likeTurn
}

// likeTurn is a knob that a run has turned.
type likeTurn struct {
	knob  Knob
	value []part
	pos   Pos
}

// templateLine is a line to be filled in, a loop or a condition.
type templateLine struct {
	number int
	indent int
	parts  []part
	loop   string // name of the loop's variable
	in     *expr  // a list; with to: the first number
	to     *expr
	cond   *expr
	body   []templateLine // of a loop or a condition
}

// template reads the lines of a run.
func (p *parser) template(body []line, s *scope) template {
	if len(body) > 0 && strings.HasPrefix(body[0].text, "like ") {
		return p.like(body, s)
	}
	least := -1
	for _, l := range body {
		if l.text != "" && (least < 0 || l.indent < least) {
			least = l.indent
		}
	}
	at := 0
	t := template{lines: p.templateLines(body, &at, least, s, 0)}
	if at < len(body) {
		p.fail(Pos{Line: body[at].number, Column: body[at].indent + 1}, "this end ends nothing")
	}
	return t
}

// loopsMax bounds how deep loops and conditions stand in each other.
const loopsMax = 4

// templateLines reads lines from *at on, to the end that closes what they stand in.
func (p *parser) templateLines(body []line, at *int, margin int, s *scope, depth int) (list []templateLine) {
	for ; *at < len(body); *at++ {
		l := &body[*at]
		pos := Pos{Line: l.number, Column: l.indent + 1}
		first, rest, _ := strings.Cut(l.text, " ")
		t := templateLine{number: l.number, indent: l.indent - margin}
		inner := s
		switch first {
		case "end":
			if depth == 0 {
				return list
			}
			return list
		case "for":
			inner = p.loop(&t, rest, place(pos, len("for ")), s)
		case "if":
			t.cond = p.expr(rest, place(pos, len("if ")), s, Bool)
		default:
			t.parts = p.parts(l.text, pos, s)
			list = append(list, t)
			continue
		}
		if depth == loopsMax {
			p.fail(pos, "loops and conditions stand at most "+strconv.Itoa(loopsMax)+" deep")
			*at = len(body)
			return list
		}
		*at++
		t.body = p.templateLines(body, at, margin, inner, depth+1)
		if *at >= len(body) {
			p.fail(pos, "the "+first+" has no end")
		}
		list = append(list, t)
	}
	return list
}

// loop reads NAME in LIST, or NAME in FROM..TO, and returns the scope of its body.
func (p *parser) loop(t *templateLine, rest string, at Pos, s *scope) *scope {
	name, list, found := strings.Cut(rest, " in ")
	name = strings.TrimSpace(name)
	t.loop = name
	inner := *s
	if !found || !p.newName(name, at, s) {
		if !found {
			p.fail(at, "a loop is written like: for x in order, or: for i in 1..4")
		}
		return &inner
	}
	at = place(at, len(rest)-len(list))
	typ := Int
	if from, to, ok := strings.Cut(list, ".."); ok {
		t.in = p.expr(from, at, s, Int)
		t.to = p.expr(to, place(at, len(from)+2), s, Int)
	} else if t.in = p.expr(list, at, s, NoType); t.in != nil {
		if typ, ok = t.in.root.typ.List(); !ok {
			p.fail(at, "a loop goes over a list, and this is "+t.in.root.typ.String())
		}
	}
	inner.names = append(append([]named(nil), s.names...), named{name, typ})
	return &inner
}

// Limits of an expanded scenario.
const (
	expandedBytesMax = 64 << 10
	expandedLinesMax = 2000
	expandedStepsMax = 20_000
)

// expansion is a scenario's text being made, and where its lines come from.
type expansion struct {
	text  []byte
	from  []int // by line of text, from 0: its line in the lesson
	steps int   // lines, loops' rounds and conditions, empty ones too
	err   error
}

func (x *expansion) lines(list []templateLine, v *env) {
	for i := range list {
		if x.err != nil {
			return
		}
		t := &list[i]
		if x.steps++; x.steps > expandedStepsMax {
			x.err = Error{Pos: Pos{Line: t.number, Column: 1}, Text: "the loops take too long"}
			return
		}
		switch {
		case t.loop != "":
			x.loop(t, v)
		case t.cond != nil:
			yes, err := t.cond.eval(v)
			if x.err = err; err == nil && yes.true() {
				x.lines(t.body, v)
			}
		default:
			x.line(t, v)
		}
	}
}

func (x *expansion) loop(t *templateLine, v *env) {
	var items []Value
	from, err := t.in.eval(v)
	items = from.List
	if err == nil && t.to != nil {
		var to Value
		to, err = t.to.eval(v)
		if to.N-from.N >= expandedLinesMax {
			err = Error{Pos: t.to.pos, Text: "the loop is too long"}
		}
		for n := from.N; err == nil && n <= to.N; n++ {
			items = append(items, number(n))
		}
	}
	if x.err = err; err != nil {
		return
	}
	for _, item := range items {
		if x.steps++; x.err != nil || x.steps > expandedStepsMax {
			return
		}
		inner := *v
		inner.names = append(append([]binding(nil), v.names...), binding{t.loop, item})
		x.lines(t.body, &inner)
	}
}

func (x *expansion) line(t *templateLine, v *env) {
	if len(x.from) == expandedLinesMax || len(x.text) > expandedBytesMax {
		x.err = Error{Pos: Pos{Line: t.number, Column: 1}, Text: "the scenario becomes too long"}
		return
	}
	for range t.indent {
		x.text = append(x.text, ' ')
	}
	for i := range t.parts {
		p := &t.parts[i]
		if p.expr == nil {
			x.text = append(x.text, p.literal...)
			continue
		}
		value, err := p.expr.eval(v)
		if err != nil {
			x.err = err
			return
		}
		x.text = appendScenario(x.text, &value)
	}
	x.text = append(x.text, '\n')
	x.from = append(x.from, t.number)
}

// appendScenario writes a value as scenarios have it: times with their unit.
func appendScenario(b []byte, v *Value) []byte {
	if v.Type != Time || v.N == 0 {
		if v.Type == Time {
			return append(b, '0')
		}
		return v.append(b)
	}
	unit, scale := "ns", int64(1)
	switch {
	case v.N%1_000_000 == 0:
		unit, scale = "ms", 1_000_000
	case v.N%1_000 == 0:
		unit, scale = "us", 1_000
	}
	return append(strconv.AppendInt(b, v.N/scale, 10), unit...)
}

// expand fills the template in and reads it as a scenario. Errors of the scenario
// are placed at the lines of the lesson that made them.
func (t *template) expand(v *env) (text string, sc *scenario.Scenario, err error) {
	x := expansion{}
	x.lines(t.lines, v)
	if x.err != nil {
		return "", nil, x.err
	}
	text = string(x.text)
	sc, err = scenario.Parse(text)
	if list, ok := err.(scenario.Errors); ok {
		moved := append(Errors(nil), list...)
		for i := range moved {
			if n := moved[i].Line; n >= 1 && n <= len(x.from) {
				moved[i].Pos = Pos{Line: x.from[n-1], Column: 1}
			} else if len(x.from) > 0 {
				moved[i].Pos = Pos{Line: x.from[0], Column: 1}
			}
		}
		return text, nil, moved
	}
	return text, sc, err
}
