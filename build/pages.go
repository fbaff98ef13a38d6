package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/html"
)

// page is an HTML file of web/pages. It names its scripts and styles as the
// source tree has them, src="../playground/main.ts"; readPages turns those into
// the names the site has, and remembers the sources.
type page struct {
	name    string // in the site: index.html
	text    []byte
	sources map[string]string // logical name in the site: source file
}

func (b *builder) readPages() ([]*page, error) {
	names, err := filepath.Glob(filepath.Join(b.root, "web", "pages", "*.html"))
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("no pages in web/pages")
	}
	var pages []*page
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		p := &page{name: filepath.Base(name), sources: map[string]string{}}
		p.text, err = p.rewrite(text, filepath.Dir(name))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		pages = append(pages, p)
	}
	return pages, nil
}

// rewrite replaces each src and href that names a file of the source tree.
func (p *page) rewrite(text []byte, dir string) ([]byte, error) {
	var out bytes.Buffer
	lexer := html.NewLexer(parse.NewInputBytes(text))
	for {
		kind, data := lexer.Next()
		if kind == html.ErrorToken {
			if lexer.Err() == io.EOF {
				return out.Bytes(), nil
			}
			return nil, lexer.Err()
		}
		attr := string(lexer.AttrKey())
		if kind != html.AttributeToken || attr != "src" && attr != "href" {
			out.Write(data)
			continue
		}
		value := strings.Trim(string(lexer.AttrVal()), `"'`)
		name, err := p.source(value, dir)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&out, ` %s="%s"`, attr, name)
	}
}

// source returns the site's name for what a page calls ref.
func (p *page) source(ref, dir string) (string, error) {
	if !strings.HasPrefix(ref, "../") && !strings.HasPrefix(ref, "./") {
		return ref, nil // another page, a fragment, an asset by its name, an address
	}
	file := filepath.Join(dir, filepath.FromSlash(ref))
	if !exists(file) {
		if strings.HasPrefix(ref, "./") {
			return ref, nil // made by the build
		}
		return "", fmt.Errorf("%s: no such file", ref)
	}
	name := "assets/" + siteName(file)
	if ext := filepath.Ext(file); ext == ".html" {
		return filepath.Base(file), nil
	}
	if other, ok := p.sources[name]; ok && other != file {
		return "", fmt.Errorf("%s and %s have one name", other, file)
	}
	p.sources[name] = file
	return name, nil
}

// siteName makes playground/main.ts playground.js: a folder's main file has its
// folder's name, any other its own.
func siteName(file string) string {
	base := filepath.Base(file)
	ext := filepath.Ext(base)
	stem := strings.TrimSuffix(base, ext)
	if stem == "main" || stem == "index" {
		stem = filepath.Base(filepath.Dir(file))
	}
	if ext == ".ts" {
		ext = ".js"
	}
	return stem + ext
}
