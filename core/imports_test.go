package core_test

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path"
	"strconv"
	"strings"
	"testing"
)

// layers of the house, the lowest first: a package imports only from layers
// below its own, or from its own layer if that says so. The first pattern that
// fits a package is its.
var layers = []struct {
	name     string
	patterns []string
	sideways bool // packages of the layer may import each other
}{
	{"nouns without a kernel", []string{"core/sim", "core/trace", "core/trace/*", "core/scenario", "core/observe"}, true},
	{"block and devices", []string{"core/block", "core/block/*", "core/disk"}, true},
	{"elevators", []string{"core/elevator", "core/elevator/*"}, false},
	{"generations", []string{"core/linux*"}, false},
	{"machine", []string{"core"}, false},
	{"what uses a machine", []string{"core/*"}, true},
	{"command line", []string{"core/cmd/*", "core/cmd/*/*"}, true},
	{"around core", []string{"wasm/*", "wasm/*/*", "build", "build/*", "build/*/*", "e2e/*", "e2e/*/*"}, true},
}

// engineLayers are what the browser's engine links: every layer up to the machine.
const engineLayers = 5

// banned in the engine's packages: what would make a run depend on more than its
// scenario, and what would make the binary heavy.
var banned = map[string]string{
	"time":          "simulated time is sim.Time",
	"os":            "a run has no surroundings",
	"sync":          "core has one thread",
	"math/rand":     "chance comes out of the scenario's seeds",
	"math/rand/v2":  "chance comes out of the scenario's seeds",
	"unsafe":        "",
	"fmt":           "adds 0.1 MB to the engine: strconv and errors do",
	"encoding/json": "adds 0.2 MB to the engine",
	"reflect":       "adds to the engine, and hides types",
	"net":           "a run has no surroundings",
	"net/http":      "a run has no surroundings",
}

// source is a Go file of ours.
type source struct {
	dir, name string
	file      *ast.File
}

func (s source) test() bool { return strings.HasSuffix(s.name, "_test.go") }

func (s source) imports() []string {
	var names []string
	for _, spec := range s.file.Imports {
		name, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			panic(err) // the parser took it
		}
		names = append(names, name)
	}
	return names
}

func layerOf(dir string) int {
	for i, l := range layers {
		for _, pattern := range l.patterns {
			if ok, _ := path.Match(pattern, dir); ok {
				return i
			}
		}
	}
	return -1
}

// sources parses every Go file that git knows or would add.
func sources(t *testing.T) []source {
	t.Helper()
	cmd := exec.Command("git", "ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate", "*.go")
	cmd.Dir = ".."
	out, err := cmd.Output()
	if err != nil {
		t.Fatal("git ls-files: ", err)
	}
	var list []source
	fset := token.NewFileSet()
	for _, name := range strings.Fields(string(bytes.TrimSpace(out))) {
		f, err := parser.ParseFile(fset, path.Join("..", name), nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, source{path.Dir(name), name, f})
	}
	if len(list) < 20 {
		t.Fatalf("only %d Go files found", len(list))
	}
	return list
}

func TestImportsGoOneWay(t *testing.T) {
	for _, s := range sources(t) {
		from := layerOf(s.dir)
		if from < 0 {
			t.Errorf("%s: its package has no layer", s.name)
			continue
		}
		if s.test() { // a test may use what stands above its package
			continue
		}
		for _, name := range s.imports() {
			dir, ours := strings.CutPrefix(name, "blkplay/")
			if !ours {
				continue
			}
			to := layerOf(dir)
			if to > from || to == from && !layers[from].sideways && !partOf(dir, s.dir) {
				t.Errorf("%s (%s) imports %s (%s)", s.name, layers[from].name, dir, layers[max(to, 0)].name)
			}
		}
	}
}

// partOf lets core/elevator/cfq import core/elevator, and the other way round.
func partOf(a, b string) bool {
	return strings.HasPrefix(a, b+"/") || strings.HasPrefix(b, a+"/")
}

func TestEngineIsAlone(t *testing.T) {
	all := sources(t)
	linked := engineParts(all)
	if _, err := os.Stat("../wasm/engine"); err == nil && !linked["core"] {
		t.Fatal("the engine does not link core: this test looks at the wrong packages")
	}
	for _, s := range all {
		border := strings.HasPrefix(s.dir, "wasm/") // it hands out addresses
		if s.test() || layerOf(s.dir) >= engineLayers && !linked[s.dir] {
			continue
		}
		for _, name := range s.imports() {
			if why, bad := banned[name]; bad && !(border && name == "unsafe") {
				t.Errorf("%s imports %s: %s", s.name, name, why)
			}
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			if _, ok := n.(*ast.GoStmt); ok {
				t.Errorf("%s starts a goroutine", s.name)
			}
			return true
		})
	}
}

// engineParts are our packages that wasm/engine links.
func engineParts(all []source) map[string]bool {
	linked := map[string]bool{"wasm/engine": true}
	for grown := true; grown; {
		grown = false
		for _, s := range all {
			if !linked[s.dir] || s.test() {
				continue
			}
			for _, name := range s.imports() {
				if dir, ours := strings.CutPrefix(name, "blkplay/"); ours && !linked[dir] {
					linked[dir], grown = true, true
				}
			}
		}
	}
	return linked
}
