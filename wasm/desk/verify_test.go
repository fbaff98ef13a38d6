package main

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
)

// sheet is a view that remembers.
type sheet struct {
	states [][]state // by file
	far    []float64
}

func (s *sheet) row(at int, f *fileResult) {
	for len(s.states) <= at {
		s.states = append(s.states, nil)
	}
	list := s.states[at]
	if len(list) == 0 || list[len(list)-1] != f.State {
		s.states[at] = append(list, f.State)
	}
}

func (s *sheet) progress(files float64) { s.far = append(s.far, files) }

// first returns the first n cases of a golden file as a file of their own.
func first(t *testing.T, name string, n int) []byte {
	t.Helper()
	f, err := os.Open("../../core/testdata/conformance/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	lines := bytes.SplitAfterN(text, []byte("\n"), n+1)
	return bytes.Join(lines[:n], nil)
}

func TestVerify(t *testing.T) {
	good := first(t, "2.6.24-noop.jsonl.gz", 20)
	wrong := bytes.Replace(good, []byte(`"G"`), []byte(`"X"`), 1)
	files := map[string][]byte{
		"good":    good,
		"wrong":   wrong,
		"foreign": bytes.ReplaceAll(good, []byte(`"kernel":"2.6.24"`), []byte(`"kernel":"2.4.0"`)),
		"cut":     good[:len(good)-40],
		"empty":   {},
	}
	s := &sheet{}
	v := &verifier{view: s, pause: func() {}, fetch: func(name string) ([]byte, error) {
		if data, ok := files[name]; ok {
			return data, nil
		}
		return nil, errors.New("404 Not Found")
	}}
	results := v.run([]string{"good", "wrong", "foreign", "cut", "empty", "gone"})
	var got []string
	for _, f := range results {
		got = append(got, fmt.Sprintf("%s: %v %d/%d %d", f.Name, f.State, f.Identical, f.Cases, f.Absent))
	}
	want := []string{
		"good: identical 20/20 0",
		"wrong: differs 19/20 0",
		"foreign: not modelled 0/0 20",
		"cut: failed 19/19 0",
		"empty: failed 0/0 0",
		"gone: failed 0/0 0",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if d := results[1].Failures[0].Diff; d.What != "event" {
		t.Errorf("the difference is one of %s", d.What)
	}
	if got, want := sumOf(results), (sum{files: 6, bad: 3, cases: 59, same: 58, absent: 20}); got.took <= 0 {
		t.Error("it took no time")
	} else if got.took = 0; got != want {
		t.Errorf("the sum is %+v, want %+v", got, want)
	}
	for _, c := range []struct {
		of   []*fileResult
		want state
	}{{results, differing}, {results[:1], identical}, {results[2:3], absent}, {results[2:], failed}, {nil, absent}} {
		if got := verdict(c.of); got != c.want {
			t.Errorf("the verdict on %d files is %v, want %v", len(c.of), got, c.want)
		}
	}
	if want := "[waiting loading running identical]"; fmt.Sprint(s.states[0]) != want {
		t.Errorf("the first row showed %v, want %s", s.states[0], want)
	}
	if s.far[len(s.far)-1] != 6 {
		t.Errorf("progress ends at %v", s.far)
	}
}

func TestStop(t *testing.T) {
	v := &verifier{view: &sheet{}, pause: func() {}}
	v.fetch = func(string) ([]byte, error) {
		v.stop = true
		return first(t, "2.6.24-noop.jsonl.gz", 3), nil
	}
	results := v.run([]string{"a", "b"})
	for _, f := range results {
		if f.State != stopped || f.Cases > 0 {
			t.Errorf("%s: %v after %d cases", f.Name, f.State, f.Cases)
		}
	}
	if got := verdict(results); got != stopped {
		t.Errorf("the verdict is %v", got)
	}
}
