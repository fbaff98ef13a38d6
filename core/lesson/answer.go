package lesson

import (
	"strconv"
	"strings"
)

// read reads an answer to q as a person writes it: 4, 4 ms, 0.4ms, W300 R100 or
// 300, 100, 3/3/3, U 16 UT 1, a choice's word.
func (q *question) read(text string) (x Value, problem string) {
	t := q.answer.root.typ
	element, isList := t.List()
	tokens := tokensOf(text)
	if len(tokens) == 0 {
		return x, "there is no answer"
	}
	if !isList {
		if t == Time && len(tokens) == 2 {
			tokens = []string{tokens[0] + tokens[1]}
		}
		if len(tokens) != 1 {
			return x, "one answer is asked for, and " + strconv.Itoa(len(tokens)) + " are given"
		}
		return q.element(tokens[0], t)
	}
	switch element {
	case Word:
		if q.kind != Explain {
			tokens = joinMarks(tokens)
		}
	case Time:
		if last := len(tokens) - 1; last > 0 && tokens[last] == "ms" { // "2 4 7 ms"
			tokens = tokens[:last]
		}
	}
	if len(q.slots) > 0 && len(tokens) != len(q.slots) {
		return x, strconv.Itoa(len(q.slots)) + " answers are asked for, and " + strconv.Itoa(len(tokens)) + " are given"
	}
	x.Type = t
	for _, word := range tokens {
		y, problem := q.element(word, element)
		if problem != "" {
			return x, problem
		}
		x.List = append(x.List, y)
	}
	return x, ""
}

// answerBytesMax bounds an answer from anybody.
const answerBytesMax = 1000

func tokensOf(text string) []string {
	if len(text) > answerBytesMax {
		text = text[:answerBytesMax]
	}
	return strings.FieldsFunc(text, func(r rune) bool {
		return r == ' ' || r == ',' || r == ';' || r == '/' || r == '\t' || r == '\n' || r == '\r'
	})
}

// joinMarks joins a letter and the number behind it: U 16 is U16.
func joinMarks(tokens []string) (list []string) {
	for _, t := range tokens {
		last := len(list) - 1
		if digit(t[0]) && last >= 0 && !digit(list[last][len(list[last])-1]) {
			list[last] += t
			continue
		}
		list = append(list, t)
	}
	return list
}

func (q *question) element(text string, t Type) (Value, string) {
	switch t {
	case Int:
		plain := strings.TrimPrefix(text, "#")
		if len(plain) > 1 && strings.IndexByte("RWrw", plain[0]) >= 0 { // a sector with its direction
			plain = plain[1:]
		}
		n, err := strconv.ParseInt(plain, 10, 64)
		if err != nil {
			return Value{}, quote(text) + " is no whole number"
		}
		return number(n), ""
	case Time:
		lex := lexer{text: text}
		got := lex.next()
		if got.kind == numberToken && lex.at == len(text) {
			lex = lexer{text: text + "ms"}
			got = lex.next()
		} else if got.kind == endToken && strings.IndexByte(text, '.') >= 0 {
			lex = lexer{text: text + "ms"}
			got = lex.next()
		}
		if got.kind != timeToken || lex.at != len(lex.text) {
			return Value{}, quote(text) + " is no time; milliseconds are meant, as in 2.5"
		}
		return nanos(got.n), ""
	}
	if q.kind != Explain {
		return word(strings.ToUpper(text)), ""
	}
	for _, c := range q.choices {
		if strings.EqualFold(c.word, text) {
			return word(c.word), ""
		}
	}
	return Value{}, quote(text) + " is none of the choices"
}

// want returns the right answer: what the core's run gives.
func (v *Variant) want(q *question) (Value, error) { return q.answer.eval(v.env(q.on)) }

// Answer returns the right answer to a question, of a goal the first setting that
// a search over its knobs finds ("" if it finds none).
func (v *Variant) Answer(name string) (string, error) {
	q := v.Exercise.question(name)
	if q == nil {
		return "", Error{Text: "there is no question " + quote(name)}
	}
	if q.kind == Goal {
		answer, _ := v.solve(q)
		return answer, nil
	}
	x, err := v.want(q)
	return x.String(), err
}
