// Package tinygo has the compiler that makes the site's WebAssembly small: it
// builds TinyGo from source, once a machine, and compiles with it.
package tinygo

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// Compiler is a TinyGo that is installed.
type Compiler struct{ dir string }

// ErrMissing is what Find returns where there is no TinyGo.
var ErrMissing = errors.New("no TinyGo here: make tinygo builds it")

// Find returns the compiler that Install made.
func Find() (*Compiler, error) {
	dir, err := folder()
	if err != nil {
		return nil, err
	}
	c := &Compiler{dir}
	for _, needed := range []string{c.program(), linker, wasmOpt} {
		if _, err := exec.LookPath(needed); err != nil {
			return nil, ErrMissing
		}
	}
	return c, nil
}

// Memory is how a program's memory is managed.
type Memory string

const (
	// Collected is found unused by a garbage collector.
	Collected Memory = "precise"
	// Regions are freed by the program: package wasm/region must be in it.
	Regions Memory = "none"
)

// Build compiles package pkg of the module at root into the file out: a reactor,
// whose _initialize comes before all other calls. A panic traps.
func (c *Compiler) Build(root, pkg, out string, m Memory) error {
	raw := out + ".raw"
	defer os.Remove(raw)
	compile := exec.Command(c.program(), "build", "-o", raw, "-target", c.target(), "-gc", string(m),
		"-opt", "2", "-no-debug", "-panic", "trap", pkg)
	compile.Dir = root
	compile.Env = append(os.Environ(), "TINYGOROOT="+c.root(), "PATH="+llvmBin+":"+os.Getenv("PATH"))
	if text, err := compile.CombinedOutput(); err != nil {
		return fmt.Errorf("tinygo build %s: %w\n%s", pkg, err, text)
	}
	// The code is as fast as it will be; what is the same twice goes.
	shrink := exec.Command(wasmOpt, "-Oz", "--converge", "--strip-debug", "--strip-producers", "--strip",
		"--enable-bulk-memory", "--enable-sign-ext", "--enable-nontrapping-float-to-int", "--enable-mutable-globals",
		raw, "-o", out)
	if text, err := shrink.CombinedOutput(); err != nil {
		return fmt.Errorf("%s %s: %w\n%s", wasmOpt, pkg, err, text)
	}
	return nil
}

// Sources is where TinyGo's own licence and library are.
func (c *Compiler) Sources() string { return c.root() }

func (c *Compiler) program() string { return filepath.Join(c.dir, "tinygo") }
func (c *Compiler) root() string    { return filepath.Join(c.dir, "root") }
func (c *Compiler) target() string  { return filepath.Join(c.dir, "target.json") }

// What Debian's packages llvm-19-dev, libclang-19-dev, lld-19, clang-19 and
// binaryen bring.
const (
	llvmBin = "/usr/lib/llvm-19/bin"
	linker  = llvmBin + "/wasm-ld"
	wasmOpt = "wasm-opt"
)
