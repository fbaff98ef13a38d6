package lesson

import "strconv"

// question reads a question: its name, and its statements, indented under it.
func (p *parser) question(s *statement, kind Kind) {
	q := question{kind: kind, name: s.rest, pos: s.pos()}
	if !plainName(q.name) {
		p.fail(s.restPos(), quote(q.name)+" is no name of a question: letters, digits, _ and -, a letter first")
		return
	}
	if p.x.question(q.name) != nil {
		p.fail(s.restPos(), "there is a question "+quote(q.name)+" already")
	}
	if len(p.x.questions) == questionsMax {
		p.fail(s.pos(), "a lesson has at most "+strconv.Itoa(questionsMax)+" questions")
		return
	}
	if len(p.scope.runs) > 0 {
		q.on = p.scope.runs[0]
	}
	list, _ := group(s.body)
	once := map[string]bool{}
	for i := range list {
		p.part(&q, &list[i], once)
	}
	p.whole(&q)
	p.x.questions = append(p.x.questions, q)
}

// parts of a question. Kinds tells in which of predict, explain and goal it may stand.
var parts = [...]struct {
	word  string
	kinds string
	many  bool
	read  func(p *parser, q *question, s *statement)
}{
	{"on", "peg", false, (*parser).on},
	{"ask", "peg", false, func(p *parser, q *question, s *statement) { q.ask = p.needProse(s, &p.scope) }},
	{"slot", "pe", true, func(p *parser, q *question, s *statement) { q.slots = append(q.slots, p.needProse(s, &p.scope)) }},
	{"answer", "pe", false, (*parser).answer},
	{"offer", "p", false, func(p *parser, q *question, s *statement) {
		p.noBody(s)
		q.offer, _ = p.values(s.words())
	}},
	{"choice", "e", true, (*parser).choice},
	{"knob", "g", true, (*parser).knob},
	{"turn", "g", false, (*parser).turn},
	{"least", "g", false, func(p *parser, q *question, s *statement) { p.noBody(s); q.least = s.rest }},
	{"check", "g", true, (*parser).checkPart},
	{"wrong", "peg", true, (*parser).wrong},
	{"right", "peg", false, func(p *parser, q *question, s *statement) { q.right = p.needProse(s, &p.scope) }},
	{"otherwise", "peg", false, func(p *parser, q *question, s *statement) { q.otherwise = p.needProse(s, &p.scope) }},
	{"look", "peg", false, func(p *parser, q *question, s *statement) {
		p.noBody(s)
		q.look = p.expr(s.rest, s.restPos(), &p.scope, Int)
	}},
	{"hint", "peg", true, func(p *parser, q *question, s *statement) { q.hints = append(q.hints, p.needProse(s, &p.scope)) }},
}

func (p *parser) part(q *question, s *statement, once map[string]bool) {
	var words []string
	for i := range parts {
		part := &parts[i]
		here := false
		for _, c := range part.kinds {
			here = here || byte(c) == q.kind.String()[0]
		}
		if here && part.word != s.word {
			words = append(words, part.word)
		}
		if part.word != s.word {
			continue
		}
		if !here {
			p.fail(s.pos(), quote(s.word)+" does not stand in a question of kind "+q.kind.String())
			return
		}
		if once[s.word] && !part.many {
			p.fail(s.pos(), quote(s.word)+" stands in this question already")
			return
		}
		once[s.word] = true
		part.read(p, q, s)
		return
	}
	p.fail(s.pos(), quote(s.word)+" is no part of a question"+didYouMean(s.word, words))
}

func (p *parser) on(q *question, s *statement) {
	p.noBody(s)
	for _, r := range p.scope.runs {
		if r == s.rest {
			q.on = r
			return
		}
	}
	p.fail(s.restPos(), "there is no run "+quote(s.rest)+didYouMean(s.rest, p.scope.runs))
}

func (p *parser) answer(q *question, s *statement) {
	p.noBody(s)
	q.answer = p.expr(s.rest, s.restPos(), &p.scope, NoType)
	q.answerPos = s.restPos()
	if q.answer == nil {
		return
	}
	t := q.answer.root.typ
	element, isList := t.List()
	if !isList {
		element = t
	}
	if element == Bool {
		p.fail(q.answerPos, `an answer is a number, a time, a word or a list of such; write if(..., "yes", "no")`)
	}
	if q.kind == Explain && element != Word {
		p.fail(q.answerPos, "the answer to explain is a choice's word, or a list of them; this is "+t.String())
	}
}

func (p *parser) choice(q *question, s *statement) {
	w := s.words()
	if len(w) == 0 || !plainName(w[0].text) {
		p.fail(s.restPos(), "a choice has a word and a text, as in: choice timer The unplug timer fired.")
		return
	}
	for _, c := range q.choices {
		if c.word == w[0].text {
			p.fail(w[0].pos, "there is a choice "+quote(c.word)+" already")
		}
	}
	text := *s
	cut := len(w[0].text)
	for cut < len(s.rest) && s.rest[cut] == ' ' {
		cut++
	}
	text.rest, text.restColumn = s.rest[cut:], s.restColumn+cut
	q.choices = append(q.choices, choice{w[0].text, p.needProse(&text, &p.scope), w[0].pos})
}

func (p *parser) turn(q *question, s *statement) {
	p.noBody(s)
	n, err := strconv.Atoi(s.rest)
	if err != nil || n < 1 {
		p.fail(s.restPos(), "turn says how many knobs may be turned, at least 1")
	}
	q.turn = n
}

func (p *parser) checkPart(q *question, s *statement) {
	e := p.expr(s.rest, s.restPos(), &p.scope, Bool)
	text := p.prose("", s.restPos(), s.body, &p.scope)
	if e != nil {
		q.checks = append(q.checks, check{e, text})
	}
}

func (p *parser) wrong(q *question, s *statement) {
	want := Bool
	if q.kind != Goal {
		if q.answer == nil {
			p.fail(s.pos(), "wrong answers stand behind the answer")
			return
		}
		want = q.answer.root.typ
	}
	e := p.expr(s.rest, s.restPos(), &p.scope, want)
	reply := p.prose("", s.restPos(), s.body, &p.scope)
	if reply == nil {
		p.fail(s.pos(), "a wrong answer has a reply, indented under it")
	}
	if e != nil {
		q.wrongs = append(q.wrongs, wrong{e, reply})
	}
}

// whole checks what a question must have.
func (p *parser) whole(q *question) {
	if len(p.errs) > 0 {
		return
	}
	need := func(missing bool, what string) {
		if missing {
			p.fail(q.pos, "the question "+quote(q.name)+" has no "+what)
		}
	}
	need(q.ask == nil, "ask")
	if q.kind == Goal {
		need(len(q.knobs) == 0, "knob")
		need(len(q.checks) == 0, "check")
		if q.least != "" {
			p.least(q)
		}
		return
	}
	need(q.answer == nil, "answer")
	if q.kind == Explain {
		need(len(q.choices) < 2, "two choices")
	}
	if q.answer == nil {
		return
	}
	if _, isList := q.answer.root.typ.List(); len(q.slots) > 0 && !isList {
		p.fail(q.answerPos, "with slots the answer is a list, with an element for each")
	} else if q.kind == Explain && isList && len(q.slots) == 0 {
		p.fail(q.answerPos, "several choices need slots, one for each")
	}
}
