package main

import (
	"bytes"
	"image/png"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestOffline(t *testing.T) {
	b := tree(t)
	for name, text := range map[string]string{
		"web/offline/sw.ts":                "const [version, ...files] = '@files@'.split(',');\nconsole.log(version, files);\nexport {};\n",
		"web/offline/manifest.webmanifest": `{"start_url": "./index.html", "icons": [{"src": "icon.svg"}]}`,
	} {
		full := filepath.Join(b.root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	site, err := b.build()
	if err != nil {
		t.Fatal(err)
	}
	script := string(site.byName[serviceWorker].body)
	for name, want := range map[string]bool{
		"index.html": true, site.byName["assets/engine.wasm"].out: true, site.byName["assets/playground.js"].out: true, "icon-192.png": true,
		"assets/engine.wasm": false, "sw.js": false, "verify.html": false, "blkplay.html": false, "scenarios/first.blkplay": false, "licenses.txt": false,
	} {
		if strings.Contains(script, ","+name) != want {
			t.Errorf("%s is kept: %v, want %v\n%s", name, !want, want, script)
		}
	}
	for px, name := range map[int]string{192: "icon-192.png", 512: "icon-512.png"} {
		picture, err := png.Decode(bytes.NewReader(site.byName[name].body))
		if err != nil || picture.Bounds().Dx() != px {
			t.Errorf("%s: %v, %v", name, picture.Bounds(), err)
		}
	}

	single := string(site.byName[singlePage].body)
	for _, want := range []string{"data:application/wasm;base64,", "#123456", "<style>"} {
		if !strings.Contains(single, want) {
			t.Errorf("%s lacks %s", singlePage, want)
		}
	}
	for _, f := range site.files {
		if f.hashed && f.name != "assets/wasm_exec.js" && strings.Contains(single, filepath.Base(f.out)) {
			t.Errorf("%s asks for %s", singlePage, f.out)
		}
	}

	srv := newServer(site)
	for changing, status := range map[bool]int{false: 200, true: 404} {
		srv.changing = changing
		w := httptest.NewRecorder()
		srv.ServeHTTP(w, httptest.NewRequest("GET", "/sw.js", nil))
		if w.Code != status {
			t.Errorf("sw.js of a site that changes (%v): %d", changing, w.Code)
		}
	}
}

func TestKept(t *testing.T) {
	for name, want := range map[string]bool{
		"exercise.html": true, "lessons/index.json": true, "lessons/e01.lesson": true, "assets/exercise.js": true, "assets/tools.wasm": true,
		"grade.html": false, "assets/grade.js": false, "assets/desk.wasm": false, "verify.html": false,
		"golden/index.json": false, "traces/x.gz": false,
	} {
		if kept(name) != want {
			t.Errorf("%s is kept: %v", name, !want)
		}
	}
}
