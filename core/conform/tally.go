package conform

import (
	"fmt"
	"io"
)

// Result is how one case went.
type Result struct {
	Case *Case
	Diff *Difference // nil: identical
}

// Tally counts the results of one file.
type Tally struct {
	Name      string
	Cases     int
	Identical int
	Failures  []Result // the first few
}

// failuresShown bounds Tally.Failures.
const failuresShown = 3

// Add counts r.
func (t *Tally) Add(r Result) {
	t.Cases++
	if r.Diff == nil {
		t.Identical++
	} else if len(t.Failures) < failuresShown {
		t.Failures = append(t.Failures, r)
	}
}

// Write prints the tally: one line, then the first failures.
func (t *Tally) Write(w io.Writer) {
	fmt.Fprintf(w, "%s: %d of %d identical\n", t.Name, t.Identical, t.Cases)
	for _, f := range t.Failures {
		fmt.Fprintf(w, "  %s: %s", f.Case.Name, f.Diff.Text)
	}
}

// Each runs every case of the file r and calls yield with each result, until
// that returns false. The error is one of reading.
func Each(r io.Reader, yield func(Result) bool) error {
	cases, err := NewReader(r)
	if err != nil {
		return err
	}
	for {
		c, err := cases.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if !yield(Result{c, c.Run()}) {
			return nil
		}
	}
}
