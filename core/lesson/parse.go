package lesson

import (
	"strconv"
	"strings"
)

// Parse reads an exercise. The error, if any, is an [Errors], each with its place.
func Parse(text string) (*Exercise, error) {
	p := &parser{x: &Exercise{}, once: map[string]int{}}
	if len(text) > TextBytesMax {
		return nil, Errors{{Text: "the text has " + strconv.Itoa(len(text)) + " bytes; at most " + strconv.Itoa(TextBytesMax) + " are read"}}
	}
	lines := split(text)
	if len(lines) > linesMax {
		return nil, Errors{{Text: "the text has more than " + strconv.Itoa(linesMax) + " lines"}}
	}
	p.x.statements, p.rest = group(lines)
	p.runNames()
	for i := range p.x.statements {
		p.statement(&p.x.statements[i], i)
	}
	p.finish()
	if len(p.errs) > 0 {
		return nil, p.errs
	}
	p.x.Digest = digest(p.own())
	return p.x, nil
}

// parser is a lesson being read.
type parser struct {
	x     *Exercise
	errs  Errors
	scope scope          // of what is read so far
	once  map[string]int // statements that stand once: their lines
	rest  []string       // comments behind everything
}

func (p *parser) fail(at Pos, text string) {
	if len(p.errs) < errorsMax {
		p.errs = append(p.errs, Error{Pos: at, Text: text})
	}
}

// runNames notes the runs before anything speaks of them.
func (p *parser) runNames() {
	for i := range p.x.statements {
		s := &p.x.statements[i]
		if s.word != "run" {
			continue
		}
		if w := s.words(); len(w) > 0 {
			p.scope.runs = append(p.scope.runs, w[0].text)
		}
	}
	p.scope.onRun = len(p.scope.runs) > 0
}

// statements of a lesson, in the order in which messages name them.
var statements = [...]struct {
	word string
	once bool
	read func(p *parser, s *statement)
}{
	{"version", true, (*parser).version},
	{"name", true, (*parser).name},
	{"title", true, func(p *parser, s *statement) { p.x.title = p.prose(s.rest, s.restPos(), s.body, &p.scope) }},
	{"story", true, func(p *parser, s *statement) { p.x.story = p.prose(s.rest, s.restPos(), s.body, &p.scope) }},
	{"show", true, (*parser).show},
	{"allow", false, (*parser).allow},
	{"param", false, func(p *parser, s *statement) { p.param(s, false) }},
	{"order", false, func(p *parser, s *statement) { p.param(s, true) }},
	{"variant", false, (*parser).variant},
	{"let", false, (*parser).let},
	{"require", false, (*parser).require},
	{"run", false, (*parser).run},
	{"hint", false, func(p *parser, s *statement) {
		p.x.hints = append(p.x.hints, p.needProse(s, &p.scope))
	}},
	{"predict", false, func(p *parser, s *statement) { p.question(s, Predict) }},
	{"explain", false, func(p *parser, s *statement) { p.question(s, Explain) }},
	{"goal", false, func(p *parser, s *statement) { p.question(s, Goal) }},
	{"words", false, (*parser).words},
}

func (p *parser) statement(s *statement, i int) {
	if i == 0 && s.word != "version" {
		p.fail(s.pos(), quote(s.word)+": the first line of a lesson is: version 1")
	}
	var words []string
	for i := range statements {
		st := &statements[i]
		if st.word != s.word {
			words = append(words, st.word)
			continue
		}
		if line := p.once[s.word]; line > 0 && st.once {
			p.fail(s.pos(), quote(s.word)+" stands in line "+strconv.Itoa(line)+" already")
			return
		}
		if len(p.x.words) > 0 && s.word != "words" {
			p.fail(s.pos(), "words in another language stand at the end, behind what they are for")
			return
		}
		p.once[s.word] = s.number
		st.read(p, s)
		return
	}
	p.fail(s.pos(), quote(s.word)+" begins no line"+didYouMean(s.word, words))
}

func (p *parser) version(s *statement) {
	p.noBody(s)
	if s.rest != "1" {
		p.fail(s.restPos(), "version "+quote(s.rest)+" is unknown; this reader knows version 1")
	}
}

func (p *parser) noBody(s *statement) {
	if len(s.body) > 0 {
		p.fail(Pos{Line: s.body[0].number, Column: s.body[0].indent + 1}, quote(s.word)+" takes one line; nothing is indented under it")
	}
}

// needProse reads the text of a statement that must have one.
func (p *parser) needProse(s *statement, in *scope) *prose {
	t := p.prose(s.rest, s.restPos(), s.body, in)
	if t == nil {
		p.fail(s.pos(), quote(s.word)+" has no text")
	}
	return t
}

// nameBytesMax keeps names in codes and columns short.
const nameBytesMax = 24

// plainName reports whether w is letters, digits, _ and -, a letter first.
func plainName(w string) bool {
	if w == "" || len(w) > nameBytesMax || !letter(w[0]) {
		return false
	}
	for i := range len(w) {
		if !letter(w[i]) && !digit(w[i]) && w[i] != '-' {
			return false
		}
	}
	return true
}

func (p *parser) name(s *statement) {
	p.noBody(s)
	if !plainName(s.rest) || strings.ContainsAny(s.rest, "-_") {
		p.fail(s.restPos(), quote(s.rest)+": a lesson's name is letters and digits, a letter first, at most "+strconv.Itoa(nameBytesMax))
	}
	p.x.Name = s.rest
}

func (p *parser) show(s *statement) {
	p.noBody(s)
	if s.rest != "causes" {
		p.fail(s.restPos(), "what can be shown is: causes")
	}
	p.x.ShowCauses = true
}

func (p *parser) allow(s *statement) {
	p.noBody(s)
	rule, reason, _ := strings.Cut(s.rest, " ")
	if !ruleKnown(rule) {
		p.fail(s.restPos(), quote(rule)+" is no rule of the linter"+didYouMean(rule, ruleNames()))
		return
	}
	if strings.TrimSpace(reason) == "" {
		p.fail(s.pos(), "allow needs a reason, as in: allow "+rule+" because the question is about it")
	}
	p.x.allowed = append(p.x.allowed, allowance{rule, strings.TrimSpace(reason), s.pos()})
}

// newName reports whether name may be given to something new in s, and says why not.
func (p *parser) newName(name string, at Pos, s *scope) bool {
	_, setting := settingNamed(name)
	_, taken := s.lookup(name)
	word := name == "and" || name == "or" || name == "not" || name == "where" || name == "in" || name == "event"
	switch {
	case !plainName(name) || strings.Contains(name, "-"):
		p.fail(at, quote(name)+" is no name: letters, digits and _, a letter first, at most "+strconv.Itoa(nameBytesMax))
	case taken:
		p.fail(at, quote(name)+" is taken already")
	case setting || figureNamed(name) >= 0:
		p.fail(at, quote(name)+" is a setting or a figure of a run; take another name")
	case fieldNamed(name) >= 0:
		p.fail(at, quote(name)+" belongs to an event; take another name")
	case word || functionNamed(name) != nil:
		p.fail(at, quote(name)+" has a meaning in expressions; take another name")
	default:
		return true
	}
	return false
}

func (p *parser) let(s *statement) {
	p.noBody(s)
	name, text, _ := strings.Cut(s.rest, " ")
	at := place(s.restPos(), len(name)+1)
	in := p.scope
	in.onRun, in.runs = false, nil
	if !p.newName(name, s.restPos(), &p.scope) {
		return
	}
	e := p.expr(text, at, &in, NoType)
	if e == nil {
		return
	}
	p.x.lets = append(p.x.lets, let{name, e, s.restPos()})
	p.scope.names = append(p.scope.names, named{name, e.root.typ})
}

func (p *parser) require(s *statement) {
	p.noBody(s)
	if e := p.expr(s.rest, s.restPos(), &p.scope, Bool); e != nil {
		p.x.requires = append(p.x.requires, e)
	}
}

func (p *parser) run(s *statement) {
	w := s.words()
	if len(w) == 0 {
		p.fail(s.pos(), "a run has a name, as in: run main")
		return
	}
	if !plainName(w[0].text) || strings.Contains(w[0].text, "-") {
		p.fail(w[0].pos, quote(w[0].text)+" is no name of a run: letters, digits and _, a letter first")
		return
	}
	if p.x.run(w[0].text) != nil {
		p.fail(w[0].pos, "there is a run "+quote(w[0].text)+" already")
	}
	if len(p.x.runs) == runsMax {
		p.fail(w[0].pos, "a lesson has at most "+strconv.Itoa(runsMax)+" runs")
		return
	}
	label := strings.TrimSpace(s.rest[len(w[0].text):])
	in := p.scope
	in.onRun, in.runs = false, nil
	r := runTemplate{name: w[0].text, pos: w[0].pos, template: p.template(s.body, &in)}
	r.label = p.prose(label, place(s.restPos(), len(s.rest)-len(label)), nil, &in)
	if len(s.body) == 0 {
		p.fail(s.pos(), "the run has no scenario; indent its lines under it")
	}
	p.x.runs = append(p.x.runs, r)
}

// Limits of a lesson.
const (
	runsMax      = 12
	questionsMax = 30
	valuesMax    = 1024
)

func (p *parser) finish() {
	x := p.x
	if len(p.errs) > 0 {
		return
	}
	switch {
	case len(x.statements) == 0:
		p.fail(Pos{}, "the text is empty; it begins with the line: version 1")
	case x.Name == "":
		p.fail(Pos{}, "the lesson has no name, as in: name e01")
	case x.title == nil:
		p.fail(Pos{}, "the lesson has no title, as in: title When does the write leave?")
	case len(x.runs) == 0:
		p.fail(Pos{}, "the lesson has no run, as in: run main, and a scenario indented under it")
	case len(x.questions) == 0:
		p.fail(Pos{}, "the lesson asks nothing; a question begins with predict, explain or goal")
	}
}

// digest returns FNV-1a of text, 64 bits, as 16 hexadecimal digits.
func digest(text string) string {
	h := uint64(14695981039346656037)
	for i := range len(text) {
		h = (h ^ uint64(text[i])) * 1099511628211
	}
	digits := strconv.FormatUint(h, 16)
	return "0000000000000000"[len(digits):] + digits
}
