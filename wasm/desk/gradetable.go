//go:build js

package main

import (
	"strconv"
	"strings"

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
	line := t.doc.CreateElement("tr")
	line.SetAttribute("role", "row")
	status := r.Status.String()
	line.SetAttribute("data-status", status)
	missed := below(r, t.mark)
	if r.Status != lesson.Verified || missed {
		line.SetAttribute("data-look", "")
	}
	who := t.cell(line, "th", "who", t.who(r))
	who.SetAttribute("scope", "row")
	who.SetAttribute("role", "rowheader")
	t.cell(line, "td", "exercise", strings.ToUpper(t.exercise(r)))
	seed := ""
	if r.Sheet.Exercise != "" {
		seed = strconv.FormatUint(r.Sheet.Seed, 10)
	}
	t.cell(line, "td", "seed", seed).SetAttribute("data-label", t.words.say("columns.seed")) // the head is away on a phone
	found := t.cell(line, "td", "status", "")
	word := t.doc.CreateElement("b")
	word.SetTextContent(t.words.say("status." + status))
	found.AppendChild(word)
	if r.Status != lesson.Verified {
		why := t.doc.CreateElement("span")
		why.SetTextContent(t.why(r))
		found.AppendChild(why)
	}
	score := t.cell(line, "td", "score", "")
	if r.Score.Of > 0 {
		score.SetTextContent(t.words.say("score", "right", r.Score.Right, "of", r.Score.Of, "percent", r.Score.Scaled/10))
		if missed {
			short := t.doc.CreateElement("span")
			short.SetTextContent(t.words.say("below"))
			score.AppendChild(short)
		}
	}
	answers := t.cell(line, "td", "answers", "")
	for i := range r.Graded {
		answers.AppendChild(t.answer(&r.Graded[i]))
	}
	if len(r.Graded) == 0 {
		answers.Class().Add("mono")
		answers.SetTextContent(shortened(r.Code))
	}
	t.body.AppendChild(line)
}

func (t *gradeTable) cell(line dom.Element, tag, of, text string) dom.Element {
	c := t.doc.CreateElement(tag)
	c.SetAttribute("role", "cell")
	c.Class().Add(of)
	c.SetTextContent(text)
	line.AppendChild(c)
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
func (t *gradeTable) answer(g *lesson.Graded) dom.Element {
	e := t.doc.CreateElement("span")
	sign, key := "–", "noAnswer"
	if g.Given != "" {
		sign, key = "×", "wrong"
		if g.Right {
			sign, key = "✓", "right"
		}
	}
	mark := t.doc.CreateElement("span")
	mark.SetAttribute("aria-hidden", "true")
	mark.SetTextContent(sign + " ")
	word := t.doc.CreateElement("span")
	word.Class().Add("hidden-text")
	word.SetTextContent(" " + t.words.say(key))
	text := t.doc.CreateElement("span")
	text.SetTextContent(g.Question + " " + g.Given)
	e.SetAttribute("data-answer", key)
	for _, part := range []dom.Element{mark, text, word} {
		e.AppendChild(part)
	}
	return e
}

// shortened keeps a line that is no code from being all of the page.
func shortened(text string) string {
	if r := []rune(text); len(r) > 80 {
		return string(r[:80]) + "…"
	}
	return text
}
