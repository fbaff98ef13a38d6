package lesson

import "strings"

// Format returns the one canonical form of a lesson's text: two spaces for each
// step inwards, one blank between words, expressions in one spelling, text wrapped
// at 100 columns, a blank line around runs, stories and questions. Comments stay
// before the statement they stand before.
func Format(text string) (string, error) {
	p := &parser{x: &Exercise{}, once: map[string]int{}}
	if _, err := Parse(text); err != nil {
		return "", err
	}
	p.x.statements, p.rest = group(split(text))
	return p.format(), nil
}

// columnsMax is where text is wrapped.
const columnsMax = 100

func (p *parser) format() string { return p.formatted(p.x.statements) }

// own returns the canonical text without other languages' words.
func (p *parser) own() string {
	var list []statement
	for i := range p.x.statements {
		if p.x.statements[i].word != "words" {
			list = append(list, p.x.statements[i])
		}
	}
	return p.formatted(list)
}

func (p *parser) formatted(list []statement) string {
	w := formatter{}
	before := true // a blank line is there, or none is wanted
	for i := range list {
		s := &list[i]
		if i > 0 && (isBlock(s.word) || !before) {
			w.out = append(w.out, '\n')
		}
		w.statement(s, 0)
		before = !isBlock(s.word)
	}
	w.comments(p.rest, 0)
	return string(w.out)
}

// isBlock reports whether a blank line stands around the statement.
func isBlock(word string) bool {
	switch word {
	case "story", "run", "predict", "explain", "goal", "words":
		return true
	}
	return false
}

type formatter struct{ out []byte }

func (w *formatter) indent(n int) {
	for range n {
		w.out = append(w.out, ' ')
	}
}

func (w *formatter) line(indent int, text string) {
	w.indent(indent)
	w.out = append(append(w.out, text...), '\n')
}

func (w *formatter) comments(list []string, indent int) {
	for _, c := range list {
		w.line(indent, c)
	}
}

func (w *formatter) statement(s *statement, indent int) {
	if s.word == "words" {
		w.words(s, indent)
		return
	}
	w.comments(s.comments, indent)
	switch s.word {
	case "predict", "explain", "goal":
		w.line(indent, s.word+" "+s.rest)
		list, rest := group(s.body)
		for i := range list {
			w.statement(&list[i], indent+2)
		}
		w.comments(rest, indent+2)
	case "run":
		w.line(indent, "run "+squeezed(s.rest))
		w.template(s.body, indent+2)
	case "title", "ask", "slot", "hint", "right", "otherwise":
		w.prose(s.word, s.rest, s.body, indent)
	case "story":
		w.line(indent, "story")
		w.paragraphs(paragraphs(s.rest, s.body), indent+2)
	case "choice":
		name, text, _ := strings.Cut(s.rest, " ")
		w.prose("choice "+name, strings.TrimSpace(text), s.body, indent)
	case "require", "answer", "look", "check", "wrong":
		w.line(indent, s.word+" "+canonicalExpr(s.rest))
		w.paragraphs(paragraphs("", s.body), indent+2)
	case "let":
		name, text, _ := strings.Cut(s.rest, " ")
		w.line(indent, "let "+name+" "+canonicalExpr(text))
	default:
		w.line(indent, strings.TrimRight(s.word+" "+squeezed(s.rest), " "))
	}
}

func squeezed(text string) string { return strings.Join(strings.Fields(text), " ") }

func canonicalExpr(text string) string {
	root, bad := parseExpr(text)
	if bad != nil {
		return squeezed(text)
	}
	return root.String()
}

// prose writes a statement with its text behind it if that fits, else under it.
func (w *formatter) prose(word, first string, body []line, indent int) {
	list := paragraphs(first, body)
	if len(list) == 1 {
		if text := word + " " + strings.Join(list[0], " "); indent+len(text) <= columnsMax {
			w.line(indent, text)
			return
		}
	}
	w.line(indent, word)
	w.paragraphs(list, indent+2)
}

// paragraphs cuts text into paragraphs of words that stay whole: an expression in
// braces is one word.
func paragraphs(first string, body []line) (list [][]string) {
	var words []string
	if first != "" {
		words = wordsOf(first)
	}
	for _, l := range body {
		if l.text == "" {
			if len(words) > 0 {
				list = append(list, words)
			}
			words = nil
			continue
		}
		words = append(words, wordsOf(l.text)...)
	}
	if len(words) > 0 {
		list = append(list, words)
	}
	return list
}

func wordsOf(text string) (words []string) {
	from, open := -1, false
	for i := 0; i <= len(text); i++ {
		if i == len(text) || !open && (text[i] == ' ' || text[i] == '\t') {
			if from >= 0 {
				words = append(words, text[from:i])
			}
			from = -1
			continue
		}
		if from < 0 {
			from = i
		}
		switch {
		case (text[i] == '{' || text[i] == '}') && !open && i+1 < len(text) && text[i+1] == text[i]:
			i++ // a brace that is meant
		case text[i] == '{':
			open = true
		case text[i] == '}':
			open = false
		}
	}
	return words
}

func (w *formatter) paragraphs(list [][]string, indent int) {
	for i, words := range list {
		if i > 0 {
			w.out = append(w.out, '\n')
		}
		column := 0
		for _, word := range words {
			switch {
			case column == 0:
				w.indent(indent)
				column = indent
			case column+1+len(word) > columnsMax && word[0] != '#': // a # at a line's start is a comment
				w.out = append(w.out, '\n')
				w.indent(indent)
				column = indent
			default:
				w.out = append(w.out, ' ')
				column++
			}
			w.out = append(w.out, word...)
			column += len(word)
		}
		w.out = append(w.out, '\n')
	}
}

// template writes a run's lines with their steps inwards kept.
func (w *formatter) template(body []line, indent int) {
	least := -1
	if len(body) > 0 && strings.HasPrefix(body[0].text, "like ") {
		for i := range body {
			body[i].indent, body[i].text = 0, squeezed(body[i].text)
		}
	}
	for _, l := range body {
		if l.text != "" && (least < 0 || l.indent < least) {
			least = l.indent
		}
	}
	blank := false
	for _, l := range body {
		if l.text == "" {
			if !blank {
				w.out = append(w.out, '\n')
			}
			blank = true
			continue
		}
		blank = false
		w.line(indent+l.indent-least, l.text)
	}
}
