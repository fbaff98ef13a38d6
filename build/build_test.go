package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
)

// tree writes a small module: one page with a script, a style sheet and a
// custom element, and returns its builder.
func tree(t *testing.T) *builder {
	t.Helper()
	root := t.TempDir()
	for name, text := range map[string]string{
		"go.mod":                       "module blkplay\n\ngo 1.26.0\n",
		"LICENSE":                      "Do what is right.\n",
		"wasm/engine/main.go":          "package main\n\nfunc main() {}\n",
		"wasm/worker/main.go":          "package main\n\nfunc main() { not Go }\n",
		"web/tsconfig.json":            "{}",
		"web/pages/index.html":         pageText,
		"web/pages/verify.html":        "<!doctype html><title>v</title><a href=\"./index.html\">home</a>",
		"web/playground/main.ts":       "import {x} from './x';\nconst engine: string = new URL('./engine.wasm', import.meta.url).href;\nconsole.log(engine, x, 'assets/wasm_exec.js');\n",
		"web/playground/x.ts":          "export const x: number = 7;\n",
		"web/styles/page.css":          "@import './tokens.css';\np { color: var(--ink) }\n",
		"web/styles/tokens.css":        ":root { --ink: #123456 }\n",
		"web/scenarios/first.blkplay":  "version 1\n",
		"core/testdata/conformance/.x": "",
	} {
		full := filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(full), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return &builder{root: root, cache: filepath.Join(root, ".cache"), fast: true}
}

const pageText = `<!doctype html>
<html lang="en"><head><title>t</title>
<link rel="stylesheet" href="../styles/page.css">
<script type="module" src="../playground/main.ts"></script></head>
<body><blk-x><p>one</p></blk-x><input type="text"><a href="./verify.html">v</a><a href="#top">top</a></body></html>
`

func TestBuild(t *testing.T) {
	site, err := tree(t).build()
	if err != nil {
		t.Fatal(err)
	}
	index := string(site.byName["index.html"].body)
	for _, want := range []string{
		`#123456`,
		`src="` + site.byName["assets/playground.js"].out + `"`,
		`<p>one</p>`,
		`type="text"`,
		`href="verify.html"`,
		`href="#top"`,
	} {
		if !strings.Contains(index, want) {
			t.Errorf("page lacks %s:\n%s", want, index)
		}
	}
	script := string(site.byName["assets/playground.js"].body)
	engine := strings.TrimPrefix(site.byName["assets/engine.wasm"].out, "assets/")
	for _, want := range []string{"./" + engine, site.byName["assets/wasm_exec.js"].out} {
		if !strings.Contains(script, want) {
			t.Errorf("script lacks %s:\n%s", want, script)
		}
	}
	if strings.Contains(index, "stylesheet") || site.byName["assets/page.css"] != nil {
		t.Errorf("the style sheet is not in its page:\n%s", index)
	}
	if site.byName["assets/worker.wasm"] != nil {
		t.Error("the site has the worker")
	}
	if got, want := string(site.byName["scenarios/index.json"].body), `["first.blkplay"]`; strings.TrimSpace(got) != want {
		t.Errorf("scenarios/index.json: %s, want %s", got, want)
	}
	if text := string(site.byName["licenses.txt"].body); !strings.Contains(text, "Do what is right.") || !strings.Contains(text, "The Go Authors") {
		t.Errorf("licenses.txt:\n%s", text)
	}
	for _, f := range site.files {
		if regexp.MustCompile(`(src|href)="/`).Match(f.body) && f.page {
			t.Errorf("%s has an address from the root of its host", f.name)
		}
	}
}

func TestHashFollowsContents(t *testing.T) {
	b := tree(t)
	before, err := b.build()
	if err != nil {
		t.Fatal(err)
	}
	main := filepath.Join(b.root, "wasm/engine/main.go")
	if err := os.WriteFile(main, []byte("package main\n\nfunc main() { println(1) }\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	after, err := b.build()
	if err != nil {
		t.Fatal(err)
	}
	for name, same := range map[string]bool{"assets/engine.wasm": false, "assets/playground.js": false, "assets/wasm_exec.js": true} {
		if (before.byName[name].out == after.byName[name].out) != same {
			t.Errorf("%s: was %s, is %s", name, before.byName[name].out, after.byName[name].out)
		}
	}
}

func TestMissingSource(t *testing.T) {
	b := tree(t)
	os.Remove(filepath.Join(b.root, "web/styles/page.css"))
	if _, err := b.build(); err == nil || !strings.Contains(err.Error(), "page.css: no such file") {
		t.Errorf("got %v", err)
	}
}

func TestWriteReadRemovesOld(t *testing.T) {
	b := tree(t)
	site, err := b.build()
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "dist")
	if err := site.write(dir); err != nil {
		t.Fatal(err)
	}
	old := filepath.Join(dir, "assets", "old-00000000.js")
	if err := os.WriteFile(old, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := site.write(dir); err != nil {
		t.Fatal(err)
	}
	if exists(old) {
		t.Error("an old file stayed")
	}
	back, err := readSite(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(back.files) != len(site.files) {
		t.Errorf("%d files read, %d written", len(back.files), len(site.files))
	}
	for _, f := range site.files {
		got := back.byName[f.out]
		if got == nil || !bytes.Equal(got.body, f.body) || !bytes.Equal(got.br, f.br) || !bytes.Equal(got.gz, f.gz) {
			t.Errorf("%s differs", f.out)
		}
	}
	foreign := t.TempDir()
	if err := os.WriteFile(filepath.Join(foreign, "mine.txt"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	if err := site.write(foreign); err == nil {
		t.Error("wrote into a folder that is not a site's")
	}
}

func TestServe(t *testing.T) {
	site, err := tree(t).build()
	if err != nil {
		t.Fatal(err)
	}
	srv := newServer(site)
	engine := site.byName["assets/engine.wasm"]
	rows := []struct {
		path, accept       string
		status             int
		encoding, mimeType string
	}{
		{"/", "", 200, "", "text/html; charset=utf-8"},
		{"/index.html", "gzip, br", 200, "br", "text/html; charset=utf-8"},
		{"/" + engine.out, "gzip", 200, "gzip", "application/wasm"},
		{"/" + engine.out, "br;q=0, gzip", 200, "gzip", "application/wasm"},
		{"/" + engine.out, "gzip;q=1.0, BR", 200, "br", "application/wasm"},
		{"/nothing", "br", 404, "", "text/plain; charset=utf-8"},
		{"/../go.mod", "br", 404, "", "text/plain; charset=utf-8"},
	}
	for _, row := range rows {
		r := httptest.NewRequest("GET", row.path, nil)
		r.Header.Set("Accept-Encoding", row.accept)
		w := httptest.NewRecorder()
		srv.ServeHTTP(w, r)
		h := w.Header()
		if w.Code != row.status || h.Get("Content-Encoding") != row.encoding || h.Get("Content-Type") != row.mimeType {
			t.Errorf("%s (%s): %d %q %q", row.path, row.accept, w.Code, h.Get("Content-Encoding"), h.Get("Content-Type"))
			continue
		}
		if row.status != 200 {
			continue
		}
		f := site.byName["index.html"]
		if row.mimeType == "application/wasm" {
			f = engine
		}
		if got := unpack(t, w.Body, row.encoding); !bytes.Equal(got, f.body) {
			t.Errorf("%s (%s): %d bytes, want %d", row.path, row.accept, len(got), len(f.body))
		}
		again := httptest.NewRequest("GET", row.path, nil)
		again.Header.Set("Accept-Encoding", row.accept)
		again.Header.Set("If-None-Match", h.Get("ETag"))
		w = httptest.NewRecorder()
		srv.ServeHTTP(w, again)
		if w.Code != http.StatusNotModified || w.Body.Len() > 0 {
			t.Errorf("%s again: %d with %d bytes", row.path, w.Code, w.Body.Len())
		}
	}
}

func unpack(t *testing.T, r io.Reader, encoding string) []byte {
	t.Helper()
	switch encoding {
	case "br":
		r = brotli.NewReader(r)
	case "gzip":
		z, err := gzip.NewReader(r)
		if err != nil {
			t.Fatal(err)
		}
		r = z
	}
	body, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return body
}

func TestSizes(t *testing.T) {
	s := newSite()
	s.add("assets/engine.wasm", make([]byte, 10))
	for _, row := range []struct {
		kib   int
		small bool
	}{{70, true}, {490, false}} {
		s.byName["assets/engine.wasm"].br = make([]byte, row.kib*1024)
		if err := s.printSizes(io.Discard, row.small); err != nil {
			t.Errorf("%d KiB, on budget: %v", row.kib, err)
		}
		s.byName["assets/engine.wasm"].br = make([]byte, row.kib*1024+1)
		if err := s.printSizes(io.Discard, row.small); err == nil {
			t.Errorf("over %d KiB: no error", row.kib)
		}
	}
}

func TestStampSeesAChange(t *testing.T) {
	b := tree(t)
	before := b.stamp()
	if before != b.stamp() {
		t.Error("two looks at the same tree differ")
	}
	if err := os.WriteFile(filepath.Join(b.root, "web/playground/x.ts"), []byte("export const x = 77;\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if before == b.stamp() {
		t.Error("a change was not seen")
	}
}
