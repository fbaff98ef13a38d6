package main

import (
	"fmt"
	"path"

	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/html"
	"github.com/tdewolff/minify/v2/js"
	"github.com/tdewolff/minify/v2/json"
	"github.com/tdewolff/minify/v2/svg"
)

// newMinifier keeps end tags because without a last </p> in a custom element
// the rest of the page is read into it, and default attribute values because
// style sheets select by them: [type=text].
func newMinifier() *minify.M {
	m := minify.New()
	m.Add("text/html", &html.Minifier{KeepEndTags: true, KeepDocumentTags: true, KeepDefaultAttrVals: true, KeepQuotes: true})
	m.AddFunc("text/css", css.Minify)
	m.AddFunc("text/javascript", js.Minify)
	m.AddFunc("application/json", json.Minify)
	m.AddFunc("image/svg+xml", svg.Minify)
	return m
}

var minified = map[string]string{
	".html": "text/html",
	".css":  "text/css",
	".js":   "text/javascript",
	".json": "application/json",
	".svg":  "image/svg+xml",
}

func (s *site) minify() error {
	m := newMinifier()
	for _, f := range s.files {
		kind, ok := minified[path.Ext(f.name)]
		if !ok {
			continue
		}
		text, err := m.Bytes(kind, f.body)
		if err != nil {
			return fmt.Errorf("%s: %w", f.name, err)
		}
		f.body = text
	}
	return nil
}
