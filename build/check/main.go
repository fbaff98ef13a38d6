// Command check runs every test there is, whatever fails on the way, and ends
// with one line of totals. It fails if a test fails, is skipped, or if a step
// ran none.
//
//	go run ./build/check            all steps
//	go run ./build/check vet node   only these
package main

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// tally counts tests.
type tally struct{ passed, failed int }

func (t *tally) add(u tally) { t.passed += u.passed; t.failed += u.failed }

// step is a command, or several, that tests something.
type step struct {
	name string
	run  func() tally
}

func main() {
	fuzzTime := flag.Duration("fuzztime", 5*time.Second, "how long each fuzz test goes on")
	flag.Parse()
	steps := []step{
		{"gofmt", gofmt},
		{"vet", vet},
		{"go", goTests},
		{"fuzz", func() tally { return fuzz(*fuzzTime) }},
		{"types", types},
		{"node", func() tally { return nodeTests("web", "test/run.mjs") }},
		{"build", func() tally { return whole(command("go", "run", "./build", "-compiler", "tinygo")) }},
		{"node with TinyGo's programs", func() tally {
			return nodeTests("web", "test/run.mjs", "SMALL_WASM="+filepath.Join(root(), ".cache", "build"))
		}},
		{"e2e", func() tally { return nodeTests("e2e", "run.js") }},
	}
	var total tally
	start := time.Now()
	for _, s := range steps {
		if flag.NArg() > 0 && !slices.Contains(flag.Args(), s.name) {
			continue
		}
		began := time.Now()
		fmt.Printf("== %s\n", s.name)
		t := s.run()
		if t == (tally{}) {
			fmt.Printf("%s: ran nothing\n", s.name)
			t.failed = 1
		}
		fmt.Printf("== %s: %d passed, %d failed, %.0f s\n\n", s.name, t.passed, t.failed, time.Since(began).Seconds())
		total.add(t)
	}
	fmt.Printf("all in %.0f s\n", time.Since(start).Seconds())
	fmt.Printf("%d passed, %d failed\n", total.passed, total.failed)
	if total.failed > 0 || total.passed == 0 {
		os.Exit(1)
	}
}

// root is the folder that all this runs in: that of go.mod.
func root() string {
	dir, err := os.Getwd()
	if err != nil {
		panic(err)
	}
	return dir
}

// command is a command whose output is shown.
func command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(name, args...)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stdout
	return cmd
}

// whole runs a command that is one test.
func whole(cmd *exec.Cmd) tally {
	if err := cmd.Run(); err != nil {
		fmt.Printf("FAIL %s: %v\n", strings.Join(cmd.Args, " "), err)
		return tally{failed: 1}
	}
	return tally{passed: 1}
}

// lines runs a command and hands each line that it prints to each.
func lines(cmd *exec.Cmd, each func(line string)) error {
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	cmd.Stderr = os.Stdout
	if err := cmd.Start(); err != nil {
		return err
	}
	in := bufio.NewReader(out)
	for {
		line, err := in.ReadString('\n')
		if line != "" {
			each(strings.TrimSuffix(line, "\n"))
		}
		if err == io.EOF {
			return cmd.Wait()
		}
		if err != nil {
			return err
		}
	}
}
