package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"
)

// gofmt is one test: every file of ours is formatted.
func gofmt() tally {
	cmd := exec.Command("git", "ls-files", "--cached", "--others", "--exclude-standard", "*.go")
	files, err := cmd.Output()
	if err != nil {
		fmt.Println(err)
		return tally{failed: 1}
	}
	out, err := exec.Command("gofmt", append([]string{"-l"}, strings.Fields(string(files))...)...).CombinedOutput()
	if err != nil || len(out) > 0 {
		fmt.Printf("not formatted:\n%s", out)
		return tally{failed: 1}
	}
	return tally{passed: 1}
}

// vet looks at what this machine runs, and at what browsers and the edge run.
func vet() tally {
	t := whole(command("go", "vet", "./..."))
	wasm := command("go", "vet", "./wasm/...")
	wasm.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	t.add(whole(wasm))
	return t
}

// testEvent is a line of go test -json.
type testEvent struct {
	Action  string
	Package string
	Test    string
	Output  string
	Elapsed float64
}

// goTests runs go test on every package. Of a test that passes only its package
// is printed.
func goTests() tally {
	var t tally
	failed := map[string]int{} // by package
	output := map[string]*strings.Builder{}
	err := lines(exec.Command("go", "test", "-json", "./..."), func(line string) {
		var e testEvent
		if json.Unmarshal([]byte(line), &e) != nil {
			fmt.Println(line)
			return
		}
		key := e.Package + " " + e.Test
		switch e.Action {
		case "output", "build-output":
			if output[key] == nil {
				output[key] = &strings.Builder{}
			}
			output[key].WriteString(e.Output)
		case "build-fail":
			fmt.Print(output[key])
			t.failed++
		case "pass", "fail", "skip":
			e.tell(&t, failed, output[key])
			delete(output, key)
		}
	})
	if err != nil && t.failed == 0 {
		fmt.Println("FAIL go test:", err)
		t.failed++
	}
	return t
}

// tell counts the end of a test or package and prints what a reader wants of it.
func (e *testEvent) tell(t *tally, failed map[string]int, output *strings.Builder) {
	switch {
	case e.Test != "" && e.Action == "pass":
		t.passed++
	case e.Test != "":
		t.failed++
		failed[e.Package]++
		fmt.Printf("%s %s %s\n", strings.ToUpper(e.Action), e.Package, e.Test)
		if output != nil {
			fmt.Print(output)
		}
	case e.Action == "fail":
		if failed[e.Package] == 0 { // it did not build, or ended before its tests did
			t.failed++
			if output != nil {
				fmt.Print(output)
			}
		}
		fmt.Printf("FAIL %s %.1f s\n", e.Package, e.Elapsed)
	case e.Action == "pass":
		fmt.Printf("ok   %s %.1f s\n", e.Package, e.Elapsed)
	}
}

// fuzz lets each fuzz test look for new inputs for a while.
func fuzz(d time.Duration) tally {
	var t tally
	var names []string
	err := lines(exec.Command("go", "test", "-list", "^Fuzz", "./..."), func(line string) {
		if strings.HasPrefix(line, "Fuzz") {
			names = append(names, line)
			return
		}
		if fields := strings.Fields(line); len(fields) > 1 && fields[0] == "ok" {
			for _, name := range names {
				t.add(fuzzOne(fields[1], name, d))
			}
		}
		names = nil
	})
	if err != nil {
		fmt.Println("FAIL go test -list:", err)
		t.failed++
	}
	return t
}

// fuzzOne lets one fuzz test look for new inputs. On a busy machine go test may
// fail because the time ran out in the middle of an input: it says "context
// deadline exceeded", and has written no input that fails. That says nothing of
// what is tested, so it is done again; an input that fails would be written.
func fuzzOne(pkg, name string, d time.Duration) tally {
	const tries = 3
	for try := 1; ; try++ {
		cmd := exec.Command("go", "test", "-run", "^$", "-fuzz", "^"+name+"$", "-fuzztime", d.String(), pkg)
		ranOut, found := false, false
		err := lines(cmd, func(line string) {
			fmt.Println(line)
			ranOut = ranOut || strings.TrimSpace(line) == "context deadline exceeded"
			found = found || strings.Contains(line, "Failing input written")
		})
		if err == nil {
			return tally{passed: 1}
		}
		if !ranOut || found || try == tries {
			fmt.Printf("FAIL %s %s: %v\n", pkg, name, err)
			return tally{failed: 1}
		}
	}
}
