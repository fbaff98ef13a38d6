package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net"
	"net/http"
	"path"
	"strconv"
	"strings"
	"sync/atomic"
)

// server answers with the site it holds, which can be replaced while it runs.
type server struct {
	site atomic.Pointer[served]
	// changing is for a site that is built again: it has no service worker, which
	// would keep what was.
	changing bool
}

// served is a site by the path of its addresses.
type served struct {
	byPath map[string]*file
	etag   map[*file]string
}

func newServer(s *site) *server {
	srv := &server{}
	srv.replace(s)
	return srv
}

func (srv *server) replace(s *site) {
	now := &served{map[string]*file{}, map[*file]string{}}
	for _, f := range s.files {
		now.byPath["/"+f.out] = f
		if path.Base(f.out) == "index.html" {
			now.byPath[strings.TrimSuffix("/"+f.out, "index.html")] = f
		}
		sum := sha256.Sum256(f.body)
		now.etag[f] = hex.EncodeToString(sum[:8])
	}
	srv.site.Store(now)
}

// types are not left to the machine's table, which differs between machines.
var types = map[string]string{
	".html":        "text/html; charset=utf-8",
	".css":         "text/css; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".json":        "application/json",
	".webmanifest": "application/manifest+json",
	".svg":         "image/svg+xml",
	".png":         "image/png",
	".wasm":        "application/wasm",
	".txt":         "text/plain; charset=utf-8",
	".blkplay":     "text/plain; charset=utf-8",
	".gz":          "application/gzip",
}

// ServeHTTP answers a file in the smallest encoding that the client takes.
//
// Nothing is kept without asking ("no-cache"): hashed names would allow it, but
// a developer's browser must see every build.
func (srv *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
		return
	}
	now := srv.site.Load()
	f := now.byPath[r.URL.Path]
	if f == nil || srv.changing && f.name == serviceWorker {
		http.NotFound(w, r)
		return
	}
	body, encoding := f.encoded(r.Header.Get("Accept-Encoding"))
	tag := `"` + now.etag[f]
	h := w.Header()
	if encoding != "" {
		h.Set("Content-Encoding", encoding)
		tag += "-" + encoding
	}
	tag += `"`
	h.Set("Vary", "Accept-Encoding")
	h.Set("Cache-Control", "no-cache")
	h.Set("ETag", tag)
	if r.Header.Get("If-None-Match") == tag {
		h.Del("Content-Encoding")
		w.WriteHeader(http.StatusNotModified)
		return
	}
	kind := types[path.Ext(f.out)]
	if kind == "" {
		kind = "application/octet-stream"
	}
	h.Set("Content-Type", kind)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Content-Length", strconv.Itoa(len(body)))
	if r.Method == http.MethodGet {
		w.Write(body) // a client that went away is not our trouble
	}
}

// encoded picks the body for a client that takes the encodings of accept.
func (f *file) encoded(accept string) (body []byte, encoding string) {
	switch {
	case f.br != nil && accepts(accept, "br"):
		return f.br, "br"
	case f.gz != nil && accepts(accept, "gzip"):
		return f.gz, "gzip"
	}
	return f.body, ""
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

// listen serves at addr, or at a free port of its host if that port is taken.
func listen(addr string, h http.Handler) error {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		host, _, split := net.SplitHostPort(addr)
		if split != nil {
			return split
		}
		if l, err = net.Listen("tcp", net.JoinHostPort(host, "0")); err != nil {
			return err
		}
	}
	// Standard output: whoever started the server reads its address there.
	fmt.Printf("http://%s/\n", l.Addr())
	return http.Serve(l, h)
}
