//go:build js

package main

import (
	"errors"
	"net/http"
	"strings"
	"syscall/js"

	"github.com/syumai/workers/cloudflare"
)

// binding is the name under which wrangler.toml gives the Worker the site's files.
const binding = "ASSETS"

// assets answers with the site's files. The edge serves them itself; what comes
// here are files that are not there, and all requests where there is no edge.
type assets struct{}

func (assets) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
		return
	}
	site := cloudflare.GetBinding(binding)
	if site.IsUndefined() {
		http.NotFound(w, r)
		return
	}
	response, body, err := get(site, r)
	if err != nil {
		http.Error(w, "the site's files cannot be had: "+err.Error(), http.StatusBadGateway)
		return
	}
	h := w.Header()
	for _, name := range []string{"Content-Type", "ETag", "Cache-Control", "Location"} {
		if v := response.Get("headers").Call("get", name); !v.IsNull() {
			h.Set(name, v.String())
		}
	}
	if kind := types[ending(r.URL.Path)]; kind != "" && (h.Get("Content-Type") == "" || h.Get("Content-Type") == "application/octet-stream") {
		h.Set("Content-Type", kind)
	}
	status := response.Get("status").Int()
	if status == http.StatusNotFound && len(body) == 0 {
		http.NotFound(w, r)
		return
	}
	w.WriteHeader(status)
	if len(body) > 0 && r.Method == http.MethodGet { // the runtime would wait for ever for the end of an empty write
		_, _ = w.Write(body)
	}
}

// types of files, for runners that do not know them.
var types = map[string]string{
	"": "text/html; charset=utf-8", "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
	"js": "text/javascript; charset=utf-8", "json": "application/json", "svg": "image/svg+xml",
	"wasm": "application/wasm", "txt": "text/plain; charset=utf-8", "blkplay": "text/plain; charset=utf-8",
}

func ending(path string) string {
	base := path[strings.LastIndexByte(path, '/')+1:]
	return base[strings.LastIndexByte("."+base, '.'):]
}

func get(site js.Value, r *http.Request) (response js.Value, body []byte, err error) {
	u := *r.URL
	u.Scheme, u.Host = "https", "site"
	if strings.HasSuffix(u.Path, "/") {
		u.Path += "index.html"
	}
	response, err = await(site.Call("fetch", u.String()))
	if err != nil {
		return response, nil, err
	}
	buffer, err := await(response.Call("arrayBuffer"))
	if err != nil {
		return response, nil, err
	}
	array := js.Global().Get("Uint8Array").New(buffer)
	body = make([]byte, array.Length())
	js.CopyBytesToGo(body, array)
	return response, body, nil
}

// await blocks until promise is settled.
func await(promise js.Value) (value js.Value, err error) {
	done := make(chan struct{})
	kept := js.FuncOf(func(_ js.Value, args []js.Value) any {
		value = args[0]
		close(done)
		return nil
	})
	defer kept.Release()
	broken := js.FuncOf(func(_ js.Value, args []js.Value) any {
		err = errors.New(args[0].Call("toString").String())
		close(done)
		return nil
	})
	defer broken.Release()
	promise.Call("then", kept, broken)
	<-done
	return value, err
}
