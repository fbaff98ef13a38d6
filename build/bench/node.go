//go:build !js

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// underNode measures the same program compiled to WebAssembly.
func underNode(bios int64, runs int, only string) error {
	dir, err := os.MkdirTemp("", "blkplay-bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	wasm := filepath.Join(dir, "bench.wasm")
	compile := exec.Command("go", "build", "-o", wasm, "./build/bench")
	compile.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := compile.CombinedOutput(); err != nil {
		return fmt.Errorf("%w\n%s", err, out)
	}
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return err
	}
	start := filepath.Join(strings.TrimSpace(string(goroot)), "lib", "wasm", "wasm_exec_node.js")
	node := exec.Command("node", "--stack-size=8192", start, wasm,
		fmt.Sprintf("-bios=%d", bios), fmt.Sprintf("-runs=%d", runs), "-only="+only)
	node.Stdout, node.Stderr = os.Stdout, os.Stderr
	fmt.Println()
	return node.Run()
}
