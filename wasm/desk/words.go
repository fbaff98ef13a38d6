//go:build js

package main

import (
	"fmt"
	"strings"
	"syscall/js"
)

// words is a page's table of strings, which always speaks the present language: it
// is the property "words" of an element.
type words struct{ js.Value }

// say returns a string with values in its {names}: name, value, name, value ...
func (w words) say(key string, values ...any) string {
	text := w.Value
	for _, part := range strings.Split(key, ".") {
		text = text.Get(part)
	}
	pairs := make([]string, len(values))
	for i, v := range values {
		if pairs[i] = fmt.Sprint(v); i%2 == 0 {
			pairs[i] = "{" + pairs[i] + "}"
		}
	}
	return strings.NewReplacer(pairs...).Replace(text.String())
}

// told returns a message of the model as the present language has it.
func (w words) told(err error) string { return w.Call("said", err.Error()).String() }

// count is say for a string that has a form for one and a form for many of {n}.
func (w words) count(key string, n int) string {
	one, many, _ := strings.Cut(w.say(key, "n", n), "|")
	if n == 1 || many == "" {
		return one
	}
	return many
}
