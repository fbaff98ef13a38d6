//go:build js

package main

import (
	"fmt"
	"strings"

	"honnef.co/go/js/dom/v2"
)

// page is verify.html: it shows rows and takes clicks.
type page struct {
	doc    dom.Document
	words  words
	bar    *dom.HTMLProgressElement
	status dom.Element // read aloud when it changes
	stop   *dom.HTMLButtonElement
	again  *dom.HTMLButtonElement
	body   dom.Element
	rows   []row
	state  string
	told   func() string // what the status line says, in the present language
}

// row is a file's line of the table and, once a case differs, the line below with the cases.
type row struct {
	file                      *fileResult
	line, state, counts, took dom.Element
	below, why                dom.Element
	failures                  int // shown below
}

func openPage() *page {
	doc := dom.GetWindow().Document()
	p := &page{
		doc:    doc,
		words:  words{doc.GetElementByID("verify").Underlying().Get("words")},
		bar:    doc.GetElementByID("progress").(*dom.HTMLProgressElement),
		status: doc.GetElementByID("status"),
		stop:   doc.GetElementByID("stop").(*dom.HTMLButtonElement),
		again:  doc.GetElementByID("again").(*dom.HTMLButtonElement),
		body:   doc.GetElementByID("files"),
	}
	dom.GetWindow().AddEventListener("blk-language", false, func(dom.Event) { p.speak() })
	return p
}

// speak says everything again in the language that is spoken now.
func (p *page) speak() {
	if p.told != nil {
		p.say(p.state, p.told)
	}
	for i := range p.rows {
		p.fill(&p.rows[i])
	}
}

// begin empties the page for a verification of files.
func (p *page) begin(files int) {
	p.rows = nil
	p.body.SetTextContent("")
	p.bar.SetMax(float64(files))
	p.bar.SetValue(0)
	p.say("running", func() string { return p.words.count("running", files) })
	p.stop.SetDisabled(false)
	p.again.SetDisabled(true)
}

// end shows how it went.
func (p *page) end(state string, text func() string) {
	p.say(state, text)
	p.stop.SetDisabled(true)
	p.again.SetDisabled(false)
}

// say sets the status line. Its state is there for the style sheet.
func (p *page) say(state string, text func() string) {
	p.state, p.told = state, text
	p.status.SetAttribute("data-state", state)
	setText(p.status, text())
}

// sum says what came of all files.
func (p *page) sum(s sum) string {
	text := p.words.say("sum", "n", s.same, "of", s.cases, "s", fmt.Sprintf("%.1f", s.took.Seconds()))
	add := func(key string, n, of int) {
		if n > 0 {
			text += p.words.say("space") + p.words.say(key, "n", n, "of", of)
		}
	}
	add("sumAbsent", s.absent, s.cases)
	add("sumBad", s.bad, s.files)
	add("sumHalted", s.halted, s.files)
	return text
}

// counts says how many of a file's cases are identical.
func (p *page) counts(f *fileResult) string {
	var parts []string
	if f.Cases > 0 {
		parts = append(parts, p.words.say("same", "n", f.Identical, "of", f.Cases))
	}
	if f.Absent > 0 {
		parts = append(parts, p.words.say("absent", "n", f.Absent))
	}
	return strings.Join(parts, p.words.say("comma"))
}

func (p *page) progress(files float64) {
	p.bar.SetValue(files)
}

func (p *page) row(at int, f *fileResult) {
	if at == len(p.rows) {
		p.addRow(f.Name)
	}
	r := &p.rows[at]
	r.file = f
	p.fill(r)
	for ; r.failures < len(f.Failures); r.failures++ {
		p.addFailure(r, f.Failures[r.failures].Case.Name, f.Failures[r.failures].Diff.Text)
	}
}

// fill writes a file's line in the present language.
func (p *page) fill(r *row) {
	f := r.file
	word := f.State.String()
	r.line.SetAttribute("data-state", strings.ReplaceAll(word, " ", "-"))
	setText(r.state, p.words.say("states."+word))
	setText(r.counts, p.counts(f))
	if f.Took > 0 {
		setText(r.took, fmt.Sprintf("%.2f s", f.Took.Seconds()))
	}
	if f.Why == nil {
		return
	}
	if r.below == nil {
		p.addBelow(r)
	}
	if r.why == nil {
		r.why = p.doc.CreateElement("p")
		r.below.InsertBefore(r.why, r.below.FirstChild())
	}
	setText(r.why, p.words.told(f.Why))
}

func (p *page) addRow(name string) {
	line := p.doc.CreateElement("tr")
	head := p.doc.CreateElement("th")
	head.SetAttribute("scope", "row")
	head.SetTextContent(strings.TrimSuffix(name, ".jsonl.gz"))
	line.AppendChild(head)
	r := row{line: line}
	for _, cell := range []*dom.Element{&r.state, &r.counts, &r.took} {
		*cell = p.doc.CreateElement("td")
		line.AppendChild(*cell)
	}
	p.body.AppendChild(line)
	p.rows = append(p.rows, r)
}

// addBelow puts a line below r's.
func (p *page) addBelow(r *row) {
	line := p.doc.CreateElement("tr")
	line.Class().Add("below")
	r.below = p.doc.CreateElement("td")
	r.below.SetAttribute("colspan", "4")
	line.AppendChild(r.below)
	p.body.InsertBefore(line, r.line.NextSibling())
}

// addFailure shows where a case departs from the kernel's own events. The first is open.
func (p *page) addFailure(r *row, name, text string) {
	if r.below == nil {
		p.addBelow(r)
	}
	details := p.doc.CreateElement("details")
	if r.failures == 0 {
		details.SetAttribute("open", "")
	}
	title := p.doc.CreateElement("summary")
	title.SetTextContent(name)
	events := p.doc.CreateElement("pre")
	events.SetAttribute("tabindex", "0") // it can scroll
	events.SetTextContent(text)
	details.AppendChild(title)
	details.AppendChild(events)
	r.below.AppendChild(details)
}

// setText writes to the page only what has changed.
func setText(e dom.Element, text string) {
	if e.TextContent() != text {
		e.SetTextContent(text)
	}
}
