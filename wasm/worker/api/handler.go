package api

import (
	"net/http"
	"strings"

	"blkplay/core/scenario"
	"blkplay/core/sim"
)

// Options of a handler.
type Options struct {
	Site   http.Handler // answers what is not the interface's; nil: nothing is there
	Limits Limits       // zeros are the defaults
}

// Limits of a request. They keep an answer in the memory of a worker, 128 MB.
type Limits struct {
	TextBytes int      // of the scenario
	Records   int      // of the run
	Time      sim.Time // of the run
}

const (
	textBytesMax = 1 << 20
	recordsMax   = 400_000
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
	return &handler{opt}
}

type handler struct{ Options }

func (h *handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch {
	case r.URL.Path == "/api/run":
		setHeaders(w.Header(), interfaceHeaders)
		h.run(w, r)
	case strings.HasPrefix(r.URL.Path, "/api/"):
		setHeaders(w.Header(), interfaceHeaders)
		refuse(w, formatOf(r), http.StatusNotFound, "nothing is at "+r.URL.Path+"; there is POST /api/run")
	default:
		setHeaders(w.Header(), siteHeaders)
		h.Site.ServeHTTP(w, r)
	}
}
