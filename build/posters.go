package main

import (
	"bytes"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"

	"blkplay/core/export"
	"blkplay/core/scenario"
)

// posterFolder has a picture of each scenario of the site, under its name: what
// a page shows of a run before the player is there.
const posterFolder = "posters"

// addPosters draws the scenarios in web/scenarios. One that submits nothing has no picture.
func (b *builder) addPosters(s *site) error {
	from := filepath.Join(b.root, "web", "scenarios")
	if !exists(from) {
		return nil
	}
	return eachFile(from, func(name, full string) error {
		if path.Ext(name) != ".blkplay" {
			return nil
		}
		text, err := os.ReadFile(full)
		if err != nil {
			return err
		}
		sc, err := scenario.Parse(string(text))
		if err != nil || len(sc.Tasks) == 0 {
			return nil // a text to be mended by its reader, or an empty machine
		}
		var picture bytes.Buffer
		to := export.FormatOf("poster.svg").Run(&picture, sc)
		if _, err := export.Play(sc, to.Take); err != nil {
			return fmt.Errorf("%s: %w", full, err)
		}
		if err := to.End(); err != nil {
			return fmt.Errorf("%s: %w", full, err)
		}
		s.add(path.Join(posterFolder, strings.TrimSuffix(name, ".blkplay")+".svg"), picture.Bytes())
		return nil
	})
}
