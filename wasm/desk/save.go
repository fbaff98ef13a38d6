//go:build js

package main

import (
	"errors"
	"syscall/js"
	"time"

	"honnef.co/go/js/dom/v2"
)

// save hands text to the browser as a file.
func save(doc dom.Document, name, kind string, text []byte) {
	global := js.Global()
	parts := global.Get("Array").New(string(text))
	blob := global.Get("Blob").New(parts, map[string]any{"type": kind})
	address := global.Get("URL").Call("createObjectURL", blob)
	link := doc.CreateElement("a").Underlying()
	link.Set("href", address)
	link.Set("download", name)
	link.Call("click")
	time.AfterFunc(10*time.Second, func() { global.Get("URL").Call("revokeObjectURL", address) })
}

// openedBytesMax bounds a file that a visitor opens.
const openedBytesMax = 64 << 20

var errTooLong = errors.New("more than 64 MB")

// opened is a file that a visitor chose or dropped.
type opened struct {
	name, text string
}

// openFiles reads a FileList.
func openFiles(list []js.Value) (files []opened, err error) {
	for _, file := range list {
		if file.Get("size").Int() > openedBytesMax {
			return files, errors.Join(errors.New(file.Get("name").String()), errTooLong)
		}
		text, err := await(file.Call("text"))
		if err != nil {
			return files, err
		}
		files = append(files, opened{file.Get("name").String(), text.String()})
	}
	return files, nil
}

// filesOf returns what is in a FileList now: a browser empties it after a drop.
func filesOf(list js.Value) (files []js.Value) {
	if !list.Truthy() {
		return nil
	}
	for i := range list.Length() {
		files = append(files, list.Index(i))
	}
	return files
}
