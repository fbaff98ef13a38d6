package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
)

// licenses remembers whose work the site carries: folder by name.
type licenses map[string]string

// addPackages notes the npm packages that a bundle took sources from.
func (l licenses) addPackages(root, metafile string) error {
	var meta struct{ Inputs map[string]struct{} }
	if err := json.Unmarshal([]byte(metafile), &meta); err != nil {
		return err
	}
	const modules = "node_modules/"
	for input := range meta.Inputs {
		at := strings.LastIndex(input, modules)
		if at < 0 {
			continue
		}
		parts := strings.Split(input[at+len(modules):], "/")
		name := parts[0]
		if strings.HasPrefix(name, "@") {
			name += "/" + parts[1]
		}
		l[name] = filepath.Join(root, filepath.FromSlash(input[:at+len(modules)]+name))
	}
	return nil
}

// addModules notes the Go modules that a wasm program links.
func (l licenses) addModules(root, program string) error {
	cmd := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Dir}}{{end}}{{end}}", program)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := cmd.Output()
	if err != nil {
		return fmt.Errorf("go list %s: %w", program, err)
	}
	for line := range strings.Lines(string(out)) {
		if name, dir, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			l[name] = dir
		}
	}
	return nil
}

// text is every licence under the name of its work. A work without one is an error.
func (l licenses) text() ([]byte, error) {
	names := make([]string, 0, len(l))
	for name := range l {
		names = append(names, name)
	}
	sort.Strings(names)
	var out strings.Builder
	for _, name := range names {
		files, err := filepath.Glob(filepath.Join(l[name], "LICEN[SC]E*"))
		if err != nil {
			return nil, err
		}
		if len(files) == 0 {
			return nil, fmt.Errorf("%s has no licence in %s", name, l[name])
		}
		text, err := os.ReadFile(files[0])
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&out, "%s\n%s\n\n%s\n\n", name, strings.Repeat("=", len(name)), strings.TrimSpace(string(text)))
	}
	return []byte(out.String()), nil
}
