package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// blkplay runs a command in this process.
func blkplay(in string, args ...string) (out, err string, status int) {
	var o, e bytes.Buffer
	status = run(&streams{strings.NewReader(in), &o, &e}, args)
	return o.String(), e.String(), status
}

// file writes a file of its own for a test and returns its name.
func file(t *testing.T, name, text string) string {
	t.Helper()
	name = filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestUsage(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{nil, "usage:"},
		{[]string{"rum"}, `unknown command "rum"`},
		{[]string{"run"}, "exactly one scenario is needed"},
		{[]string{"run", "a", "b"}, "exactly one scenario is needed"},
		{[]string{"run", "-x", "a"}, "flag provided but not defined: -x"},
		{[]string{"run", "a", "-o"}, "flag needs an argument: -o"},
		{[]string{"hash"}, "exactly one scenario is needed"},
		{[]string{"fmt", "-w"}, "-w needs files"},
		{[]string{"convert", "a.txt"}, "an input and an output are needed"},
		{[]string{"conform"}, "a file of golden cases is needed"},
		{[]string{"lint"}, "a lesson is needed"},
		{[]string{"grade", "a"}, "a folder of lessons and files of answers are needed"},
		{[]string{"grade", "-format", "xml", "a", "b"}, "possible are csv, json"},
	} {
		out, err, status := blkplay("", c.args...)
		if status != exitUsage || out != "" || !strings.Contains(err, c.want) {
			t.Errorf("%v: %d %q %q", c.args, status, out, err)
		}
	}
	if out, err, status := blkplay("", "help"); status != 0 || err != "" || !strings.Contains(out, "conform") {
		t.Errorf("help: %d %q %q", status, out, err)
	}
}

func TestErrorsNameTheirPlace(t *testing.T) {
	bad := file(t, "bad.blkplay", "version 1\nkernel 2.6.24\ntask 1\n  wirte 0 +8\n  raed 0 +8\n")
	for _, command := range []string{"run", "hash", "fmt"} {
		out, err, status := blkplay("", command, bad)
		if status != exitFailure || out != "" ||
			!strings.HasPrefix(err, bad+`:4:3: "wirte" is no op; did you mean write?`) ||
			!strings.Contains(err, "\n"+bad+`:5:3: "raed"`) {
			t.Errorf("%s: %d %q %q", command, status, out, err)
		}
		if _, err, status := blkplay("version 2", command, "-"); status != exitFailure || !strings.HasPrefix(err, "<stdin>:1:9: version") {
			t.Errorf("%s: %d %q", command, status, err)
		}
		if _, err, status := blkplay("", command, bad+"x"); status != exitFailure || !strings.Contains(err, "no such file") {
			t.Errorf("%s: %d %q", command, status, err)
		}
	}
}
