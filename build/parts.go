package main

import (
	"bytes"
	"fmt"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// addScript adds a page's script, and beside it each part that it imports only
// when it is needed: await import('./part.ts').
func (b *builder) addScript(s *site, name, file string) error {
	options, err := b.bundleOptions(file, parts(file))
	if err != nil {
		return err
	}
	base := filepath.Base(name)
	options.EntryPoints = nil
	options.EntryPointsAdvanced = []api.EntryPoint{{InputPath: file, OutputPath: strings.TrimSuffix(base, ".js")}}
	options.Splitting = true
	options.ChunkNames = "[name]-[hash]"
	result := api.Build(options)
	if err := failed(result.Errors); err != nil {
		return err
	}
	if err := b.licenses.addPackages(b.root, result.Metafile); err != nil {
		return err
	}
	texts := map[string][]byte{}
	for _, out := range result.OutputFiles {
		if filepath.Ext(out.Path) == ".css" {
			return fmt.Errorf("%s: a script's style sheet belongs into its page or into its elements", file)
		}
		texts[filepath.Base(out.Path)] = out.Contents
	}
	if match := onlyImports.FindSubmatch(texts[base]); match != nil {
		whole := string(match[1])
		texts[base] = texts[whole]
		delete(texts, whole)
		for other, text := range texts {
			texts[other] = bytes.ReplaceAll(text, []byte(`"./`+whole+`"`), []byte(`"./`+base+`"`))
		}
	}
	return s.addAssets(texts)
}

// onlyImports is what is left of a script whose parts import it: all it says is
// in one file with a name of esbuild's.
var onlyImports = regexp.MustCompile(`^import"\./([\w.-]+\.js)";\s*$`)

// addAssets adds scripts by their base names; the same part may belong to several pages.
func (s *site) addAssets(texts map[string][]byte) error {
	for _, base := range slices.Sorted(maps.Keys(texts)) {
		name, text := "assets/"+base, texts[base]
		if there := s.byName[name]; there != nil {
			if !bytes.Equal(there.body, text) {
				return fmt.Errorf("two scripts are called %s", name)
			}
			continue
		}
		s.add(name, text).hashed = true
	}
	return nil
}

// words of a language depend on nothing, and the scripts that speak it wait for them.
var tables = filepath.FromSlash("/web/strings/")

// parts makes each part import the page's whole script, which is there when the
// part comes: so all they have in common stays in that one file, where esbuild
// would make a file for every set of parts that have something in common.
func parts(entry string) api.Plugin {
	return api.Plugin{Name: "parts", Setup: func(build api.PluginBuild) {
		build.OnResolve(api.OnResolveOptions{Filter: `^\.`}, func(args api.OnResolveArgs) (api.OnResolveResult, error) {
			file := filepath.Join(args.ResolveDir, filepath.FromSlash(args.Path))
			if args.Kind != api.ResolveJSDynamicImport || strings.Contains(file, tables) {
				return api.OnResolveResult{}, nil
			}
			return api.OnResolveResult{Path: file, Namespace: "part"}, nil
		})
		build.OnLoad(api.OnLoadOptions{Filter: `.*`, Namespace: "part"}, func(args api.OnLoadArgs) (api.OnLoadResult, error) {
			text := fmt.Sprintf("import %q;\nexport * from %q;\n", entry, args.Path)
			return api.OnLoadResult{Contents: &text, Loader: api.LoaderJS, ResolveDir: filepath.Dir(args.Path)}, nil
		})
	}}
}
