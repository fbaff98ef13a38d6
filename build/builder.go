package main

import (
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// builder makes sites from one module.
type builder struct {
	root  string // folder of go.mod
	cache string // what later builds reuse
	fast  bool   // compress less
}

// build makes the whole site anew; what has not changed comes out of the caches.
func (b *builder) build() (*site, error) {
	s := newSite()
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
	if err := b.addData(s); err != nil {
		return nil, err
	}
	for _, p := range pages {
		s.add(p.name, p.text).page = true
	}
	if err := s.minify(); err != nil {
		return nil, err
	}
	if err := s.nameByContents(); err != nil {
		return nil, err
	}
	return s, b.compress(s)
}

// dataFolders are copied as they are, under names that stay: links lead to them.
// Each gets an index.json, the list of its files.
var dataFolders = []struct{ from, to, pattern string }{
	{"core/testdata/conformance", "golden", "*.jsonl.gz"},
	{"core/testdata/traces", "traces", "*"},
	{"web/scenarios", "scenarios", "*.blkplay"},
}

func (b *builder) addData(s *site) error {
	for _, d := range dataFolders {
		names, err := filepath.Glob(filepath.Join(b.root, d.from, d.pattern))
		if err != nil {
			return err
		}
		var list []string
		for _, name := range names {
			info, err := os.Stat(name)
			if err != nil {
				return err
			}
			if info.IsDir() {
				continue
			}
			text, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			base := filepath.Base(name)
			s.add(path.Join(d.to, base), text)
			list = append(list, fmt.Sprintf("%q", base))
		}
		s.add(path.Join(d.to, "index.json"), []byte("["+strings.Join(list, ",")+"]\n"))
	}
	return nil
}

// exists reports whether name is there; any other trouble is left to whoever opens it.
func exists(name string) bool {
	_, err := os.Stat(name)
	return !errors.Is(err, os.ErrNotExist)
}
