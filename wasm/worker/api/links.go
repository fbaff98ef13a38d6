package api

import (
	"crypto/sha256"
	"encoding/base32"
	"errors"
	"net/http"
	"strings"
	"time"

	"blkplay/core/scenario"
	"blkplay/wasm/worker/link"
	"blkplay/wasm/worker/store"
)

// names are written in characters that are read aloud and typed without doubt.
var names = base32.NewEncoding("abcdefghijkmnpqrstuvwxyz23456789").WithPadding(base32.NoPadding)

// nameOf is a fragment's short name: 80 bits of its digest, so that one fragment
// has one name.
func nameOf(fragment string) string {
	sum := sha256.Sum256([]byte(fragment))
	return names.EncodeToString(sum[:10])
}

// postLink answers POST /api/links: {"fragment": "#b1..."} gives {"name", "path"}.
func (h *handler) postLink(w http.ResponseWriter, r *http.Request) error {
	var in struct {
		Fragment string `json:"fragment"`
	}
	if err := take(r, link.CharsMax+256, &in); err != nil {
		return err
	}
	fragment := strings.TrimPrefix(in.Fragment, "#")
	if _, err := h.textOf(fragment); err != nil {
		return err
	}
	name := nameOf(fragment)
	expires := h.Now().Add(store.LinkDays * 24 * time.Hour)
	if err := h.Links.PutLink(r.Context(), name, fragment, expires); err != nil {
		return err
	}
	tell(w, http.StatusCreated, map[string]any{"name": name, "path": "/s/" + name, "expires": expires.UTC().Format(time.RFC3339)})
	return nil
}

// followLink answers GET /s/NAME: the playground with what the name stands for.
func (h *handler) followLink(w http.ResponseWriter, r *http.Request) error {
	fragment, err := h.Links.Link(r.Context(), r.PathValue("name"), h.Now())
	if err != nil {
		return err
	}
	w.Header().Set("Cache-Control", "public, max-age=3600")
	w.Header().Set("Location", "/#"+fragment) // made of a link's own characters, see textOf
	w.Header().Set("Link", `<`+oembedOf(r)+`>; rel="alternate"; type="application/json+oembed"`)
	w.WriteHeader(http.StatusFound)
	return nil
}

// textOf opens a fragment: only what is a scenario is kept or drawn.
func (h *handler) textOf(fragment string) (string, error) {
	for _, c := range []byte(fragment) {
		if c <= ' ' || c >= 0x7f {
			return "", refusal(http.StatusUnprocessableEntity, "a link has no spaces, and no characters beyond ASCII")
		}
	}
	text, err := link.Unpack(fragment, h.Limits.TextBytes)
	switch {
	case errors.Is(err, link.ErrLarge):
		return "", refusal(http.StatusRequestEntityTooLarge, "%v: at most %d characters, and %d bytes unpacked", err, link.CharsMax, h.Limits.TextBytes)
	case err != nil:
		return "", refusal(http.StatusUnprocessableEntity, "%v", err)
	}
	if _, err := scenario.Parse(text); err != nil {
		return "", refusal(http.StatusUnprocessableEntity, "the link holds no scenario that runs: %v", err)
	}
	return text, nil
}
