package api

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
	"time"

	"blkplay/core/scenario"
	"blkplay/core/sim"
	"blkplay/wasm/worker/store"
)

// Options of a handler. What is nil is not offered.
type Options struct {
	Site    http.Handler // answers what is not the interface's
	Limits  Limits       // zeros are the defaults
	Links   store.Links
	Boards  store.Boards // offered together with a Grader
	Grader  Grader
	Limiter Limiter
	Now     func() time.Time
	Random  io.Reader // for ids and keys: nobody may guess it
}

// Grader runs results of an exercise again.
type Grader interface {
	// Check says what is wrong with an exercise's text.
	Check(lesson string) error
	// Grade runs the answers of a result code again. An error means that the code is
	// none, or of another exercise; the verdict says what is right.
	Grade(lesson, code string) (verdict json.RawMessage, err error)
}

// ErrLong is a Grader's, of an exercise whose runs are longer than a request may take.
var ErrLong = errors.New("the exercise's runs are longer than this server makes: the grading page and the command line make them")

// Limits of a request. They keep an answer in the memory of a worker, 128 MB, and
// in the time that it has.
type Limits struct {
	TextBytes int      // of the scenario
	Records   int      // of the run
	Time      sim.Time // of the run
}

const (
	textBytesMax = 1 << 20
	recordsMax   = 400_000

	drainBytesMax = 2 << 20 // of a body that nobody wants
)

// New returns the handler.
func New(opt Options) http.Handler {
	if opt.Limits.TextBytes == 0 {
		opt.Limits.TextBytes = textBytesMax
	}
	if opt.Limits.Records == 0 {
		opt.Limits.Records = recordsMax
	}
	if opt.Limits.Time == 0 {
		opt.Limits.Time = scenario.TimeMaxNs
	}
	if opt.Site == nil {
		opt.Site = http.NotFoundHandler()
	}
	if opt.Now == nil {
		opt.Now = time.Now
	}
	if opt.Random == nil {
		opt.Random = rand.Reader
	}
	h := &handler{Options: opt}
	h.route()
	return h
}

type handler struct {
	Options
	mux     http.ServeMux
	offered []string // for the message to those who are lost
}

func (h *handler) route() {
	h.mux.HandleFunc("POST /api/run", h.run)
	h.offered = append(h.offered, "POST /api/run")
	h.mux.HandleFunc("GET /healthz", h.health)
	h.offer("GET /poster", h.poster)
	h.offer("GET /oembed", h.oembed)
	if h.Links != nil {
		h.offer("POST /api/links", h.postLink)
		h.offer("GET /s/{name}", h.followLink)
		h.offer("GET /poster/{name}", h.poster)
	}
	if h.Boards != nil && h.Grader != nil {
		h.offer("POST /api/boards", h.postBoard)
		h.offer("GET /api/boards/{board}", h.getBoard)
		h.offer("DELETE /api/boards/{board}", h.deleteBoard)
		h.offer("POST /api/boards/{board}/results", h.postResult)
		h.offer("GET /api/boards/{board}/results", h.getResults)
		h.offer("DELETE /api/boards/{board}/results/{number}", h.deleteResult)
	}
}

// offer routes to what answers, or returns why not.
func (h *handler) offer(pattern string, answer func(http.ResponseWriter, *http.Request) error) {
	h.offered = append(h.offered, pattern)
	h.mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
		if err := answer(w, r); err != nil {
			tellTrouble(w, formatJSON, err)
		}
	})
}

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	// A client that still sends when the answer is there may never see it.
	defer io.Copy(io.Discard, io.LimitReader(r.Body, drainBytesMax))
	if !ours(r.URL.Path) {
		setHeaders(w.Header(), siteHeaders)
		h.Site.ServeHTTP(w, r)
		return
	}
	setHeaders(w.Header(), interfaceHeaders)
	switch {
	case r.Method == http.MethodOptions:
		preflight(w)
		return
	case r.URL.Path != "/healthz" && h.limited(w, r):
		return
	}
	if _, pattern := h.mux.Handler(r); pattern == "" {
		h.lost(w, r)
		return
	}
	h.mux.ServeHTTP(w, r)
}

// ours are the paths that are not the site's.
func ours(path string) bool {
	return path == "/healthz" || path == "/poster" || path == "/oembed" || strings.HasPrefix(path, "/poster/") || strings.HasPrefix(path, "/s/") || strings.HasPrefix(path, "/api/")
}

// lost answers where nothing is, or nothing by this method.
func (h *handler) lost(w http.ResponseWriter, r *http.Request) {
	if allowed := h.allowed(r); allowed != "" {
		w.Header().Set("Allow", allowed)
		refuse(w, formatOf(r), http.StatusMethodNotAllowed, r.URL.Path+" is asked by "+allowed+", not by "+r.Method)
		return
	}
	refuse(w, formatOf(r), http.StatusNotFound, "nothing is at "+r.URL.Path+"; there are "+strings.Join(h.offered, ", "))
}

// allowed lists the methods by which something is at the request's path.
func (h *handler) allowed(r *http.Request) string {
	var list []string
	for _, method := range [...]string{http.MethodDelete, http.MethodGet, http.MethodPost} {
		other := r.Clone(r.Context())
		other.Method = method
		if _, pattern := h.mux.Handler(other); pattern != "" {
			list = append(list, method)
		}
	}
	return strings.Join(list, ", ")
}

// preflight lets scripts of any site ask: no answer depends on cookies.
func preflight(w http.ResponseWriter) {
	w.Header().Set("Access-Control-Allow-Methods", "DELETE, GET, POST")
	w.Header().Set("Access-Control-Allow-Headers", "Authorization, Content-Type")
	w.Header().Set("Access-Control-Max-Age", "86400")
	w.WriteHeader(http.StatusNoContent)
}

// health answers GET /healthz: what is offered here, and whether what is kept can be had.
func (h *handler) health(w http.ResponseWriter, r *http.Request) {
	status, kept := http.StatusOK, "none"
	if h.Links != nil {
		kept = "ok"
		if _, err := h.Links.Link(r.Context(), "health", h.Now()); err != nil && err != store.ErrNone {
			status, kept = http.StatusServiceUnavailable, "failing"
		}
	}
	tell(w, status, map[string]any{"ok": status == http.StatusOK, "store": kept, "offers": h.offered})
}
