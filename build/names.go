package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"regexp"
	"strings"
)

// quoted finds what may be a file's name in a page, a script or a style sheet.
var quoted = regexp.MustCompile("[\"'`(][A-Za-z0-9_./-]+\\.[a-z0-9]+[\"'`)]")

// nameByContents gives each hashed file the name NAME-HASH.EXT and puts those
// names wherever a file says the plain one: relative to the site's root
// ("assets/engine.wasm") or to the assets folder ("./engine.wasm"). A file is
// named after those it mentions, because their names are part of its contents.
func (s *site) nameByContents() error {
	n := namer{s, map[*file]int{}}
	for _, f := range s.files {
		if err := n.name(f); err != nil {
			return err
		}
	}
	return nil
}

type namer struct {
	*site
	state map[*file]int
}

const (
	naming = iota + 1
	named
)

func (n namer) name(f *file) error {
	switch n.state[f] {
	case named:
		return nil
	case naming:
		return fmt.Errorf("%s mentions itself through another file", f.name)
	}
	n.state[f] = naming
	if err := n.rewrite(f); err != nil {
		return err
	}
	f.out = f.name
	if f.hashed {
		sum := sha256.Sum256(f.body)
		ext := path.Ext(f.name)
		f.out = strings.TrimSuffix(f.name, ext) + "-" + hex.EncodeToString(sum[:4]) + ext
	}
	n.state[f] = named
	return nil
}

// rewrite replaces the names in f by the ones their contents give.
func (n namer) rewrite(f *file) error {
	switch path.Ext(f.name) {
	case ".html", ".js", ".css", ".json":
	default:
		return nil
	}
	var failed error
	f.body = quoted.ReplaceAllFunc(f.body, func(match []byte) []byte {
		ref := string(match[1 : len(match)-1])
		other, prefix := n.mentioned(ref)
		if other == nil || other == f || !other.hashed {
			return match
		}
		if err := n.name(other); err != nil {
			failed = err
			return match
		}
		return []byte(string(match[0]) + prefix + path.Base(other.out) + string(match[len(match)-1]))
	})
	return failed
}

// mentioned returns the file that ref names and what stands before its base name.
func (n namer) mentioned(ref string) (*file, string) {
	clean := strings.TrimPrefix(ref, "./")
	prefix := strings.TrimSuffix(ref, path.Base(ref))
	if f := n.byName[clean]; f != nil {
		return f, prefix
	}
	return n.byName["assets/"+clean], prefix
}
