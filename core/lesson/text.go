package lesson

import "strings"

// expr is an expression at its place in the lesson.
type expr struct {
	root *node
	pos  Pos
}

// eval returns what e gives in v, and what went wrong.
func (e *expr) eval(v *env) (Value, error) {
	inner := env{names: v.names, runs: v.runs}
	x := inner.eval(e.root)
	if inner.bad != nil {
		return x, Error{Pos: place(e.pos, inner.bad.at), Text: inner.bad.text}
	}
	return x, nil
}

// place returns the place so many bytes behind at.
func place(at Pos, bytes int) Pos { return Pos{Line: at.Line, Column: at.Column + bytes} }

// prose is text with expressions in braces: "it has {count(D)} requests".
type prose struct {
	parts []part
}

// part is a literal, or an expression if that is not nil.
type part struct {
	literal string
	expr    *expr
}

// fill returns the text with its expressions evaluated.
func (t *prose) fill(v *env) (string, error) {
	if t == nil {
		return "", nil
	}
	var b []byte
	for i := range t.parts {
		p := &t.parts[i]
		if p.expr == nil {
			b = append(b, p.literal...)
			continue
		}
		x, err := p.expr.eval(v)
		if err != nil {
			return "", err
		}
		b = x.appendProse(b)
	}
	return string(b), nil
}

// appendProse writes v as text has it: the elements of a list with commas between them.
func (v *Value) appendProse(b []byte) []byte {
	if _, isList := v.Type.List(); !isList {
		return v.append(b)
	}
	for i := range v.List {
		if i > 0 {
			b = append(b, ", "...)
		}
		b = v.List[i].append(b)
	}
	return b
}

// fillOr returns the text, or why there is none.
func (t *prose) fillOr(v *env) string {
	s, err := t.fill(v)
	if err != nil {
		return "(" + err.Error() + ")"
	}
	return s
}

// parts cuts a line of text at its braces. {{ and }} stand for braces.
func (p *parser) parts(text string, at Pos, s *scope) (list []part) {
	literal := ""
	flush := func() {
		if literal != "" {
			list = append(list, part{literal: literal})
			literal = ""
		}
	}
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case (c == '{' || c == '}') && i+1 < len(text) && text[i+1] == c:
			literal += text[i : i+1]
			i += 2
		case c == '}':
			p.fail(place(at, i), "this brace closes nothing; write }} for a brace")
			return list
		case c == '{':
			end := strings.IndexByte(text[i:], '}')
			if end < 0 {
				p.fail(place(at, i), "the brace is not closed on its line; write {{ for a brace")
				return list
			}
			flush()
			if e := p.expr(text[i+1:i+end], place(at, i+1), s, NoType); e != nil {
				list = append(list, part{expr: e})
			}
			i += end + 1
		default:
			literal += text[i : i+1] // a byte of maybe several that are one letter
			i++
		}
	}
	flush()
	return list
}

// prose reads a text that begins behind a statement's word and goes on in the lines
// of its body. A blank line begins a paragraph.
func (p *parser) prose(first string, at Pos, body []line, s *scope) *prose {
	t := &prose{}
	gap := ""
	add := func(text string, at Pos) {
		if len(t.parts) > 0 {
			t.parts = append(t.parts, part{literal: gap})
		}
		gap = " "
		t.parts = append(t.parts, p.parts(text, at, s)...)
	}
	if first != "" {
		add(first, at)
	}
	for _, l := range body {
		if l.text == "" {
			gap = "\n\n"
			continue
		}
		add(l.text, Pos{Line: l.number, Column: l.indent + 1})
	}
	if len(t.parts) == 0 {
		return nil
	}
	return t
}

// expr reads and checks an expression; nil if it is wrong.
func (p *parser) expr(text string, at Pos, s *scope, want Type) *expr {
	if strings.TrimSpace(text) == "" {
		p.fail(at, "an expression is missing")
		return nil
	}
	root, bad := parseExpr(text)
	if bad == nil {
		bad = s.check(root, want)
	}
	if bad != nil {
		p.fail(place(at, bad.at), bad.text)
		return nil
	}
	return &expr{root, at}
}
