package api

import (
	"bytes"
	"errors"
	"net/http"

	"blkplay/core"
	"blkplay/core/export"
	"blkplay/core/scenario"
	"blkplay/core/trace"
)

// poster answers GET /poster?FRAGMENT and GET /poster/NAME: a run as SVG, for
// pages that show it before the player is there.
func (h *handler) poster(w http.ResponseWriter, r *http.Request) error {
	fragment := r.URL.RawQuery
	if name := r.PathValue("name"); name != "" {
		var err error
		if fragment, err = h.Links.Link(r.Context(), name, h.Now()); err != nil {
			return err
		}
	}
	text, err := h.textOf(fragment)
	if err != nil {
		return err
	}
	svg, err := h.draw(text)
	if err != nil {
		return err
	}
	w.Header().Set("Cache-Control", "public, max-age=86400")
	w.Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
	w.Header().Set("Content-Type", "image/svg+xml")
	w.WriteHeader(http.StatusOK)
	_, _ = w.Write(svg)
	return nil
}

var errLimit = errors.New("over the limit")

// draw runs a scenario that parses and draws it.
func (h *handler) draw(text string) (svg []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = refusal(http.StatusInternalServerError, "%v", crash{p})
		}
	}()
	sc, err := scenario.Parse(text)
	if err != nil {
		return nil, refusal(http.StatusUnprocessableEntity, "%v", err)
	}
	var out bytes.Buffer
	to := export.FormatOf("poster.svg").Run(&out, sc)
	seen := 0
	_, err = export.Play(sc, func(m *core.Machine, events []trace.Event) error {
		if seen += len(events); seen > h.Limits.Records {
			return errLimit
		}
		return to.Take(m, events)
	})
	switch {
	case errors.Is(err, errLimit):
		return nil, h.tooMuch()
	case err != nil:
		return nil, refusal(http.StatusUnprocessableEntity, "%v", err)
	}
	if err := to.End(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// tooMuch is the refusal of a run that is longer than this server makes.
func (h *handler) tooMuch() error {
	return refusal(http.StatusRequestEntityTooLarge, "the run has more than %d records, the limit here: open the scenario in the playground, which runs it in your browser", h.Limits.Records)
}
