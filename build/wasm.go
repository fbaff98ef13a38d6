package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"blkplay/build/tinygo"
)

// notOnTheSite are the programs of wasm/ that run elsewhere.
var notOnTheSite = map[string]bool{"worker": true}

// addWasm compiles each program of wasm/ to assets/NAME.wasm, and adds the
// script that the toolchain wants beside them.
func (b *builder) addWasm(s *site) error {
	mains, err := filepath.Glob(filepath.Join(b.root, "wasm", "*", "main*.go"))
	if err != nil {
		return err
	}
	done := map[string]bool{}
	for _, main := range mains {
		name := filepath.Base(filepath.Dir(main))
		if notOnTheSite[name] || done[name] || strings.HasSuffix(main, "_test.go") {
			continue
		}
		done[name] = true
		wasm, err := b.compileWasm(name)
		if err != nil {
			return err
		}
		s.add("assets/"+name+".wasm", wasm).hashed = true
		if err := b.licenses.addModules(b.root, "./wasm/"+name); err != nil {
			return err
		}
	}
	glue, err := wasmExec()
	if err != nil {
		return err
	}
	b.licenses["Go"] = filepath.Join(filepath.Dir(glue), "..", "..")
	if b.tinygo != nil {
		b.licenses["TinyGo"] = b.tinygo.Sources()
	}
	text, err := os.ReadFile(glue)
	if err != nil {
		return err
	}
	s.add("assets/wasm_exec.js", text).hashed = true
	return nil
}

// small are the programs that TinyGo compiles where it is there; the others need
// what only Go has.
var small = map[string]tinygo.Memory{"engine": tinygo.Regions, "tools": tinygo.Collected}

func (b *builder) compileWasm(name string) ([]byte, error) {
	out := filepath.Join(b.cache, name+".wasm")
	if err := os.MkdirAll(b.cache, 0o777); err != nil {
		return nil, err
	}
	if memory, ok := small[name]; ok && b.tinygo != nil {
		return b.compileSmall(name, memory)
	}
	cmd := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", out, "./wasm/"+name)
	cmd.Dir = b.root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if text, err := cmd.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("go build ./wasm/%s: %w\n%s", name, err, text)
	}
	return os.ReadFile(out)
}

// compileSmall compiles with TinyGo, unless the sources are those of the last
// time: it takes ten seconds, and remembers less than Go does.
func (b *builder) compileSmall(name string, memory tinygo.Memory) ([]byte, error) {
	key, err := b.goSources()
	if err != nil {
		return nil, err
	}
	out := filepath.Join(b.cache, name+".small.wasm")
	made := out + ".key"
	key += b.tinygo.Sources()
	if last, err := os.ReadFile(made); err == nil && string(last) == key {
		if wasm, err := os.ReadFile(out); err == nil {
			return wasm, nil
		}
	}
	os.Remove(made)
	if err := b.tinygo.Build(b.root, "./wasm/"+name, out, memory); err != nil {
		return nil, err
	}
	if err := os.WriteFile(made, []byte(key), 0o666); err != nil {
		return nil, err
	}
	return os.ReadFile(out)
}

// goSources is a sum over the Go files that a small program may be made of.
func (b *builder) goSources() (string, error) {
	h := sha256.New()
	for _, dir := range []string{"core", "wasm"} {
		if !exists(filepath.Join(b.root, dir)) {
			continue
		}
		err := eachFile(filepath.Join(b.root, dir), func(name, full string) error {
			if filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
				return nil
			}
			text, err := os.ReadFile(full)
			fmt.Fprintln(h, dir, name, len(text))
			h.Write(text)
			return err
		})
		if err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

// wasmExec is the toolchain's own script: it must be of the Go that compiles.
func wasmExec() (string, error) {
	out, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return "", fmt.Errorf("go env GOROOT: %w", err)
	}
	return filepath.Join(strings.TrimSpace(string(out)), "lib", "wasm", "wasm_exec.js"), nil
}
