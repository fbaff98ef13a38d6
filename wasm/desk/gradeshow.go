//go:build js

package main

import (
	"strings"

	"blkplay/core/handin"
	"blkplay/core/lesson"

	"honnef.co/go/js/dom/v2"
)

// speak says everything again in the language that is spoken now.
func (d *desk) speak() {
	d.showShelf()
	d.showFiles()
	if d.done != nil {
		d.show()
	}
	if d.told != nil {
		setText(d.status, d.told())
	}
}

// counted says how many codes there are to grade.
func (d *desk) counted() {
	line := d.doc.GetElementByID("counted")
	items, err := d.items()
	switch {
	case err != nil:
		setText(line, d.words.say("notRead", "reason", d.words.told(err)))
	case len(items) == 0:
		setText(line, d.words.say("noCodes"))
	default:
		setText(line, d.words.count("codes", len(items)))
	}
}

// show shows what was graded, with the present mark and in the present language.
func (d *desk) show() {
	if d.done == nil {
		return
	}
	d.table.begin(d.percent())
	for i := range d.done {
		d.table.add(&d.done[i])
	}
	d.sum()
}

// sum says what it all came to.
func (d *desk) sum() {
	setText(d.doc.GetElementByID("left"), "")
	if left := len(d.done) - rowsMax; left > 0 {
		setText(d.doc.GetElementByID("left"), d.words.say("left", "n", left))
	}
	d.tell(d.state(), d.summed)
	for _, id := range []string{"csv", "json"} {
		d.doc.GetElementByID(id).(*dom.HTMLButtonElement).SetDisabled(false)
	}
}

// state is good if every code is verified.
func (d *desk) state() string {
	if count(d.done, d.percent()).status[lesson.Verified] < len(d.done) {
		return "look"
	}
	return "good"
}

// summed says how many codes are what.
func (d *desk) summed() string {
	c := count(d.done, d.percent())
	var parts []string
	for s := range lesson.Unknown + 1 {
		if n := c.status[s]; n > 0 {
			parts = append(parts, d.words.say("counts."+s.String(), "n", n))
		}
	}
	if c.below > 0 {
		parts = append(parts, d.words.say("counts.below", "n", c.below, "mark", d.percent()))
	}
	text := d.words.count("graded", len(d.done)) + strings.Join(parts, d.words.say("comma")) + d.words.say("stop")
	if len(d.done) < d.of {
		text = d.words.say("stopped", "n", len(d.done), "of", d.of) + " " + text
	}
	return text
}

// showFiles lists the files of codes, each with a way to put it away.
func (d *desk) showFiles() {
	list := d.doc.GetElementByID("files")
	list.SetTextContent("")
	for i, f := range d.files {
		items, _ := handin.Read([]byte(f.text), d.shelf.taken())
		line := d.doc.CreateElement("li")
		name := d.doc.CreateElement("span")
		name.SetTextContent(f.name + d.words.say("comma") + d.words.count("codes", len(items)))
		line.AppendChild(name)
		line.AppendChild(d.button("remove", d.words.say("removeThis", "name", f.name), func() {
			d.files = append(d.files[:i:i], d.files[i+1:]...)
			d.showFiles()
			d.codes.Focus()
		}))
		list.AppendChild(line)
	}
	d.counted()
}

// showShelf lists the exercises, each to be taken or not.
func (d *desk) showShelf() {
	list := d.doc.GetElementByID("shelf")
	list.SetTextContent("")
	for i, x := range d.shelf.list {
		line := d.doc.CreateElement("li")
		label := d.doc.CreateElement("label")
		box := d.doc.CreateElement("input").(*dom.HTMLInputElement)
		box.SetType("checkbox")
		box.SetChecked(x.Taken)
		box.AddEventListener("change", false, func(dom.Event) {
			x.Taken = box.Checked()
			d.later(d.taken)
		})
		name := d.doc.CreateElement("b")
		name.SetTextContent(strings.ToUpper(x.Name))
		title := d.doc.CreateElement("span")
		wished := d.words.say("language")
		told, language := x.titleIn(wished)
		if language != wished {
			title.SetAttribute("lang", language)
		}
		title.SetTextContent(told)
		label.AppendChild(box)
		label.AppendChild(name)
		label.AppendChild(title)
		line.AppendChild(label)
		if x.Own {
			own := d.doc.CreateElement("span")
			own.Class().Add("chip")
			own.SetTextContent(d.words.say("own"))
			line.AppendChild(own)
			line.AppendChild(d.button("remove", d.words.say("removeThis", "name", told), func() {
				d.shelf.list = append(d.shelf.list[:i:i], d.shelf.list[i+1:]...)
				d.showShelf()
				d.taken()
				d.doc.GetElementByID("add").(dom.HTMLElement).Focus()
			}))
		}
		list.AppendChild(line)
	}
	d.taken()
}

// taken says how many exercises are taken, and counts codes anew: what is one
// depends on them.
func (d *desk) taken() {
	setText(d.doc.GetElementByID("taken"), d.words.say("taken", "n", len(d.shelf.taken()), "of", len(d.shelf.list)))
	d.counted()
}

func (d *desk) takeAll(yes bool) {
	for _, x := range d.shelf.list {
		x.Taken = yes
	}
	d.showShelf()
}

// button returns a button with a word and a longer name for who cannot see what is beside it.
func (d *desk) button(word, name string, task func()) dom.Element {
	b := d.doc.CreateElement("button")
	b.SetAttribute("type", "button")
	b.SetAttribute("aria-label", name)
	b.Class().Add("btn")
	b.SetTextContent(d.words.say(word))
	b.AddEventListener("click", false, func(dom.Event) { d.later(task) })
	return b
}
