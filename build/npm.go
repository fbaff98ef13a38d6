package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// packageSuffix makes the package's folder out of the site's.
const packageSuffix = "-npm"

// packageFiles are copied into the package as they are.
var packageFiles = []string{"package.json", "README.md", "blk-play.d.ts", "blk-play.css", "custom-elements.json"}

// packageAssets are what <blk-play> loads; there may be more than one engine.
const packageAssets = "assets/engine*.wasm"

// addPackage makes the npm package of <blk-play>: the files of the site that it
// needs, under names without hashes, since a package has its version.
// It must be called before the site's files are named by their contents.
func (b *builder) addPackage(s *site) error {
	dir := filepath.Join(b.root, "web", "play", "package")
	if !exists(dir) {
		return nil
	}
	p := newSite()
	script, err := b.bundle(filepath.Join(filepath.Dir(dir), "package.ts"))
	if err != nil {
		return err
	}
	p.add(facade, script)
	for _, f := range s.files {
		engine, err := filepath.Match(packageAssets, f.name)
		if err != nil {
			return err
		}
		if engine || f.element {
			p.add(f.name, f.body)
		}
	}
	for _, name := range packageFiles {
		text, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return err
		}
		p.add(name, text)
	}
	license, err := os.ReadFile(filepath.Join(b.root, "LICENSE"))
	if err != nil {
		return err
	}
	p.add("LICENSE", license)
	p.add("licenses.txt", s.byName["licenses.txt"].body)
	b.npm = p
	return p.whole()
}

// whole reports a file that package.json names and the package lacks.
func (s *site) whole() error {
	var about struct {
		Main, Types, CustomElements string
		Files                       []string
	}
	if err := json.NewDecoder(bytes.NewReader(s.byName["package.json"].body)).Decode(&about); err != nil {
		return fmt.Errorf("package.json: %w", err)
	}
	for _, name := range append(about.Files, about.Main, about.Types, about.CustomElements) {
		if name = filepath.ToSlash(filepath.Clean(name)); name != "assets" && s.byName[name] == nil {
			return fmt.Errorf("package.json names %s, which is not there", name)
		}
	}
	return nil
}
