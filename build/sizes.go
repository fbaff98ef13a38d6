package main

import (
	"fmt"
	"io"
	"sort"
	"strings"
)

// budget is the most that a file may weigh on its way to a reader.
type budget struct {
	name string // in the site, before its hash
	kib  int
	gz   bool // measured as gzip; else as brotli
}

// budgets are for files that are there; those of parts to come stand here with them.
var budgets = []budget{
	{name: "assets/engine.wasm", kib: 70},
	{name: "blk-play.js", kib: 5, gz: true},
	{name: "assets/element.js", kib: 30},
	{name: "assets/element.zh.js", kib: 40}, // the engine tells causes in English; these it brings itself
}

// printSizes prints a line for each file, the heaviest first, and fails if one
// is over its budget; small says that TinyGo made the engine.
func (s *site) printSizes(w io.Writer, small bool) error {
	files := append([]*file(nil), s.files...)
	sort.SliceStable(files, func(i, j int) bool { return files[i].weight() > files[j].weight() })
	fmt.Fprintf(w, "%-44s %10s %10s %10s   budget\n", "file", "bytes", "gzip", "brotli")
	var over []string
	for _, f := range files {
		fmt.Fprintf(w, "%-44s %10d %10s %10s   %s\n", f.name, len(f.body), size(f.gz), size(f.br), f.verdict(&over, small))
	}
	if len(over) > 0 {
		return fmt.Errorf("over budget: %s", strings.Join(over, ", "))
	}
	return nil
}

// verdict says what part of its budget f takes, and adds f to over if it takes more.
func (f *file) verdict(over *[]string, small bool) string {
	for _, b := range budgets {
		if b.name != f.name {
			continue
		}
		if b.name == "assets/engine.wasm" && !small {
			b.kib = 490 // Go's runtime alone is over 400
		}
		n, how := len(f.br), "br"
		if b.gz {
			n, how = len(f.gz), "gz"
		}
		if n > b.kib*1024 {
			*over = append(*over, f.name)
		}
		return fmt.Sprintf("%d of %d KiB %s", (n+1023)/1024, b.kib, how)
	}
	return ""
}

// weight is what f weighs for a reader with a current browser.
func (f *file) weight() int {
	if f.br != nil {
		return len(f.br)
	}
	return len(f.body)
}

func size(packed []byte) string {
	if packed == nil {
		return "-"
	}
	return fmt.Sprint(len(packed))
}
