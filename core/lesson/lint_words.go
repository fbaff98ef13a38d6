package lesson

import (
	"slices"
	"strconv"
	"strings"
)

// tellings returns the lesson in its own words and in each other language's.
func (l *linter) tellings() []*Exercise {
	list := []*Exercise{l.x}
	for _, language := range l.x.Languages() {
		list = append(list, l.x.In(language))
	}
	return list
}

// in returns the variant as x tells it; what was run stays run.
func (v *Variant) in(x *Exercise) *Variant {
	told := *v
	told.Exercise = x
	return &told
}

// words finds texts that another language lacks, and values that got lost or in.
func (l *linter) words() {
	for i := range l.x.words {
		w := &l.x.words[i]
		l.pair(w, w.pos, "title", l.x.title, w.title)
		l.pair(w, w.pos, "story", l.x.story, w.story)
		l.pairs(w, w.pos, "hint", "", l.x.hints, w.hints)
		for j := range l.x.runs {
			l.pair(w, w.pos, "run "+l.x.runs[j].name, l.x.runs[j].label, w.labels[j])
		}
		for j := range l.x.questions {
			l.question(w, &l.x.questions[j], &w.questions[j])
		}
	}
}

func (l *linter) question(w *worded, q, o *question) {
	at, of := o.pos, " of the question "+q.name
	if at == (Pos{}) {
		at = w.pos
	}
	l.pair(w, at, "ask"+of, q.ask, o.ask)
	l.pairs(w, at, "slot", of, q.slots, o.slots)
	for i := range q.choices {
		var t *prose
		for j := range o.choices {
			if o.choices[j].word == q.choices[i].word {
				t = o.choices[j].text
			}
		}
		l.pair(w, at, "choice "+q.choices[i].word+of, q.choices[i].text, t)
	}
	for i := range q.checks {
		var t *prose
		if i < len(o.checks) {
			t = o.checks[i].text
		}
		l.pair(w, at, "check "+strconv.Itoa(i+1)+of, q.checks[i].text, t)
	}
	for i := range q.wrongs {
		var t *prose
		if i < len(o.wrongs) {
			t = o.wrongs[i].reply
		}
		l.pair(w, at, "wrong "+strconv.Itoa(i+1)+of, q.wrongs[i].reply, t)
	}
	l.pair(w, at, "right"+of, q.right, o.right)
	l.pair(w, at, "otherwise"+of, q.otherwise, o.otherwise)
	l.pairs(w, at, "hint", of, q.hints, o.hints)
}

func (l *linter) pairs(w *worded, at Pos, what, of string, own, list []*prose) {
	for i := range own {
		var t *prose
		if i < len(list) {
			t = list[i]
		}
		l.pair(w, at, what+" "+strconv.Itoa(i+1)+of, own[i], t)
	}
}

// pair compares a text with the one that stands for it.
func (l *linter) pair(w *worded, at Pos, what string, own, t *prose) {
	switch {
	case own == nil:
	case t == nil:
		l.add("words-missing", at, "no words in "+w.language+" for: "+what)
	case !slices.Equal(own.values(), t.values()):
		l.add("words-values", at, "other values in "+w.language+", "+strings.Join(t.values(), " ")+" for "+strings.Join(own.values(), " ")+": "+what)
	}
}

// values returns the text's expressions in braces, each once, in order of spelling;
// what they have in quotes is words too, and left out.
func (t *prose) values() (list []string) {
	for i := range t.parts {
		if e := t.parts[i].expr; e != nil {
			list = append(list, "{"+unquoted(e.root.String())+"}")
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// unquoted empties what stands in quotes.
func unquoted(text string) string {
	parts := strings.Split(text, `"`)
	for i := 1; i < len(parts); i += 2 {
		parts[i] = ""
	}
	return strings.Join(parts, `"`)
}
