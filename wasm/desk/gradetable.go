//go:build js

package main

import (
	"strconv"
	"strings"
	"syscall/js"

	"blkplay/core/handin"
	"blkplay/core/lesson"

	"honnef.co/go/js/dom/v2"
)

// rowsMax bounds the table; the files that are saved have all.
const rowsMax = 1000

// gradeTable is the table of results.
type gradeTable struct {
	doc   dom.Document
	words words
	body  dom.Element
	mark  int // to pass, in percent
	rows  int
}

// begin empties the table.
func (t *gradeTable) begin(mark int) {
	t.body.SetTextContent("")
	t.rows, t.mark = 0, mark
	t.doc.GetElementByID("results").RemoveAttribute("hidden")
}

func (t *gradeTable) add(r *handin.Graded) {
	if t.rows++; t.rows > rowsMax {
		return
	}
	status := r.Status.String()
	line := t.element("tr", "", "")
	line.Call("setAttribute", "role", "row")
	line.Call("setAttribute", "data-status", status)
	missed := below(r, t.mark)
	if r.Status != lesson.Verified || missed {
		line.Call("setAttribute", "data-look", "")
	}
	who := t.element("th", "who", t.who(r))
	who.Set("scope", "row")
	who.Call("setAttribute", "role", "rowheader")
	seed := t.cell("seed", "")
	if r.Sheet.Exercise != "" {
		seed.Set("textContent", strconv.FormatUint(r.Sheet.Seed, 10))
		seed.Call("setAttribute", "data-label", t.words.say("columns.seed")) // the head is away on a phone
	}
	line.Call("append", who, t.cell("exercise", strings.ToUpper(t.exercise(r))), seed, t.found(r, status), t.score(r, missed), t.answers(r))
	t.body.Underlying().Call("append", line)
}

// element makes an element. Rows are many, and package dom asks each of its
// elements what it is.
func (t *gradeTable) element(tag, class, text string) js.Value {
	e := t.doc.Underlying().Call("createElement", tag)
	if class != "" {
		e.Set("className", class)
	}
	if text != "" {
		e.Set("textContent", text)
	}
	return e
}

func (t *gradeTable) cell(class, text string) js.Value {
	c := t.element("td", class, text)
	c.Call("setAttribute", "role", "cell")
	return c
}

func (t *gradeTable) found(r *handin.Graded, status string) js.Value {
	c := t.cell("status", "")
	c.Call("append", t.element("b", "", t.words.say("status."+status)))
	if r.Status != lesson.Verified {
		c.Call("append", t.element("span", "", t.why(r)))
	}
	return c
}

func (t *gradeTable) score(r *handin.Graded, missed bool) js.Value {
	if r.Score.Of == 0 {
		return t.cell("score", "")
	}
	c := t.cell("score", t.words.say("score", "right", r.Score.Right, "of", r.Score.Of, "percent", r.Score.Scaled/10))
	if missed {
		c.Call("append", t.element("span", "", t.words.say("below")))
	}
	return c
}

func (t *gradeTable) answers(r *handin.Graded) js.Value {
	if len(r.Graded) == 0 {
		return t.cell("answers mono", shortened(r.Code))
	}
	c := t.cell("answers", "")
	for i := range r.Graded {
		c.Call("append", t.answer(&r.Graded[i]))
	}
	return c
}

// who is the label, and the person that the code names, if that is another.
func (t *gradeTable) who(r *handin.Graded) string {
	switch {
	case r.Label == "" && r.Sheet.Person == "":
		return t.words.say("nobody", "n", t.rows)
	case r.Label == "":
		return r.Sheet.Person
	case r.Sheet.Person == "" || strings.Contains(r.Label, r.Sheet.Person):
		return r.Label
	}
	return r.Label + " (" + r.Sheet.Person + ")"
}

func (t *gradeTable) exercise(r *handin.Graded) string {
	switch {
	case r.Sheet.Exercise != "":
		return r.Sheet.Exercise
	case r.Status == lesson.Unknown:
		return ""
	}
	return shortened(lesson.CodeName(r.Code))
}

// why says why an item is not verified.
func (t *gradeTable) why(r *handin.Graded) string {
	if r.Status == lesson.Altered {
		for i := range r.Graded {
			if g := &r.Graded[i]; g.Claimed != g.Right {
				key := "claimsRight"
				if g.Right {
					key = "claimsWrong"
				}
				return t.words.say(key, "question", g.Question, "given", g.Given)
			}
		}
	}
	return t.words.say("why."+r.Status.String(), "exercise", strings.ToUpper(t.exercise(r)))
}

// answer shows one answer with a mark and, for who cannot see it, a word.
func (t *gradeTable) answer(g *lesson.Graded) js.Value {
	sign, key := "–", "noAnswer"
	if g.Given != "" {
		sign, key = "×", "wrong"
		if g.Right {
			sign, key = "✓", "right"
		}
	}
	e := t.element("span", "", "")
	e.Call("setAttribute", "data-answer", key)
	mark := t.element("span", "", sign+" ")
	mark.Call("setAttribute", "aria-hidden", "true")
	e.Call("append", mark, g.Question+" "+g.Given, t.element("span", "hidden-text", " "+t.words.say(key)))
	return e
}

// shortened keeps a line that is no code from being all of the page.
func shortened(text string) string {
	if r := []rune(text); len(r) > 80 {
		return string(r[:80]) + "…"
	}
	return text
}
