package linux44_test

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"blkplay/core"
	"blkplay/core/scenario"
)

// TestPackageCommentTellsTheTruth runs the workload whose trace the package comment shows.
func TestPackageCommentTellsTheTruth(t *testing.T) {
	sc, err := scenario.Parse(`version 1
kernel 4.4
elevator noop
device linear depth=1
task 1
  start_plug
  write 100 +8
  write 92 +8
  finish_plug
  wait
`)
	if err != nil {
		t.Fatal(err)
	}
	m, err := core.New(sc, core.Options{Trace: true})
	if err != nil {
		t.Fatal(err)
	}
	m.Run(core.Forever, 0)
	var got []string
	for _, e := range m.Trace().Events() {
		if !e.Kind.Traced() {
			continue
		}
		line := e.Kind.Letter()
		switch line {
		case "P":
		case "U":
			line += " " + strconv.Itoa(int(e.Sectors))
		default:
			line += " " + e.RWBS.String() + " " + strconv.FormatInt(e.Sector, 10) + "+" + strconv.Itoa(int(e.Sectors))
		}
		got = append(got, line)
	}
	if want := commentTrace(t); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("the model gives\n%s\nthe comment says\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// commentTrace returns the lines of doc.go that begin with an action, without their remarks.
func commentTrace(t *testing.T) (lines []string) {
	text, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(string(text), "\n") {
		rest, ok := strings.CutPrefix(line, "//\t")
		if !ok || rest == "" || !strings.Contains("QGPMFIUDC", rest[:1]) || len(rest) > 1 && rest[1] != ' ' {
			continue
		}
		event, _, _ := strings.Cut(rest, "   ")
		lines = append(lines, event)
	}
	if len(lines) == 0 {
		t.Fatal("doc.go shows no trace")
	}
	return lines
}
