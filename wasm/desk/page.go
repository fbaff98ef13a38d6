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
	bar    *dom.HTMLProgressElement
	status dom.Element // read aloud when it changes
	stop   *dom.HTMLButtonElement
	again  *dom.HTMLButtonElement
	body   dom.Element
	rows   []row
}

// row is a file's line of the table and, once a case differs, the line below with the cases.
type row struct {
	line, state, counts, took dom.Element
	below                     dom.Element
	failures                  int // shown below
}

func openPage() *page {
	doc := dom.GetWindow().Document()
	return &page{
		doc:    doc,
		bar:    doc.GetElementByID("progress").(*dom.HTMLProgressElement),
		status: doc.GetElementByID("status"),
		stop:   doc.GetElementByID("stop").(*dom.HTMLButtonElement),
		again:  doc.GetElementByID("again").(*dom.HTMLButtonElement),
		body:   doc.GetElementByID("files"),
	}
}

// begin empties the page for a verification of files.
func (p *page) begin(files int) {
	p.rows = nil
	p.body.SetTextContent("")
	p.bar.SetMax(float64(files))
	p.bar.SetValue(0)
	p.say("running", fmt.Sprintf("Running %d golden files in this browser.", files))
	p.stop.SetDisabled(false)
	p.again.SetDisabled(true)
}

// end shows how it went.
func (p *page) end(state, text string) {
	p.say(state, text)
	p.stop.SetDisabled(true)
	p.again.SetDisabled(false)
}

// say sets the status line. Its state is there for the style sheet.
func (p *page) say(state, text string) {
	p.status.SetAttribute("data-state", state)
	p.status.SetTextContent(text)
}

func (p *page) progress(files float64) {
	p.bar.SetValue(files)
}

func (p *page) row(at int, f *fileResult) {
	if at == len(p.rows) {
		p.addRow(f.Name)
	}
	r := &p.rows[at]
	word := f.State.String()
	r.line.SetAttribute("data-state", strings.ReplaceAll(word, " ", "-"))
	setText(r.state, word)
	setText(r.counts, f.Counts())
	if f.Took > 0 {
		setText(r.took, fmt.Sprintf("%.2f s", f.Took.Seconds()))
	}
	if f.Why != "" && r.below == nil {
		p.addBelow(r, f.Why)
	}
	for ; r.failures < len(f.Failures); r.failures++ {
		p.addFailure(r, f.Failures[r.failures].Case.Name, f.Failures[r.failures].Diff.Text)
	}
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

// addBelow puts a line with text below r's.
func (p *page) addBelow(r *row, text string) {
	line := p.doc.CreateElement("tr")
	line.Class().Add("below")
	r.below = p.doc.CreateElement("td")
	r.below.SetAttribute("colspan", "4")
	if text != "" {
		why := p.doc.CreateElement("p")
		why.SetTextContent(text)
		r.below.AppendChild(why)
	}
	line.AppendChild(r.below)
	p.body.InsertBefore(line, r.line.NextSibling())
}

// addFailure shows where a case departs from the kernel's own events. The first is open.
func (p *page) addFailure(r *row, name, text string) {
	if r.below == nil {
		p.addBelow(r, "")
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
