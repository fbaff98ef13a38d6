//go:build !js

package main

import (
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
)

// files serves the folder of a built site as the edge does: of each file the packed
// form that the client takes, where the build left one beside it; no list of what
// is in a folder; GET and HEAD alone.
type files struct {
	folder http.Dir
	plain  http.Handler
}

func newFiles(folder string) files {
	return files{http.Dir(folder), http.FileServer(http.Dir(folder))}
}

// encodings are those of the build, the smallest first.
var encodings = [...]struct{ name, ending string }{{"br", ".br"}, {"gzip", ".gz"}}

func (f files) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
		return
	}
	name := path.Clean("/" + r.URL.Path)
	switch {
	case name == "/":
		name = "/index.html"
	case strings.HasSuffix(r.URL.Path, "/"):
		http.NotFound(w, r)
		return
	}
	if kind, ok := kinds[path.Ext(name)]; ok {
		w.Header().Set("Content-Type", kind) // not as the machine's table has it
	}
	if strings.HasPrefix(name, "/assets/") && f.has(name) {
		// Browsers may keep for ever what has its contents in its name.
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	w.Header().Set("Vary", "Accept-Encoding")
	for _, e := range encodings {
		if f.has(name+e.ending) && accepts(r.Header.Get("Accept-Encoding"), e.name) && f.packed(w, r, name+e.ending, e.name) {
			return
		}
	}
	if name != "/index.html" && !f.has(name) {
		w.Header().Del("Content-Type")
		http.NotFound(w, r)
		return
	}
	f.plain.ServeHTTP(w, r)
}

// kinds are the types of what may be packed: a packed file's own name tells another.
var kinds = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".json": "application/json", ".webmanifest": "application/manifest+json", ".svg": "image/svg+xml", ".png": "image/png",
	".wasm": "application/wasm", ".gz": "application/gzip", ".txt": "text/plain; charset=utf-8", ".blkplay": "text/plain; charset=utf-8",
}

// has reports whether there is a file, not a folder, of that name.
func (f files) has(name string) bool {
	info, err := os.Stat(filepath.Join(string(f.folder), filepath.FromSlash(name)))
	return err == nil && info.Mode().IsRegular()
}

// packed answers with a packed file, and reports whether it could be read.
func (f files) packed(w http.ResponseWriter, r *http.Request, name, encoding string) bool {
	file, err := f.folder.Open(name)
	if err != nil {
		return false
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return false
	}
	w.Header().Set("Content-Encoding", encoding)
	r.Header.Del("Range") // of what is packed no part can be read alone
	http.ServeContent(w, r, "", info.ModTime(), file)
	return true
}

// accepts reports whether an Accept-Encoding header names encoding with a weight above 0.
func accepts(header, encoding string) bool {
	for part := range strings.SplitSeq(header, ",") {
		name, params, _ := strings.Cut(part, ";")
		if !strings.EqualFold(strings.TrimSpace(name), encoding) {
			continue
		}
		weight, ok := strings.CutPrefix(strings.ReplaceAll(params, " ", ""), "q=")
		if !ok {
			return true
		}
		q, err := strconv.ParseFloat(weight, 64)
		return err == nil && q > 0
	}
	return false
}
