package main

import (
	"os"
	"path/filepath"
	"sort"
	"strings"
)

// file is one file of the site.
type file struct {
	name    string // as the sources say it: assets/engine.wasm
	out     string // as the site says it: assets/engine-1a2b3c4d.wasm
	body    []byte
	br, gz  []byte // nil where compressing gains nothing
	hashed  bool   // its contents are in its name
	page    bool
	element bool // of <blk-play>: also in its package
}

// site is what is served, by name.
type site struct {
	files  []*file
	byName map[string]*file
}

func newSite() *site { return &site{byName: map[string]*file{}} }

func (s *site) add(name string, body []byte) *file {
	f := &file{name: name, out: name, body: body}
	s.files = append(s.files, f)
	s.byName[name] = f
	return f
}

// write makes dir hold the site and nothing else. What is there and right is
// left alone.
func (s *site) write(dir string) error {
	wanted := map[string][]byte{}
	for _, f := range s.files {
		wanted[f.out] = f.body
		if f.br != nil {
			wanted[f.out+".br"] = f.br
		}
		if f.gz != nil {
			wanted[f.out+".gz"] = f.gz
		}
	}
	if err := removeOthers(dir, wanted); err != nil {
		return err
	}
	for name, body := range wanted {
		full := filepath.Join(dir, filepath.FromSlash(name))
		if old, err := os.ReadFile(full); err == nil && string(old) == string(body) {
			continue
		}
		if err := os.MkdirAll(filepath.Dir(full), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(full, body, 0o666); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(dir, marker), nil, 0o666)
}

// marker says that a folder is a site's, so that its other files may be removed.
const marker = ".blkplay-site"

func removeOthers(dir string, wanted map[string][]byte) error {
	if !exists(dir) {
		return nil
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) > 0 && !exists(filepath.Join(dir, marker)) {
		if err == nil {
			err = &os.PathError{Op: "write site", Path: dir, Err: os.ErrExist}
		}
		return err
	}
	return eachFile(dir, func(name, full string) error {
		if _, ok := wanted[name]; ok || name == marker {
			return nil
		}
		return os.Remove(full)
	})
}

// readSite reads a folder that write made.
func readSite(dir string) (*site, error) {
	s := newSite()
	packed := map[string][]byte{}
	err := eachFile(dir, func(name, full string) error {
		body, err := os.ReadFile(full)
		if err != nil || name == marker {
			return err
		}
		packed[name] = body
		return nil
	})
	if err != nil {
		return nil, err
	}
	names := make([]string, 0, len(packed))
	for name := range packed {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		plain := strings.TrimSuffix(strings.TrimSuffix(name, ".br"), ".gz")
		if _, ok := packed[plain]; ok && plain != name {
			continue
		}
		f := s.add(name, packed[name])
		f.br, f.gz = packed[name+".br"], packed[name+".gz"]
	}
	return s, nil
}

// eachFile calls do with the slashed name and the full name of each file under dir.
func eachFile(dir string, do func(name, full string) error) error {
	return filepath.WalkDir(dir, func(full string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, full)
		if err != nil {
			return err
		}
		return do(filepath.ToSlash(name), full)
	})
}
