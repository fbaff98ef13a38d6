package main

import (
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strconv"
)

// types are two tests: both projects' sources agree with their types.
func types() tally {
	var t tally
	for _, dir := range []string{"web", "e2e"} {
		cmd := command("node_modules/.bin/tsc", "--noEmit", "-p", ".")
		cmd.Dir = dir
		t.add(whole(cmd))
	}
	return t
}

// nodeTotal is a line of the summary of node --test, in either of its reporters.
var nodeTotal = regexp.MustCompile(`^(?:#|ℹ) (pass|fail|cancelled|skipped|todo) (\d+)$`)

// nodeTests runs a script of dir that runs node --test, and counts its tests. More
// is added to the environment.
func nodeTests(dir, script string, more ...string) tally {
	var t tally
	cmd := exec.Command("node", script)
	cmd.Dir, cmd.Env = dir, append(append(os.Environ(), "FORCE_COLOR=0", "NODE_OPTIONS=--test-reporter=spec"), more...)
	err := lines(cmd, func(line string) {
		fmt.Println(line)
		total := nodeTotal.FindStringSubmatch(line)
		if total == nil {
			return
		}
		n, err := strconv.Atoi(total[2])
		if err != nil {
			return
		}
		if total[1] == "pass" {
			t.passed += n
		} else {
			t.failed += n
		}
	})
	if err != nil && t.failed == 0 {
		fmt.Printf("FAIL %s: %v\n", script, err)
		t.failed++
	}
	return t
}
