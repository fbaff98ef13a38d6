package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// elementLanguages are the players of <blk-play>, each with one language's words.
var elementLanguages = []struct{ language, name string }{
	{"en", "assets/element.js"},
	{"zh", "assets/element.zh.js"},
}

// facade is the script that other people's pages name: it stays under its name.
const facade = "blk-play.js"

// addElement adds <blk-play>: what a page loads at once, and what it loads when
// a reader asks for a run.
func (b *builder) addElement(s *site) error {
	play := filepath.Join(b.root, "web", "play")
	if !exists(play) {
		return nil
	}
	text, err := b.bundle(filepath.Join(play, "main.ts"))
	if err != nil {
		return err
	}
	s.add(facade, text)
	entry := filepath.Join(play, "element.ts")
	used, err := b.wordsUsed(entry)
	if err != nil {
		return err
	}
	for _, l := range elementLanguages {
		text, err := b.bundle(entry, speaks(b.root, l.language, used))
		if err != nil {
			return err
		}
		f := s.add(l.name, text)
		f.hashed, f.element = true, true
	}
	return nil
}

// wordsUsed finds what a bundle says: it is made once with all words, and its
// scripts are looked through.
func (b *builder) wordsUsed(entry string) (words, error) {
	var meta struct {
		Outputs map[string]struct {
			Inputs map[string]struct{ BytesInOutput int }
		}
	}
	options, err := b.bundleOptions(entry, speaks(b.root, "en", nil))
	if err != nil {
		return nil, err
	}
	result := api.Build(options)
	if err := failed(result.Errors); err != nil {
		return nil, err
	}
	if err := json.Unmarshal([]byte(result.Metafile), &meta); err != nil {
		return nil, err
	}
	var scripts []string
	for _, out := range meta.Outputs {
		for input, of := range out.Inputs {
			if strings.HasPrefix(input, "web/") && strings.HasSuffix(input, ".ts") && of.BytesInOutput > 0 {
				scripts = append(scripts, filepath.Join(b.root, filepath.FromSlash(input)))
			}
		}
	}
	return wordsOf(scripts)
}

// indent is what only a source's reader needs, in templates as well.
var indent = regexp.MustCompile(`\n[ \t]+`)

// litVersions is where lit notes itself in a global name: a guest in somebody
// else's page sets none.
var litVersions = regexp.MustCompile(`\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\([^)]*\)`)

// speaks leaves one language's words in a bundle, of these only the used ones
// (all of them, if used is nil), and of lit what makes templates. Where a script
// asks for a style sheet's text, it gives that.
func speaks(root, language string, used words) api.Plugin {
	web := filepath.Join(root, "web")
	return api.Plugin{Name: "speaks", Setup: func(build api.PluginBuild) {
		build.OnResolve(api.OnResolveOptions{Filter: `/strings\.ts$|/strings/index\.ts$`}, func(args api.OnResolveArgs) (api.OnResolveResult, error) {
			return api.OnResolveResult{Path: filepath.Join(web, "play", "words.ts")}, nil
		})
		build.OnResolve(api.OnResolveOptions{Filter: `^\./en\.ts$`}, func(args api.OnResolveArgs) (api.OnResolveResult, error) {
			if filepath.Base(args.Importer) != "table.ts" {
				return api.OnResolveResult{}, fmt.Errorf("%s: words come from strings.ts", args.Importer)
			}
			return api.OnResolveResult{Path: filepath.Join(web, "play", "words."+language+".ts")}, nil
		})
		build.OnResolve(api.OnResolveOptions{Filter: `^lit$`}, func(args api.OnResolveArgs) (api.OnResolveResult, error) {
			return api.OnResolveResult{Path: filepath.Join(web, "play", "lit.ts")}, nil
		})
		build.OnLoad(api.OnLoadOptions{Filter: `/web/strings/\w+/\w+\.ts$`}, func(args api.OnLoadArgs) (api.OnLoadResult, error) {
			table, err := os.ReadFile(args.Path)
			if err != nil || used == nil {
				return api.OnLoadResult{}, err
			}
			text := used.only(string(table))
			return api.OnLoadResult{Contents: &text, Loader: api.LoaderTS}, nil
		})
		build.OnLoad(api.OnLoadOptions{Filter: `/lit-html\.js$`}, func(args api.OnLoadArgs) (api.OnLoadResult, error) {
			script, err := os.ReadFile(args.Path)
			text := litVersions.ReplaceAllString(string(script), "0")
			return api.OnLoadResult{Contents: &text, Loader: api.LoaderJS}, err
		})
		build.OnLoad(api.OnLoadOptions{Filter: `/web/(elements|styles|play)/[\w-]+\.ts$`}, func(args api.OnLoadArgs) (api.OnLoadResult, error) {
			script, err := os.ReadFile(args.Path)
			text := indent.ReplaceAllString(string(script), "\n")
			return api.OnLoadResult{Contents: &text, Loader: api.LoaderTS}, err
		})
		build.OnResolve(api.OnResolveOptions{Filter: `\.css\?text$`}, func(args api.OnResolveArgs) (api.OnResolveResult, error) {
			return api.OnResolveResult{Path: filepath.Join(args.ResolveDir, strings.TrimSuffix(args.Path, "?text")), Namespace: "text"}, nil
		})
		build.OnLoad(api.OnLoadOptions{Filter: `.*`, Namespace: "text"}, func(args api.OnLoadArgs) (api.OnLoadResult, error) {
			result := api.Build(api.BuildOptions{EntryPoints: []string{args.Path}, MinifyWhitespace: true, MinifySyntax: true})
			if len(result.Errors) > 0 {
				return api.OnLoadResult{}, fmt.Errorf("%s: %s", args.Path, result.Errors[0].Text)
			}
			text := string(result.OutputFiles[0].Contents)
			return api.OnLoadResult{Contents: &text, Loader: api.LoaderText}, nil
		})
	}}
}
