package main

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// addBundles adds what the pages name, and the workers of their scripts: each
// page's script with its parts, each worker as one file with all it imports,
// anything else as it is. Style sheets, with all they import, go into the pages.
func (b *builder) addBundles(s *site, pages []*page) error {
	sources := map[string]string{}
	for _, p := range pages {
		for name, file := range p.sources {
			if other, ok := sources[name]; ok && other != file {
				return fmt.Errorf("%s and %s have one name", other, file)
			}
			sources[name] = file
		}
	}
	workers, err := filepath.Glob(filepath.Join(b.root, "web", "*", "*.worker.ts"))
	if err != nil {
		return err
	}
	for _, file := range workers { // scripts name these, not pages
		sources["assets/"+siteName(file)] = file
	}
	names := make([]string, 0, len(sources))
	for name := range sources {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		file := sources[name]
		if filepath.Ext(file) == ".ts" && !strings.HasSuffix(file, ".worker.ts") {
			if err := b.addScript(s, name, file); err != nil {
				return err
			}
			continue
		}
		text, err := b.bundle(file)
		if err != nil {
			return err
		}
		if filepath.Ext(file) != ".css" {
			s.add(name, text).hashed = true
			continue
		}
		for _, p := range pages {
			if p.sources[name] == "" {
				continue
			}
			if err := p.inline(name, text); err != nil {
				return err
			}
		}
	}
	return nil
}

// bundle returns the contents of a source file for the site.
func (b *builder) bundle(file string, plugins ...api.Plugin) ([]byte, error) {
	switch filepath.Ext(file) {
	case ".ts", ".js", ".mjs", ".css":
	default:
		return os.ReadFile(file)
	}
	options, err := b.bundleOptions(file, plugins...)
	if err != nil {
		return nil, err
	}
	result := api.Build(options)
	if err := failed(result.Errors); err != nil {
		return nil, err
	}
	if err := b.licenses.addPackages(b.root, result.Metafile); err != nil {
		return nil, err
	}
	for _, out := range result.OutputFiles {
		if filepath.Ext(out.Path) == ".css" != (filepath.Ext(file) == ".css") {
			return nil, fmt.Errorf("%s: a script's style sheet belongs into its page or into its elements", file)
		}
	}
	return result.OutputFiles[0].Contents, nil
}

func (b *builder) bundleOptions(file string, plugins ...api.Plugin) (api.BuildOptions, error) {
	glue, err := wasmExec()
	if err != nil {
		return api.BuildOptions{}, err
	}
	small := glue
	if b.tinygo != nil {
		small = filepath.Join(b.root, "web", "engine", "no_exec.js")
	}
	return api.BuildOptions{
		EntryPoints:   []string{file},
		Bundle:        true,
		Format:        api.FormatESModule,
		Target:        api.ES2022,
		AbsWorkingDir: b.root,
		Outdir:        b.cache,
		Charset:       api.CharsetUTF8,
		Plugins:       plugins,
		LegalComments: api.LegalCommentsNone,

		Metafile:          true,
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		MinifySyntax:      true,
		// "wasm_exec.js" is the toolchain's script, wherever that is installed;
		// "small_exec.js" what the small programs want, which is nothing if TinyGo made them.
		Alias: map[string]string{"wasm_exec.js": glue, "small_exec.js": small},
		Loader: map[string]api.Loader{
			".blkplay": api.LoaderText,
			".svg":     api.LoaderDataURL,
		},
	}, nil
}

// failed returns what esbuild has to say as an error, nil if that is nothing.
func failed(messages []api.Message) error {
	if len(messages) == 0 {
		return nil
	}
	lines := api.FormatMessages(messages, api.FormatMessagesOptions{})
	return fmt.Errorf("%s", strings.TrimSpace(strings.Join(lines, "")))
}
