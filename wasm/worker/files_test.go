//go:build !js

package main

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
)

// TestFilesAsTheEdgeServesThem holds that a home's readers load what the build packed.
func TestFilesAsTheEdgeServesThem(t *testing.T) {
	dir := t.TempDir()
	for name, body := range map[string]string{
		"index.html": "the page", "index.html.br": "page br", "index.html.gz": "page gz", "embed.html": "unpacked", "secret.d/x.txt": "x",
		"assets/a-1.wasm": "module", "assets/a-1.wasm.br": "br", "traces/t.blktrace.0.gz": "\x1f\x8b trace",
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	const forever = "public, max-age=31536000, immutable"
	for _, x := range []struct {
		method, path, accept string
		status               int
		body, encoding, kind string
		cache                string
	}{
		{"GET", "/", "gzip, deflate, br", 200, "page br", "br", "text/html; charset=utf-8", ""},
		{"GET", "/", "gzip", 200, "page gz", "gzip", "text/html; charset=utf-8", ""},
		{"GET", "/", "br;q=0, gzip;q=0.5", 200, "page gz", "gzip", "text/html; charset=utf-8", ""},
		{"GET", "/", "", 200, "the page", "", "text/html; charset=utf-8", ""},
		{"GET", "/embed.html", "br", 200, "unpacked", "", "text/html; charset=utf-8", ""},
		{"GET", "/assets/a-1.wasm", "br", 200, "br", "br", "application/wasm", forever},
		{"GET", "/assets/a-1.wasm", "gzip", 200, "module", "", "application/wasm", forever},
		{"HEAD", "/assets/a-1.wasm", "br", 200, "", "br", "application/wasm", forever},
		{"GET", "/traces/t.blktrace.0.gz", "gzip", 200, "\x1f\x8b trace", "", "application/gzip", ""},
		{"GET", "/assets/", "br", 404, "404 page not found\n", "", "text/plain; charset=utf-8", ""},
		{"GET", "/secret.d/", "", 404, "404 page not found\n", "", "text/plain; charset=utf-8", ""},
		{"GET", "/secret.d", "", 404, "404 page not found\n", "", "text/plain; charset=utf-8", ""},
		{"GET", "/assets/none.wasm", "br", 404, "404 page not found\n", "", "text/plain; charset=utf-8", ""},
		{"GET", "/../files_test.go", "br", 404, "404 page not found\n", "", "text/plain; charset=utf-8", ""},
		{"PUT", "/", "br", 405, "only GET and HEAD\n", "", "text/plain; charset=utf-8", ""},
		{"DELETE", "/embed.html", "", 405, "only GET and HEAD\n", "", "text/plain; charset=utf-8", ""},
	} {
		r := httptest.NewRequest(x.method, x.path, nil)
		r.Header.Set("Accept-Encoding", x.accept)
		w := httptest.NewRecorder()
		newFiles(dir).ServeHTTP(w, r)
		h := w.Header()
		if w.Code != x.status || w.Body.String() != x.body || h.Get("Content-Encoding") != x.encoding || h.Get("Content-Type") != x.kind || h.Get("Cache-Control") != x.cache {
			t.Errorf("%s %s (%s): %d %q %v", x.method, x.path, x.accept, w.Code, w.Body, h)
		}
		if x.status == http.StatusOK && h.Get("Vary") != "Accept-Encoding" {
			t.Errorf("%s: Vary %q", x.path, h.Get("Vary"))
		}
	}
}
