//go:build js

package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"syscall/js"

	"blkplay/core/handin"

	"honnef.co/go/js/dom/v2"
)

// lessonFolder has the site's exercises and index.json, the list of their names.
const lessonFolder = "lessons/"

// desk is grade.html: what lies on it, and what the visitor does with it.
type desk struct {
	doc   dom.Document
	words words
	tasks chan func() // what clicks want: one after the other

	codes     *dom.HTMLTextAreaElement
	mark      *dom.HTMLInputElement
	bar       *dom.HTMLProgressElement
	status    dom.Element // read aloud when it changes
	stop, run *dom.HTMLButtonElement

	shelf   shelf
	files   []opened // of codes
	done    []handin.Graded
	of      int // how many there were to grade
	table   *gradeTable
	working *grader       // nil: nothing is being graded
	told    func() string // what the status line says, in the present language
}

func gradePage() {
	doc := dom.GetWindow().Document()
	d := &desk{
		doc:    doc,
		words:  words{doc.GetElementByID("grade").Underlying().Get("words")},
		tasks:  make(chan func(), 64),
		codes:  doc.GetElementByID("codes").(*dom.HTMLTextAreaElement),
		mark:   doc.GetElementByID("mark").(*dom.HTMLInputElement),
		bar:    doc.GetElementByID("progress").(*dom.HTMLProgressElement),
		status: doc.GetElementByID("status"),
		stop:   doc.GetElementByID("stop").(*dom.HTMLButtonElement),
		run:    doc.GetElementByID("run").(*dom.HTMLButtonElement),
	}
	d.table = &gradeTable{doc: doc, words: d.words, body: doc.GetElementByID("rows")}
	d.listen()
	d.safely(d.loadShelf)
	for task := range d.tasks {
		d.safely(task)
	}
}

// safely does a task; a page that breaks says so and stays.
func (d *desk) safely(task func()) {
	defer func() {
		if broken := recover(); broken != nil {
			d.working = nil
			d.ready()
			d.tell("failed", func() string { return d.words.say("broke", "reason", fmt.Sprint(broken)) })
		}
	}()
	task()
}

// on has a task done when something happens to an element.
func (d *desk) on(id, event string, task func()) {
	d.doc.GetElementByID(id).AddEventListener(event, false, func(dom.Event) { d.later(task) })
}

func (d *desk) later(task func()) {
	select {
	case d.tasks <- task:
	default: // the page is behind by many clicks
	}
}

func (d *desk) listen() {
	d.on("run", "click", d.grade)
	d.stop.AddEventListener("click", false, func(dom.Event) {
		if d.working != nil {
			d.working.stop = true
		}
	})
	d.on("codes", "input", d.counted)
	d.on("clear", "click", func() {
		d.codes.SetValue("")
		d.files = nil
		d.showFiles()
		d.codes.Focus()
	})
	d.on("mark", "input", d.show)
	d.on("csv", "click", func() { save(d.doc, "grades.csv", "text/csv", handin.CSV(d.done)) })
	d.on("json", "click", func() { save(d.doc, "grades.json", "application/json", handin.JSON(d.done)) })
	d.on("all", "click", func() { d.takeAll(true) })
	d.on("none", "click", func() { d.takeAll(false) })
	for _, id := range []string{"open", "add"} {
		input := d.doc.GetElementByID(id + "-files")
		d.doc.GetElementByID(id).AddEventListener("click", false, func(dom.Event) { input.Underlying().Call("click") })
		input.AddEventListener("change", false, func(dom.Event) {
			list := filesOf(input.Underlying().Get("files"))
			d.later(func() { d.open(list) })
			input.Underlying().Set("value", "")
		})
	}
	d.doc.AddEventListener("dragover", false, func(e dom.Event) { e.PreventDefault() })
	d.doc.AddEventListener("drop", false, func(e dom.Event) {
		e.PreventDefault()
		data := e.Underlying().Get("dataTransfer")
		if !data.Truthy() {
			return
		}
		if list := filesOf(data.Get("files")); len(list) > 0 {
			d.later(func() { d.open(list) })
		}
	})
	dom.GetWindow().AddEventListener("blk-language", false, func(dom.Event) { d.later(d.speak) })
}

// loadShelf gets the exercises of the site.
func (d *desk) loadShelf() {
	names, err := lessonNames()
	for _, name := range names {
		var text []byte
		if text, err = fetch(lessonFolder + name); err == nil {
			err = d.shelf.add(string(text), false)
		}
		if err != nil {
			err = fmt.Errorf("%s: %w", name, err)
			break
		}
	}
	d.showShelf()
	d.ready()
	if err != nil {
		d.tell("failed", func() string { return d.words.say("noShelf", "reason", d.words.told(err)) })
		return
	}
	d.tell("ready", nothing)
	d.counted()
}

func lessonNames() (names []string, err error) {
	text, err := fetch(lessonFolder + "index.json")
	if err != nil {
		return nil, err
	}
	err = json.Unmarshal(text, &names)
	return names, err
}

// open takes chosen or dropped files: exercises, and files of codes.
func (d *desk) open(list []js.Value) {
	files, err := openFiles(list)
	var wrong []error
	if err != nil {
		wrong = append(wrong, errors.New(strings.ReplaceAll(err.Error(), "\n", ": ")))
	}
	for _, f := range files {
		if !strings.HasSuffix(f.name, ".lesson") {
			d.files = append(d.files, f)
		} else if err := d.shelf.add(f.text, true); err != nil {
			wrong = append(wrong, fmt.Errorf("%s: %w", f.name, err))
		}
	}
	d.showShelf()
	d.showFiles()
	if len(wrong) > 0 {
		d.tell("failed", func() string {
			var reasons []string
			for _, err := range wrong {
				reasons = append(reasons, d.words.told(err))
			}
			return d.words.say("notOpened", "reason", strings.Join(reasons, d.words.say("semicolon")))
		})
	} else if d.working == nil {
		d.tell("ready", nothing)
	}
}

// items reads all codes that lie on the desk.
func (d *desk) items() (all []handin.Item, err error) {
	taken := d.shelf.taken()
	if all, err = handin.Read([]byte(d.codes.Value()), taken); err != nil {
		return nil, err
	}
	for _, f := range d.files {
		list, err := handin.Read([]byte(f.text), taken)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.name, err)
		}
		all = append(all, list...)
	}
	return all, nil
}

// grade runs everything again.
func (d *desk) grade() {
	items, err := d.items()
	if err != nil {
		d.tell("failed", func() string { return d.words.say("notRead", "reason", d.words.told(err)) })
		return
	}
	if len(items) == 0 {
		d.tell("failed", func() string { return d.words.say("nothing") })
		d.codes.Focus()
		return
	}
	d.done, d.of = nil, len(items)
	d.table.begin(d.percent())
	d.bar.SetMax(float64(len(items)))
	d.bar.SetValue(0)
	d.run.SetDisabled(true)
	d.stop.SetDisabled(false)
	d.tell("running", func() string { return d.words.count("running", len(items)) })
	d.working = &grader{view: d, pause: pause}
	pause()
	d.done = d.working.run(d.shelf.taken(), items)
	d.working = nil
	d.ready()
	d.sum()
}

func (d *desk) ready() {
	d.run.SetDisabled(false)
	d.stop.SetDisabled(true)
}

func (d *desk) graded(r *handin.Graded) { d.table.add(r) }

func (d *desk) progress(done, of int) {
	d.bar.SetValue(float64(done))
	setText(d.doc.GetElementByID("far"), d.words.say("far", "n", done, "of", of))
}

// percent is the mark to pass.
func (d *desk) percent() int {
	n, err := strconv.Atoi(strings.TrimSpace(d.mark.Value()))
	if err != nil || n < 0 {
		return 0
	}
	return min(n, 100)
}

// tell sets the status line. Its state is there for the style sheet.
func (d *desk) tell(state string, text func() string) {
	d.told = text
	d.status.SetAttribute("data-state", state)
	setText(d.status, text())
}

func nothing() string { return "" }
