package lesson

import (
	"slices"
	"strconv"
	"strings"
)

// worded is a lesson's texts in another language. What it lacks is nil, and is said
// in the lesson's own words.
type worded struct {
	language     string
	title, story *prose
	hints        []*prose
	labels       []*prose   // by run
	questions    []question // by question: its texts alone
	pos          Pos
}

// Languages returns the languages that the lesson has words in, beside its own.
func (x *Exercise) Languages() (list []string) {
	for i := range x.words {
		list = append(list, x.words[i].language)
	}
	return list
}

// In returns the exercise in the words of a language, x itself if it has none.
// Nothing but words differs: seeds, answers, codes and the digest are the same.
func (x *Exercise) In(language string) *Exercise {
	for i := range x.words {
		if x.words[i].language == language {
			return x.told(&x.words[i])
		}
	}
	return x
}

func (x *Exercise) told(w *worded) *Exercise {
	y := *x
	y.Language = w.language
	y.title, y.story, y.hints = either(w.title, x.title), either(w.story, x.story), mixed(w.hints, x.hints)
	y.runs, y.questions = slices.Clone(x.runs), slices.Clone(x.questions)
	for i := range y.runs {
		y.runs[i].label = either(w.labels[i], x.runs[i].label)
	}
	for i := range y.questions {
		y.questions[i].tell(&w.questions[i])
	}
	return &y
}

// tell puts the texts of o in the place of q's.
func (q *question) tell(o *question) {
	q.ask, q.right, q.otherwise = either(o.ask, q.ask), either(o.right, q.right), either(o.otherwise, q.otherwise)
	q.slots, q.hints = mixed(o.slots, q.slots), mixed(o.hints, q.hints)
	q.choices, q.checks, q.wrongs = slices.Clone(q.choices), slices.Clone(q.checks), slices.Clone(q.wrongs)
	for i := range o.choices {
		for j := range q.choices {
			if q.choices[j].word == o.choices[i].word {
				q.choices[j].text = o.choices[i].text
			}
		}
	}
	for i := range o.checks {
		q.checks[i].text = o.checks[i].text
	}
	for i := range o.wrongs {
		q.wrongs[i].reply = o.wrongs[i].reply
	}
}

func either(t, own *prose) *prose {
	if t == nil {
		return own
	}
	return t
}

func mixed(list, own []*prose) []*prose { return append(slices.Clone(list), own[len(list):]...) }

// languageTag reports whether s is a language's tag, as in zh or pt-br.
func languageTag(s string) bool {
	return plainName(s) && s == strings.ToLower(s) && !strings.ContainsAny(s, "_0123456789")
}

// words reads the lesson's texts in another language: statements as in the lesson,
// with nothing but their texts, in the same order.
func (p *parser) words(s *statement) {
	if len(p.errs) > 0 {
		return // what they are for cannot be read: that is to be mended first
	}
	if !languageTag(s.rest) {
		p.fail(s.restPos(), "words are of a language, as in: words zh")
		return
	}
	w := worded{language: s.rest, pos: s.pos(), labels: make([]*prose, len(p.x.runs)), questions: make([]question, len(p.x.questions))}
	for _, language := range p.x.Languages() {
		if language == w.language {
			p.fail(s.restPos(), "there are words "+quote(language)+" already")
		}
	}
	list, _ := group(s.body)
	for i := range list {
		p.word(&w, &list[i])
	}
	p.x.words = append(p.x.words, w)
}

func (p *parser) word(w *worded, s *statement) {
	switch s.word {
	case "title":
		p.only(&w.title, s)
	case "story":
		p.only(&w.story, s)
	case "hint":
		p.next(&w.hints, len(p.x.hints), s)
	case "run":
		p.label(w, s)
	case "question":
		p.questionWords(w, s)
	default:
		p.fail(s.pos(), quote(s.word)+" is no text of a lesson"+didYouMean(s.word, []string{"title", "story", "hint", "run", "question"}))
	}
}

// only reads a text that stands once.
func (p *parser) only(t **prose, s *statement) {
	if *t != nil {
		p.fail(s.pos(), quote(s.word)+" stands here already")
	}
	*t = p.needProse(s, &p.scope)
}

// next reads one of the texts of which the lesson has so many.
func (p *parser) next(list *[]*prose, of int, s *statement) {
	if len(*list) == of {
		p.fail(s.pos(), quote(s.word)+" has nothing to stand for: the lesson has "+strconv.Itoa(of))
		return
	}
	*list = append(*list, p.needProse(s, &p.scope))
}

func (p *parser) label(w *worded, s *statement) {
	p.noBody(s)
	name, text, _ := strings.Cut(s.rest, " ")
	for i := range p.x.runs {
		if p.x.runs[i].name == name {
			in := p.scope
			in.onRun, in.runs = false, nil
			w.labels[i] = p.prose(strings.TrimLeft(text, " "), place(s.restPos(), len(s.rest)-len(strings.TrimLeft(text, " "))), nil, &in)
			return
		}
	}
	p.fail(s.restPos(), "there is no run "+quote(name)+didYouMean(name, p.scope.runs))
}

func (p *parser) questionWords(w *worded, s *statement) {
	var names []string
	for i := range p.x.questions {
		q := &p.x.questions[i]
		if names = append(names, q.name); q.name != s.rest {
			continue
		}
		o := &w.questions[i]
		o.pos = s.pos()
		list, _ := group(s.body)
		for j := range list {
			p.questionWord(q, o, &list[j])
		}
		return
	}
	p.fail(s.restPos(), "there is no question "+quote(s.rest)+didYouMean(s.rest, names))
}

func (p *parser) questionWord(q, o *question, s *statement) {
	one := func(full bool) *prose {
		if full {
			p.fail(s.pos(), quote(s.word)+" has nothing to stand for in this question")
			return nil
		}
		return p.needProse(s, &p.scope)
	}
	switch s.word {
	case "ask":
		p.only(&o.ask, s)
	case "right":
		p.only(&o.right, s)
	case "otherwise":
		p.only(&o.otherwise, s)
	case "slot":
		p.next(&o.slots, len(q.slots), s)
	case "hint":
		p.next(&o.hints, len(q.hints), s)
	case "choice":
		before := len(o.choices)
		p.choice(o, s)
		if after := len(o.choices); after > before && q.choiceNumber(o.choices[after-1].word) == 0 {
			p.fail(s.restPos(), "there is no choice "+quote(o.choices[after-1].word))
		}
	case "check":
		if t := one(len(o.checks) == len(q.checks)); t != nil {
			o.checks = append(o.checks, check{text: t})
		}
	case "wrong":
		if t := one(len(o.wrongs) == len(q.wrongs)); t != nil {
			o.wrongs = append(o.wrongs, wrong{reply: t})
		}
	default:
		p.fail(s.pos(), quote(s.word)+" is no text of a question"+
			didYouMean(s.word, []string{"ask", "slot", "choice", "check", "wrong", "right", "otherwise", "hint"}))
	}
}

// words writes a statement of another language's words.
func (w *formatter) words(s *statement, indent int) {
	switch s.word {
	case "words", "question":
		w.comments(s.comments, indent)
		w.line(indent, s.word+" "+s.rest)
		list, rest := group(s.body)
		for i := range list {
			w.words(&list[i], indent+2)
		}
		w.comments(rest, indent+2)
	case "check", "wrong":
		w.comments(s.comments, indent)
		w.prose(s.word, s.rest, s.body, indent)
	case "run":
		w.comments(s.comments, indent)
		w.line(indent, "run "+squeezed(s.rest))
	default:
		w.statement(s, indent)
	}
}
