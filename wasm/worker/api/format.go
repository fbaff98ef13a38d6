package api

import (
	"net/http"
	"strconv"
	"strings"
)

// format is how an answer is written.
type format uint8

const (
	formatText format = iota
	formatJSON
	formatNone // the client takes neither; it is told so in text
)

// contentTypes by format.
var contentTypes = [...]string{"text/plain; charset=utf-8", "application/json", "text/plain; charset=utf-8"}

// formatOf returns what the request asks for: ?format= before Accept.
func formatOf(r *http.Request) format {
	switch r.URL.Query().Get("format") {
	case "text":
		return formatText
	case "json":
		return formatJSON
	case "":
		return accepted(r.Header.Values("Accept"))
	}
	return formatNone
}

// accepted returns the format with the greatest weight, text if both have the same.
func accepted(accept []string) format {
	if len(accept) == 0 {
		return formatText
	}
	text, json := weightOf(accept, "text/plain"), weightOf(accept, "application/json")
	switch {
	case text == 0 && json == 0:
		return formatNone
	case json > text:
		return formatJSON
	}
	return formatText
}

// weightOf returns the weight that Accept gives kind: the one of the range that names it most closely.
func weightOf(accept []string, kind string) float64 {
	major, _, _ := strings.Cut(kind, "/")
	weight, closeness := 0.0, 0
	for _, line := range accept {
		for part := range strings.SplitSeq(line, ",") {
			name, params, _ := strings.Cut(part, ";")
			near := 0
			switch strings.ToLower(strings.TrimSpace(name)) {
			case kind:
				near = 3
			case major + "/*":
				near = 2
			case "*/*":
				near = 1
			}
			if near > closeness {
				weight, closeness = quality(params), near
			}
		}
	}
	return weight
}

// quality reads the q parameter of a range, 1 if it has none or one that is no number.
func quality(params string) float64 {
	for p := range strings.SplitSeq(params, ";") {
		if v, ok := strings.CutPrefix(strings.TrimSpace(p), "q="); ok {
			if q, err := strconv.ParseFloat(v, 64); err == nil {
				return q
			}
		}
	}
	return 1
}
