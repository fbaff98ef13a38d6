package tinygo

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// edit is a change to a file of TinyGo: what stands there once, and what is to.
type edit struct{ file, from, to string }

// changes let one program have two kinds of code. With -opt=2 all of it would be
// compiled for speed, which makes what runs once (reading, writing, telling) half
// as big again; here only what a bio passes through is.
var changes = []edit{
	{"compiler/symbol.go", "if c.SizeLevel >= 1 {", "if c.sizeLevel() >= 1 {"},
	{"compiler/symbol.go", "if c.SizeLevel >= 2 {", "if c.sizeLevel() >= 2 {"},
	{"compiler/symbol.go", "// addStandardDeclaredAttributes adds", `// sizeLevel is how small the functions of this package are to be.
func (c *compilerContext) sizeLevel() int {
	path := ""
	if c.pkg != nil {
		path = c.pkg.Path()
	}
	for prefix, level := range map[string]int{
		"blkplay/core/sim":      0,
		"blkplay/core/block":    0,
		"blkplay/core/linux618": 1,
	} {
		if strings.HasPrefix(path, prefix) {
			return level
		}
	}
	return 2
}

// addStandardDeclaredAttributes adds`},
}

// lean are changes for programs that use no reflection. Their interfaces compare
// types by address: what a type is called and made of is an eighth of the engine.
// A program with a garbage collector is left as it is.
var lean = []edit{
	{"compiler/interface.go", "ptrNumMethods, false), // numMethods\n\t\t\t\tc.getTypeCode(typ.Elem()),",
		"ptrNumMethods, false), // numMethods\n\t\t\t\tc.related(typ.Elem()),"},
	{"compiler/interface.go", "c.getTypeCode(typ.Underlying()),                          // underlying",
		"c.related(typ.Underlying()), // underlying"},
	{"compiler/interface.go", "// getTypeCode returns a reference to a type code.", `// related is the type code of a type that another's description names.
func (c *compilerContext) related(typ types.Type) llvm.Value {
	if c.NeedsStackObjects {
		return c.getTypeCode(typ)
	}
	return llvm.ConstPointerNull(c.dataPtrType)
}

// getTypeCode returns a reference to a type code.`},
	// Kept by every program, and called by none on a processor that has these.
	{"src/runtime/float.go", "//export fminimum\n", ""},
	{"src/runtime/float.go", "//export fminimumf\n", ""},
	{"src/runtime/float.go", "//export fmaximum\n", ""},
	{"src/runtime/float.go", "//export fmaximumf\n", ""},
}

// change makes the changes to the sources in root.
func change(root string) error {
	for _, e := range slices.Concat(changes, lean) {
		name := filepath.Join(root, filepath.FromSlash(e.file))
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if n := strings.Count(string(text), e.from); n != 1 {
			return fmt.Errorf("%s has %d times %q", name, n, e.from)
		}
		if err := os.WriteFile(name, []byte(strings.Replace(string(text), e.from, e.to, 1)), 0o666); err != nil {
			return err
		}
	}
	return nil
}
