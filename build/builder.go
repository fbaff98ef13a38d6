package main

import (
	"encoding/json"
	"errors"
	"os"
	"path"
	"path/filepath"
	"strings"

	"blkplay/build/tinygo"
)

// builder makes sites from one module.
type builder struct {
	root  string // folder of go.mod
	cache string // what later builds reuse
	fast  bool   // compress less
	base  string // address that the site will have; '': nobody knows

	tinygo *tinygo.Compiler // nil: Go compiles all programs

	licenses licenses // of what the site being built is made of
	npm      *site    // the package of <blk-play>, of the last build; nil: none
}

// build makes the whole site anew; what has not changed comes out of the caches.
func (b *builder) build() (*site, error) {
	s := newSite()
	b.licenses = licenses{"blkplay": b.root}
	if err := b.addWasm(s); err != nil {
		return nil, err
	}
	pages, err := b.readPages()
	if err != nil {
		return nil, err
	}
	if err := b.addBundles(s, pages); err != nil {
		return nil, err
	}
	if err := b.addElement(s); err != nil {
		return nil, err
	}
	if err := b.addPosters(s); err != nil {
		return nil, err
	}
	if err := b.addOffline(s); err != nil {
		return nil, err
	}
	if err := b.addData(s); err != nil {
		return nil, err
	}
	notices, err := b.licenses.text()
	if err != nil {
		return nil, err
	}
	s.add("licenses.txt", notices)
	if err := b.addPackage(s); err != nil {
		return nil, err
	}
	for _, p := range pages {
		s.add(p.name, p.text).page = true
	}
	if err := b.addOEmbed(s); err != nil {
		return nil, err
	}
	if err := s.minify(); err != nil {
		return nil, err
	}
	s.nameByContents()
	if err := b.addSingle(s); err != nil {
		return nil, err
	}
	if err := s.fillOffline(); err != nil {
		return nil, err
	}
	return s, b.compress(s)
}

// dataFolders are copied as they are, under names that stay: links lead to them.
// Each gets an index.json, the list of its files.
var dataFolders = []struct{ from, to, ending string }{
	{"core/testdata/conformance", "golden", ".jsonl.gz"},
	{"core/testdata/traces", "traces", ".gz"},
	{"web/scenarios", "scenarios", ".blkplay"},
	{"web/lessons", "lessons", ".lesson"},
}

func (b *builder) addData(s *site) error {
	for _, d := range dataFolders {
		from := filepath.Join(b.root, filepath.FromSlash(d.from))
		if !exists(from) {
			continue
		}
		list := []string{}
		err := eachFile(from, func(name, full string) error {
			if !strings.HasSuffix(name, d.ending) {
				return nil
			}
			text, err := os.ReadFile(full)
			s.add(path.Join(d.to, name), text)
			list = append(list, name)
			return err
		})
		if err != nil {
			return err
		}
		index, err := json.Marshal(list)
		if err != nil {
			return err
		}
		s.add(path.Join(d.to, "index.json"), index)
	}
	return nil
}

// exists reports whether name is there; any other trouble is left to whoever opens it.
func exists(name string) bool {
	_, err := os.Stat(name)
	return !errors.Is(err, os.ErrNotExist)
}
