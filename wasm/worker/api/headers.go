package api

import (
	"net/http"
	"strings"
)

// header is a line of an answer's head.
type header struct{ name, value string }

// siteHeaders let the pages run their own scripts and WebAssembly and nothing
// from elsewhere. Pages may stand in others' frames: that is how they are embedded.
var siteHeaders = []header{
	{"Content-Security-Policy", "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; " +
		"img-src 'self' data: blob:; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'none'"},
	{"Referrer-Policy", "strict-origin-when-cross-origin"},
	{"X-Content-Type-Options", "nosniff"},
	{"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
}

// interfaceHeaders let scripts of any site read an answer; it holds nobody's secrets.
var interfaceHeaders = []header{
	{"Access-Control-Allow-Origin", "*"},
	{"Access-Control-Expose-Headers", hashHeader + ", " + statusHeader},
	{"Cache-Control", "no-store"},
	{"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
	{"Referrer-Policy", "no-referrer"},
	{"Vary", "Accept"},
	{"X-Content-Type-Options", "nosniff"},
}

const (
	hashHeader   = "Blkplay-Trace-Hash"
	statusHeader = "Blkplay-Status"
)

func setHeaders(h http.Header, list []header) {
	for _, x := range list {
		h.Set(x.name, x.value)
	}
}

// AssetHeaders returns the site's headers as the text of a _headers file, for
// an edge that serves files without asking the handler. Names made from
// contents may be kept for ever.
func AssetHeaders() string {
	var b strings.Builder
	b.WriteString("/*\n")
	for _, x := range siteHeaders {
		b.WriteString("  " + x.name + ": " + x.value + "\n")
	}
	b.WriteString("/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n")
	return b.String()
}
