package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestOEmbed(t *testing.T) {
	b := tree(t)
	scenario := filepath.Join(b.root, "web", "scenarios", staticRun+".blkplay")
	if err := os.WriteFile(scenario, []byte("version 1\n# a \"quoted\" one\nkernel 4.4\ntask 1\n  write 0 +8\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	plain, err := b.build()
	if err != nil {
		t.Fatal(err)
	}
	if plain.byName[staticAnswer] != nil || strings.Contains(string(plain.byName["index.html"].body), "oembed") {
		t.Error("a site that does not know its address has an answer")
	}
	if picture := plain.byName[posterFolder+"/"+staticRun+".svg"]; picture == nil || !strings.HasPrefix(string(picture.body), "<svg") {
		t.Error("the scenario has no poster")
	}

	b.base = "https://docs.example/blk"
	site, err := b.build()
	if err != nil {
		t.Fatal(err)
	}
	var answer struct {
		Version, Type, HTML string
		Width, Height       int
	}
	if err := json.Unmarshal(site.byName[staticAnswer].body, &answer); err != nil {
		t.Fatal(err)
	}
	if answer.Version != "1.0" || answer.Type != "rich" || answer.Width == 0 || answer.Height == 0 {
		t.Errorf("%+v", answer)
	}
	if !strings.HasPrefix(answer.HTML, `<iframe src="https://docs.example/blk/embed.html#text=version%201`) || strings.Count(answer.HTML, "<") != 2 {
		t.Error(answer.HTML)
	}
	if index := string(site.byName["index.html"].body); !strings.Contains(index, `href="https://docs.example/blk/oembed.json"`) {
		t.Errorf("the page does not lead to it: %s", index)
	}

	b.base = "docs.example"
	if _, err := b.build(); err == nil {
		t.Error("half an address is taken")
	}
}
