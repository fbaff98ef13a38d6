package api

import (
	"encoding/json"
	"html"
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

// The size of a run's box, px: it is as wide as it may be, and the narrower the
// taller, see web/play/element-style.ts.
const (
	embedWidth = 720
	wideFrom   = 640
	middleFrom = 480

	wideHeight   = 660
	middleHeight = 900
	narrowHeight = 1120
)

// embedAnswer is what oEmbed 1.0 calls a rich response.
type embedAnswer struct {
	Version      string `json:"version"`
	Type         string `json:"type"`
	ProviderName string `json:"provider_name"`
	ProviderURL  string `json:"provider_url"`
	Title        string `json:"title"`
	CacheAge     int    `json:"cache_age"` // s
	HTML         string `json:"html"`
	Width        int    `json:"width"`
	Height       int    `json:"height"`
}

// oembed answers GET /oembed?url=...&maxwidth=...&maxheight=...&format=json: the
// real player, in a frame, for a link to a run. As oEmbed has it, 404 is for an
// address that is no run of this site's, and 501 for a format that is not given.
func (h *handler) oembed(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	if f := q.Get("format"); f != "" && f != "json" {
		return refusal(http.StatusNotImplemented, "answers are given as json alone")
	}
	width, err := most(q, "maxwidth", embedWidth)
	if err != nil {
		return err
	}
	height, err := most(q, "maxheight", heightOf(width))
	if err != nil {
		return err
	}
	base, fragment, err := h.runAt(r, q.Get("url"))
	if err != nil {
		return err
	}
	text, err := h.textOf(fragment)
	if err != nil {
		return refusal(http.StatusNotFound, "the address holds no run: %v", err)
	}
	title := titleOf(text)
	answer := embedAnswer{
		Version: "1.0", Type: "rich", ProviderName: "blkplay", ProviderURL: base + "/", Title: title, CacheAge: 86400,
		HTML:  frame(base+"/embed.html#"+fragment, title, width, height),
		Width: width, Height: height,
	}
	// Not tell: its encoder would be right as well, but the answer is read by
	// whoever embeds, so its HTML is kept readable.
	var out strings.Builder
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(answer); err != nil {
		panic("api: json: " + err.Error())
	}
	w.Header().Set("Cache-Control", "public, max-age=86400")
	send(w, formatJSON, http.StatusOK, []byte(out.String()))
	return nil
}

// oembedOf is where a request's own address is answered for: who embeds a short link
// finds it there, and nowhere else, as what comes behind a # is not sent.
func oembedOf(r *http.Request) string {
	scheme := r.URL.Scheme
	switch {
	case scheme != "":
	case r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https":
		scheme = "https"
	default:
		scheme = "http"
	}
	return "/oembed?url=" + url.QueryEscape(scheme+"://"+r.Host+r.URL.EscapedPath())
}

// runAt returns the site's own address and the fragment that an address of a run names.
func (h *handler) runAt(r *http.Request, address string) (base, fragment string, err error) {
	page, fragment, _ := strings.Cut(address, "#")
	u, err := url.Parse(page)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || !strings.EqualFold(u.Host, r.Host) || u.User != nil {
		return "", "", refusal(http.StatusNotFound, "the address is none of %s", r.Host)
	}
	base = u.Scheme + "://" + r.Host
	switch name, short := strings.CutPrefix(u.Path, "/s/"); {
	case short && h.Links != nil:
		fragment, err = h.Links.Link(r.Context(), name, h.Now())
		return base, fragment, err
	case u.Path != "/" && u.Path != "/index.html" && u.Path != "/embed.html" && u.Path != "":
		return "", "", refusal(http.StatusNotFound, "no run is at %s", u.Path)
	}
	return base, fragment, nil
}

// most is the least of what is wanted and a limit in the query.
func most(q url.Values, name string, wanted int) (int, error) {
	text := q.Get(name)
	if text == "" {
		return wanted, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		return 0, refusal(http.StatusBadRequest, "%s is no number of px", name)
	}
	return min(n, wanted), nil
}

func heightOf(width int) int {
	switch {
	case width >= wideFrom:
		return wideHeight
	case width >= middleFrom:
		return middleHeight
	}
	return narrowHeight
}

func frame(address, title string, width, height int) string {
	return `<iframe src="` + html.EscapeString(address) + `" title="` + html.EscapeString(title) +
		`" width="` + strconv.Itoa(width) + `" height="` + strconv.Itoa(height) +
		`" loading="lazy" style="border:0;max-width:100%"></iframe>`
}

// titleOf is a scenario's first comment, as the pages show it.
func titleOf(text string) string {
	for line := range strings.Lines(text) {
		if _, comment, ok := strings.Cut(line, "#"); ok && strings.TrimSpace(comment) != "" {
			return strings.TrimSpace(comment)
		}
	}
	return "A run of the block layer"
}
