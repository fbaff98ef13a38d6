package lesson

import (
	"strings"
)

// A lesson's text is statements that begin at the margin; what is indented under
// one is its body: the statements of a question, the lines of a run, or more text.

// line is one line of the text.
type line struct {
	number int
	indent int
	text   string // without blanks at both ends; "" is a blank line
}

// statement is a word, what follows it, and what is indented under it.
type statement struct {
	word, rest string
	number     int // of its line
	restColumn int
	comments   []string // full lines before it
	body       []line
}

func (s *statement) pos() Pos     { return Pos{Line: s.number, Column: s.restColumn - len(s.word) - 1} }
func (s *statement) restPos() Pos { return Pos{Line: s.number, Column: s.restColumn} }

// Limits of a lesson's text.
const (
	TextBytesMax = 128 << 10
	linesMax     = 4000
	errorsMax    = 20
)

// split cuts text into lines.
func split(text string) []line {
	text = strings.TrimPrefix(text, "\ufeff")
	var list []line
	for number := 1; text != ""; number++ {
		raw, rest, _ := strings.Cut(text, "\n")
		text = rest
		left := strings.TrimLeft(raw, " \t")
		list = append(list, line{number, len(raw) - len(left), strings.TrimRight(left, " \t\r")})
	}
	return list
}

// group gathers lines into statements: those at the least indent begin one.
// Comments between statements go with the statement behind them; rest are those
// behind the last one.
func group(lines []line) (list []statement, rest []string) {
	margin := -1
	for _, l := range lines {
		if l.text != "" && l.text[0] != '#' {
			margin = l.indent
			break
		}
	}
	var comments []string
	for _, l := range lines {
		last := len(list) - 1
		switch {
		case l.text == "":
			if last >= 0 && len(comments) == 0 {
				list[last].body = append(list[last].body, l)
			}
		case l.text[0] == '#' && (last < 0 || l.indent <= margin):
			comments = append(comments, l.text)
		case last >= 0 && l.indent > margin:
			list[last].body = append(list[last].body, l)
		default:
			w, after, _ := strings.Cut(l.text, " ")
			after = strings.TrimLeft(after, " \t")
			list = append(list, statement{word: w, rest: after, number: l.number,
				restColumn: l.indent + len(l.text) - len(after) + 1, comments: comments})
			if after == "" {
				list[last+1].restColumn = l.indent + len(w) + 2
			}
			comments = nil
		}
	}
	for i := range list {
		list[i].body = trimBlank(list[i].body)
	}
	return list, comments
}

func trimBlank(body []line) []line {
	for len(body) > 0 && body[len(body)-1].text == "" {
		body = body[:len(body)-1]
	}
	for len(body) > 0 && body[0].text == "" {
		body = body[1:]
	}
	return body
}

// words cuts what follows a statement at its blanks.
func (s *statement) words() []placed {
	var list []placed
	for i := 0; i < len(s.rest); {
		if s.rest[i] == ' ' || s.rest[i] == '\t' {
			i++
			continue
		}
		from := i
		for i < len(s.rest) && s.rest[i] != ' ' && s.rest[i] != '\t' {
			i++
		}
		list = append(list, placed{s.rest[from:i], Pos{Line: s.number, Column: s.restColumn + from}})
	}
	return list
}

// placed is a word and its place.
type placed struct {
	text string
	pos  Pos
}
