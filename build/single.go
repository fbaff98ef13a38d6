package main

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"html"
	"path"
	"path/filepath"
	"regexp"
	"strings"
)

// singlePage is the playground in one file, which works from a disk.
const singlePage = "blkplay.html"

var (
	scriptLink = regexp.MustCompile(`<script type="module" src="[^"]+"></script>`)
	otherLink  = regexp.MustCompile(`<link rel="(?:manifest|apple-touch-icon|icon|modulepreload)"[^>]*>`)
)

// addSingle adds the playground as one file: a browser that has no server to ask
// finds in it all that the page would load. It must be called when all names are
// final; the file itself is in nobody's list.
func (b *builder) addSingle(s *site) error {
	index, script := s.byName["index.html"], s.byName["assets/playground.js"]
	if index == nil || script == nil {
		return nil
	}
	whole, err := b.wholeScript(s, script.name)
	if err != nil {
		return err
	}
	if n := len(scriptLink.FindAll(index.body, -1)); n != 1 {
		return fmt.Errorf("%s has %d scripts", index.name, n)
	}
	page := otherLink.ReplaceAll(index.body, nil)
	page = scriptLink.ReplaceAllFunc(page, func([]byte) []byte {
		// Nothing in a script may end it.
		text := bytes.ReplaceAll(s.inlined(whole, map[*file]bool{}), []byte("</script"), []byte(`<\/script`))
		return []byte("<script type=\"module\">" + string(text) + "</script>")
	})
	icon := "data:image/svg+xml," + strings.ReplaceAll(string(iconSVG()), "#", "%23")
	page = bytes.Replace(page, []byte("</head>"), []byte(`<link rel="icon" href="`+html.EscapeString(strings.TrimSpace(icon))+`"></head>`), 1)
	s.add(singlePage, page).page = true
	return nil
}

// wholeScript is the playground's script with all its parts in it: a script
// without an address cannot be asked for more.
func (b *builder) wholeScript(s *site, name string) (*file, error) {
	text, err := b.bundle(filepath.Join(b.root, "web", "playground", "main.ts"))
	if err != nil {
		return nil, err
	}
	whole := &file{name: name, body: text}
	if whole.body, err = newMinifier().Bytes(minified[path.Ext(name)], text); err != nil {
		return nil, err
	}
	s.rewrite(whole, func(*file) bool { return true })
	return whole, nil
}

// byOut finds a file by the name that the site has it under.
func (s *site) byOut(ref string) *file {
	ref = strings.TrimPrefix(ref, "./")
	for _, f := range s.files {
		if f.out == ref || f.out == "assets/"+ref {
			return f
		}
	}
	return nil
}

// inlined is f with the files that it mentions in the place of their names.
func (s *site) inlined(f *file, within map[*file]bool) []byte {
	within[f] = true
	defer delete(within, f)
	return quoted.ReplaceAllFunc(f.body, func(m []byte) []byte {
		other := s.byOut(string(m[1 : len(m)-1]))
		if other == nil || !other.hashed || within[other] {
			return m
		}
		body := other.body
		if path.Ext(other.out) != ".wasm" {
			body = s.inlined(other, within)
		}
		address := "data:" + strings.Split(types[path.Ext(other.out)], ";")[0] + ";base64," + base64.StdEncoding.EncodeToString(body)
		return []byte(string(m[0]) + address + string(m[len(m)-1]))
	})
}
