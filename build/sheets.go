package main

import (
	"bytes"
	"fmt"
)

// inline puts a style sheet into the page in the place of the link to it: a page
// shows its first words without asking for a second file.
func (p *page) inline(name string, sheet []byte) error {
	link := fmt.Appendf(nil, `<link rel="stylesheet" href="%s">`, name)
	if !bytes.Contains(p.text, link) {
		return fmt.Errorf("%s names %s otherwise than as %s", p.name, name, link)
	}
	p.text = bytes.Replace(p.text, link, fmt.Appendf(nil, "<style>%s</style>", bytes.TrimSpace(sheet)), 1)
	return nil
}
