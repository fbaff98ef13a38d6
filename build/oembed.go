package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"net/url"
	"os"
	"path/filepath"
	"strings"
)

// staticAnswer is the oEmbed answer of a static host, which cannot look at what
// it is asked: the run that the playground itself begins with.
const staticAnswer = "oembed.json"

const (
	staticRun    = "three-tasks"
	staticWidth  = 720
	staticHeight = 660
)

// addOEmbed adds the answer, and leads to it from the pages that show runs. An
// answer has whole addresses in it, so the site's own must be known. Where the
// Worker serves the site its /oembed answers for every run; see
// wasm/worker/api/oembed.go.
func (b *builder) addOEmbed(s *site) error {
	if b.base == "" {
		return nil
	}
	base, err := url.Parse(b.base)
	if err != nil || base.Scheme != "https" && base.Scheme != "http" || base.Host == "" || base.RawQuery+base.Fragment != "" {
		return fmt.Errorf("-base %s: not the address of a folder", b.base)
	}
	home := strings.TrimSuffix(base.String(), "/") + "/"
	text, err := os.ReadFile(filepath.Join(b.root, "web", "scenarios", staticRun+".blkplay"))
	if err != nil {
		return err
	}
	title := "A run of the Linux block layer"
	frame := fmt.Sprintf(`<iframe src="%s" title="%s" width="%d" height="%d" loading="lazy" style="border:0;max-width:100%%"></iframe>`,
		html.EscapeString(home+"embed.html#text="+strings.ReplaceAll(url.QueryEscape(string(text)), "+", "%20")), title, staticWidth, staticHeight)
	answer, err := json.Marshal(map[string]any{
		"version": "1.0", "type": "rich", "provider_name": "blkplay", "provider_url": home, "title": title,
		"html": frame, "width": staticWidth, "height": staticHeight,
	})
	if err != nil {
		return err
	}
	s.add(staticAnswer, answer)
	link := fmt.Sprintf(`<link rel="alternate" type="application/json+oembed" title="%s" href="%s">`, title, html.EscapeString(home+staticAnswer))
	for _, name := range []string{"index.html", "embed.html"} {
		if f := s.byName[name]; f != nil {
			f.body = bytes.Replace(f.body, []byte("</head>"), []byte(link+"</head>"), 1)
		}
	}
	return nil
}
