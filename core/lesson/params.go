package lesson

import (
	"strconv"
	"strings"
)

// param reads NAME VALUE..., a parameter, or with order one whose values come in
// an order drawn from the seed.
func (p *parser) param(s *statement, order bool) {
	p.noBody(s)
	w := s.words()
	if len(w) < 2 {
		p.fail(s.pos(), "a parameter has a name and values, as in: "+s.word+" gap 3 4 5")
		return
	}
	if len(p.x.named) > 0 {
		p.fail(s.pos(), "parameters stand before the first variant")
	}
	q := param{name: w[0].text, pos: w[0].pos, order: order}
	if !p.newName(q.name, q.pos, &p.scope) {
		return
	}
	q.values, q.typ = p.values(w[1:])
	if q.typ == NoType {
		return
	}
	const orderMax = 12
	if order && len(q.values) > orderMax {
		p.fail(q.pos, "an order has at most "+strconv.Itoa(orderMax)+" values")
	}
	p.x.params = append(p.x.params, q)
	p.scope.names = append(p.scope.names, named{q.name, q.typeOf()})
}

// values reads numbers, ranges of numbers, or words; all alike.
func (p *parser) values(words []placed) (list []Value, typ Type) {
	for _, w := range words {
		from, to, isRange := strings.Cut(w.text, "..")
		if !isRange {
			to = from
		}
		a, errA := strconv.ParseInt(from, 10, 64)
		b, errB := strconv.ParseInt(to, 10, 64)
		t := Int
		switch {
		case errA == nil && errB == nil && a >= -numberMax && b <= numberMax && a <= b && b-a < valuesMax:
			for n := a; n <= b; n++ {
				list = append(list, number(n))
			}
		case !isRange && knobWord(w.text):
			t = Word
			list = append(list, word(w.text))
		default:
			p.fail(w.pos, quote(w.text)+" is neither a number, a range like 3..39, nor a word")
			return nil, NoType
		}
		if typ != NoType && typ != t {
			p.fail(w.pos, "values are all numbers or all words")
			return nil, NoType
		}
		typ = t
		if len(list) > valuesMax {
			p.fail(w.pos, "there are more than "+strconv.Itoa(valuesMax)+" values")
			return nil, NoType
		}
	}
	if typ == NoType && len(words) == 0 {
		return nil, NoType
	}
	return list, typ
}

// knobWord reports whether w is a word that a value may be: deadline, be/7.
func knobWord(w string) bool {
	if w == "" || !letter(w[0]) || len(w) > nameBytesMax {
		return false
	}
	for i := range len(w) {
		if !letter(w[i]) && !digit(w[i]) && w[i] != '-' && w[i] != '/' {
			return false
		}
	}
	return true
}

// variant reads NAME PARAM=VALUE...; an order's values stand with commas between them.
func (p *parser) variant(s *statement) {
	p.noBody(s)
	w := s.words()
	if len(w) == 0 || !plainName(w[0].text) {
		p.fail(s.pos(), "a variant has a name, and a value for every parameter")
		return
	}
	v := namedVariant{name: w[0].text, pos: w[0].pos, values: make([]Value, len(p.x.params))}
	for _, other := range p.x.named {
		if other.name == v.name {
			p.fail(v.pos, "there is a variant "+quote(v.name)+" already")
		}
	}
	for _, pair := range w[1:] {
		name, text, _ := strings.Cut(pair.text, "=")
		i := p.paramNamed(name)
		if i < 0 {
			p.fail(pair.pos, quote(name)+" is no parameter")
			continue
		}
		v.values[i] = p.valueOf(&p.x.params[i], text, pair.pos)
	}
	for i := range v.values {
		if v.values[i].Type == NoType {
			p.fail(v.pos, "the variant does not say "+quote(p.x.params[i].name))
			return
		}
	}
	p.x.named = append(p.x.named, v)
}

func (p *parser) paramNamed(name string) int {
	for i := range p.x.params {
		if p.x.params[i].name == name {
			return i
		}
	}
	return -1
}

// valueOf reads a parameter's value in a variant.
func (p *parser) valueOf(q *param, text string, at Pos) Value {
	words := []placed{}
	for _, t := range strings.Split(text, ",") {
		words = append(words, placed{t, at})
	}
	items, typ := p.values(words)
	if typ == NoType {
		return Value{}
	}
	if typ != q.typ || !q.order && len(items) != 1 {
		p.fail(at, quote(text)+" is no value of "+q.name)
		return Value{}
	}
	if !q.order {
		return items[0]
	}
	return Value{Type: ListOf(typ), List: items}
}
