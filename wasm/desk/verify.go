package main

import (
	"bytes"
	"errors"
	"io"
	"time"

	"blkplay/core/conform"
)

// verifier runs golden files, one after another, and shows what comes of it.
type verifier struct {
	fetch func(name string) ([]byte, error)
	pause func() // lets the page draw, and a click arrive
	view  view
	stop  bool // set by a click during a pause
}

// view shows a verification while it goes on.
type view interface {
	// row is told of each change of a file's row; at is the file's number.
	row(at int, f *fileResult)
	// progress is told how many files are done, with a fraction of the one under way.
	progress(files float64)
}

// state is how far a file is.
type state uint8

const (
	waiting state = iota
	loading
	running
	identical // every case that this build models
	differing
	absent // no case's kernel or elevator is modelled by this build
	failed // the file cannot be had or read
	stopped
)

// stateWords are for the style sheet, and keys of what the page says.
var stateWords = [...]string{"waiting", "loading", "running", "identical", "differs", "not modelled", "failed", "stopped"}

func (s state) String() string { return stateWords[s] }

// fileResult is what came of a file, so far.
type fileResult struct {
	conform.Tally // of the cases that this build models
	State         state
	Absent        int   // cases that it does not model
	Why           error // what is wrong, for failed and absent
	Took          time.Duration
}

// sliceMax is how long the page waits for a pause: two frames.
const sliceMax = 32 * time.Millisecond

// run runs the files and returns their results, in the same order.
func (v *verifier) run(names []string) []*fileResult {
	results := make([]*fileResult, len(names))
	for i, name := range names {
		results[i] = &fileResult{Tally: conform.Tally{Name: name}}
		v.view.row(i, results[i])
	}
	for i, f := range results {
		if v.stop {
			f.State = stopped
		} else {
			v.file(i, f)
		}
		v.view.row(i, f)
		if !v.stop {
			v.view.progress(float64(i + 1))
		}
	}
	return results
}

// file loads and runs one file.
func (v *verifier) file(at int, f *fileResult) {
	f.State = loading
	v.view.row(at, f)
	data, err := v.fetch(f.Name)
	if err == nil {
		f.State = running
		v.view.row(at, f)
		err = v.cases(at, f, data)
	}
	switch {
	case err != nil:
		f.State, f.Why = failed, err
	case v.stop:
		f.State = stopped
	case f.Identical < f.Cases:
		f.State = differing
	case f.Cases == 0:
		f.State = absent
	default:
		f.State = identical
	}
}

// cases runs the cases of a file until they end or the verifier is stopped.
func (v *verifier) cases(at int, f *fileResult, data []byte) error {
	src := bytes.NewReader(data)
	cases, err := conform.NewReader(src)
	if err != nil {
		return err
	}
	from := time.Now()
	for !v.stop {
		c, err := cases.Next()
		if err == io.EOF {
			f.Took += time.Since(from)
			return emptyIf(f.Cases+f.Absent == 0)
		}
		if err != nil {
			return err
		}
		f.one(c)
		if spent := time.Since(from); spent >= sliceMax {
			f.Took += spent
			v.view.row(at, f)
			v.view.progress(float64(at) + float64(len(data)-src.Len())/float64(len(data)))
			v.pause()
			from = time.Now()
		}
	}
	return nil
}

func emptyIf(empty bool) error {
	if empty {
		return errors.New("the file has no cases")
	}
	return nil
}

// one runs a case and counts it.
func (f *fileResult) one(c *conform.Case) {
	if err := c.Modelled(); err != nil {
		f.Absent++
		if f.Why == nil {
			f.Why = err
		}
		return
	}
	f.Add(conform.Result{Case: c, Diff: c.Run()})
}

// sum is what came of all files.
type sum struct {
	files, bad, halted  int // files; those that cannot be read; those that were stopped
	cases, same, absent int
	took                time.Duration
}

func sumOf(results []*fileResult) (s sum) {
	s.files = len(results)
	for _, f := range results {
		s.cases += f.Cases
		s.same += f.Identical
		s.absent += f.Absent
		s.took += f.Took
		switch f.State {
		case failed:
			s.bad++
		case stopped:
			s.halted++
		}
	}
	return s
}

// verdict returns what came of all files: the worst of what came of each, and
// identical only if some case was.
func verdict(results []*fileResult) state {
	worst := absent
	rank := [...]int{absent: 0, identical: 1, stopped: 2, failed: 3, differing: 4}
	for _, f := range results {
		s := f.State
		if s == stopped && f.Identical < f.Cases {
			s = differing
		}
		if rank[s] > rank[worst] {
			worst = s
		}
	}
	return worst
}
