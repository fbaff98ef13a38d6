package tinygo

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
)

const (
	module  = "github.com/tinygo-org/tinygo"
	version = "v0.41.1"
	sum     = "h1:Hp1Frc4zQALL88t49XraSZEwkIYEjMOmmurlmsTigzE="
)

// folder is the one of this TinyGo, for all modules of this user; its name changes
// with all that Install does.
func folder() (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = filepath.Join(os.TempDir(), "blkplay-cache")
	}
	h := sha256.New()
	fmt.Fprint(h, sum, changes, lean, overrides)
	return filepath.Join(cache, "blkplay", "tinygo-"+version+"-"+hex.EncodeToString(h.Sum(nil))[:8]), nil
}

// Install builds TinyGo, unless it is there: a minute or two. What it needs is
// there already: see build/need.
func Install(progress io.Writer) error {
	if _, err := Find(); err == nil {
		return nil
	}
	dir, err := folder()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o777); err != nil {
		return err
	}
	// Under another name, so that what stands under the right one is whole.
	making, err := os.MkdirTemp(filepath.Dir(dir), "making-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(making)
	if err := (&Compiler{making}).make(progress); err != nil {
		return err
	}
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	if err := os.Rename(making, dir); err != nil {
		return err
	}
	_, err = Find()
	return err
}

func (c *Compiler) make(progress io.Writer) error {
	fmt.Fprintf(progress, "building TinyGo %s, once on this machine: a minute or two\n", version)
	sources, err := download()
	if err != nil {
		return err
	}
	if err := os.CopyFS(c.root(), os.DirFS(sources)); err != nil {
		return err
	}
	// A submodule, which the module's archive leaves out.
	if err := os.MkdirAll(filepath.Join(c.root(), "src", "net"), 0o777); err != nil {
		return err
	}
	if err := change(c.root()); err != nil {
		return err
	}
	if err := c.writeTarget(); err != nil {
		return err
	}
	build := exec.Command("go", "build", "-trimpath", "-tags", "llvm19", "-o", c.program(), ".")
	build.Dir = c.root()
	build.Env = append(os.Environ(), "GOOS=", "GOARCH=", "GOFLAGS=-mod=mod", "GOWORK=off", "CGO_ENABLED=1",
		"CC="+llvmBin+"/clang", "CXX="+llvmBin+"/clang++")
	if text, err := build.CombinedOutput(); err != nil {
		return fmt.Errorf("go build %s: %w\n%s", module, err, text)
	}
	return nil
}

// download returns the folder of the module's sources, which are those meant.
func download() (string, error) {
	get := exec.Command("go", "mod", "download", "-json", module+"@"+version)
	get.Dir = os.TempDir() // no module of ours
	get.Stderr = os.Stderr
	text, err := get.Output()
	var m struct{ Dir, Sum, Error string }
	if broken := json.Unmarshal(text, &m); broken != nil {
		return "", errors.Join(err, broken)
	}
	switch {
	case m.Error != "":
		return "", errors.New(m.Error)
	case m.Sum != sum:
		return "", fmt.Errorf("%s@%s is %s, not %s", module, version, m.Sum, sum)
	}
	return m.Dir, nil
}

// overrides of target wasm-unknown: a module that imports nothing of its host.
// What browsers of the last years know is used; bulk memory spares a libc.
var overrides = map[string]any{
	"libc":               nil,
	"rtlib":              nil,
	"cpu":                "generic",
	"features":           "+bulk-memory,+mutable-globals,+nontrapping-fptoint,+sign-ext,-multivalue,-reference-types",
	"cflags":             []string{"-mbulk-memory", "-mnontrapping-fptoint", "-mno-multivalue", "-mno-reference-types", "-msign-ext"},
	"default-stack-size": 65536,
}

func (c *Compiler) writeTarget() error {
	text, err := os.ReadFile(filepath.Join(c.root(), "targets", "wasm-unknown.json"))
	if err != nil {
		return err
	}
	var target map[string]any
	if err := json.Unmarshal(text, &target); err != nil {
		return err
	}
	for key, value := range overrides {
		if value == nil {
			delete(target, key)
		} else {
			target[key] = value
		}
	}
	if text, err = json.MarshalIndent(target, "", "\t"); err != nil {
		return err
	}
	return os.WriteFile(c.target(), text, 0o666)
}
