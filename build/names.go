package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"path"
	"regexp"
	"slices"
	"strings"
)

// quoted finds what may be a file's name in a page, a script or a style sheet.
var quoted = regexp.MustCompile("[\"'`(][A-Za-z0-9_./-]+\\.[a-z0-9]+[\"'`)]")

// nameByContents gives each hashed file the name NAME-HASH.EXT and puts those
// names wherever a file says the plain one: relative to the site's root
// ("assets/engine.wasm") or to the assets folder ("./engine.wasm"). A file is
// named after those it mentions, because their names are part of its contents;
// those that mention each other are named together, after the contents of all.
func (s *site) nameByContents() {
	for _, circle := range s.circles() {
		together := func(f *file) bool { return slices.Contains(circle, f) }
		all := sha256.New()
		for _, f := range circle {
			s.rewrite(f, func(other *file) bool { return !together(other) })
			all.Write(f.body)
		}
		for _, f := range circle {
			if f.hashed {
				f.out = hashedName(f, all.Sum(nil), len(circle) == 1)
			}
		}
		for _, f := range circle {
			s.rewrite(f, together)
		}
	}
}

// hashedName is f's name by what it says, or by what all in its circle say.
func hashedName(f *file, all []byte, alone bool) string {
	sum := all
	if !alone {
		of := sha256.Sum256(append([]byte(f.name), all...))
		sum = of[:]
	}
	ext := path.Ext(f.name)
	return strings.TrimSuffix(f.name, ext) + "-" + hex.EncodeToString(sum[:4]) + ext
}

// rewrite replaces the names in f by those their files have now, where which agrees.
func (s *site) rewrite(f *file, which func(*file) bool) {
	s.eachMention(f, func(other *file, prefix string) string {
		if !which(other) {
			return ""
		}
		return prefix + path.Base(other.out)
	})
}

// eachMention calls do with each hashed file that f names and what stands before
// its base name there. What do returns takes the name's place, unless it is empty.
func (s *site) eachMention(f *file, do func(other *file, prefix string) string) {
	switch path.Ext(f.name) {
	case ".html", ".js", ".css", ".json":
	default:
		return
	}
	f.body = quoted.ReplaceAllFunc(f.body, func(match []byte) []byte {
		last := len(match) - 1
		other, prefix := s.mentioned(string(match[1:last]))
		if other == nil || other == f || !other.hashed {
			return match
		}
		name := do(other, prefix)
		if name == "" {
			return match
		}
		return bytes.Join([][]byte{match[:1], []byte(name), match[last:]}, nil)
	})
}

// mentioned returns the file that ref names and what stands before its base name.
func (s *site) mentioned(ref string) (*file, string) {
	clean := strings.TrimPrefix(ref, "./")
	prefix := strings.TrimSuffix(ref, path.Base(ref))
	if f := s.byName[clean]; f != nil {
		return f, prefix
	}
	return s.byName["assets/"+clean], prefix
}
