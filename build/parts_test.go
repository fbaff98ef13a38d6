package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// withPart writes a page's script whose part needs what the page has too.
func withPart(t *testing.T, b *builder, says string) {
	t.Helper()
	for name, text := range map[string]string{
		"web/playground/main.ts": "import {x} from './x';\nconsole.log(x);\nonclick = async () => (await import('./part')).show();\n",
		"web/playground/part.ts": "import {x} from './x';\nexport function show(): void { alert('" + says + "' + x); }\n",
		"web/playground/x.ts":    "export const x = [String(Math.random())].map((s) => 'common' + s).join();\n",
	} {
		if err := os.WriteFile(filepath.Join(b.root, filepath.FromSlash(name)), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// partOf returns the one file of the site beside the page's script.
func partOf(t *testing.T, s *site) *file {
	t.Helper()
	var found *file
	for _, f := range s.files {
		if strings.HasPrefix(f.name, "assets/part-") {
			if found != nil {
				t.Fatalf("two parts: %s, %s", found.name, f.name)
			}
			found = f
		}
	}
	if found == nil {
		t.Fatal("no part")
	}
	return found
}

func TestPart(t *testing.T) {
	b := tree(t)
	withPart(t, b, "first")
	site, err := b.build()
	if err != nil {
		t.Fatal(err)
	}
	main, part := site.byName["assets/playground.js"], partOf(t, site)
	for _, row := range []struct {
		in, what string
		has      bool
	}{
		{string(main.body), "common", true},
		{string(main.body), "first", false},
		{string(main.body), "./" + filepath.Base(part.out), true},
		{string(part.body), "first", true},
		{string(part.body), "common", false},
		{string(part.body), "./" + filepath.Base(main.out), true},
		{string(site.byName["index.html"].body), main.out, true},
		{string(site.byName[singlePage].body), "first", true},
	} {
		if strings.Contains(row.in, row.what) != row.has {
			t.Errorf("%q: %v, want %v in\n%s", row.what, !row.has, row.has, row.in)
		}
	}

	again, err := b.build()
	if err != nil {
		t.Fatal(err)
	}
	if again.byName["assets/playground.js"].out != main.out || partOf(t, again).out != part.out {
		t.Error("the same sources gave other names")
	}
	withPart(t, b, "second")
	changed, err := b.build()
	if err != nil {
		t.Fatal(err)
	}
	if changed.byName["assets/playground.js"].out == main.out {
		t.Error("a part changed, and the script that names it did not")
	}
}

func TestCircleIsNamedTogether(t *testing.T) {
	names := func(text string) (a, b, c string) {
		s := newSite()
		page := s.add("index.html", []byte(`<script src="assets/a.js">`))
		page.page = true
		fa := s.add("assets/a.js", []byte(`import("./b.js")`))
		fb := s.add("assets/b.js", []byte(`import "./a.js"; import "./c.js"; `+text))
		fc := s.add("assets/c.js", []byte(`1`))
		fa.hashed, fb.hashed, fc.hashed = true, true, true
		s.nameByContents()
		for _, f := range s.files {
			for _, plain := range []string{"/a.js", "/b.js", "/c.js"} {
				if strings.Contains(string(f.body), plain) {
					t.Errorf("%s still says %s: %s", f.name, plain, f.body)
				}
			}
		}
		return fa.out, fb.out, fc.out
	}
	a, b, c := names("1")
	a2, b2, c2 := names("2")
	if a == a2 || b == b2 || c != c2 {
		t.Errorf("b changed: %s %s, %s %s, %s %s", a, a2, b, b2, c, c2)
	}
}
