//go:build js

// Command desk is two pages that Go drives: verify.html runs every golden case in
// the visitor's own browser and shows whether the events are those of the kernel's
// own code; grade.html runs a class's answers again.
package main

import (
	"encoding/json"
	"fmt"
	"time"

	"honnef.co/go/js/dom/v2"
)

// folder has the golden files and index.json, the list of their names.
const folder = "golden/"

func main() {
	if dom.GetWindow().Document().DocumentElement().GetAttribute("data-page") == "grade" {
		gradePage()
		return
	}
	verifyPage()
}

func verifyPage() {
	p := openPage()
	start := make(chan struct{}, 1)
	var v *verifier
	p.stop.AddEventListener("click", false, func(dom.Event) {
		if v != nil {
			v.stop = true
		}
	})
	p.again.AddEventListener("click", false, func(dom.Event) {
		select {
		case start <- struct{}{}:
		default:
		}
	})
	for {
		v = &verifier{view: p, fetch: func(name string) ([]byte, error) { return fetch(folder + name) }, pause: pause}
		verify(p, v)
		<-start
	}
}

func verify(p *page, v *verifier) {
	defer func() {
		if broken := recover(); broken != nil {
			p.end("failed", func() string { return p.words.say("broke", "reason", broken) })
		}
	}()
	names, err := list()
	if err != nil {
		p.end("failed", func() string { return p.words.say("noList", "reason", p.words.told(err)) })
		return
	}
	p.begin(len(names))
	results := v.run(names)
	all := sumOf(results)
	p.end(verdict(results).String(), func() string { return p.sum(all) })
}

func list() (names []string, err error) {
	text, err := fetch(folder + "index.json")
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(text, &names); err != nil {
		return nil, fmt.Errorf("%sindex.json: %w", folder, err)
	}
	return names, nil
}

// pause gives the browser a turn.
func pause() { time.Sleep(time.Millisecond) }
