// Command digests prints every golden case as a scenario text and what its run
// leaves, computed natively: a JSON list, for digests.test.js to compare with
// what either WebAssembly build leaves in each place where one runs.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"unsafe"

	"blkplay/core"
	"blkplay/core/conform"
	"blkplay/core/scenario"
	"blkplay/core/trace"
)

// digest is of one case; web/engine/digest.ts has its twin.
type digest struct {
	Name    string `json:"name"`
	Text    string `json:"text"`
	Records int    `json:"records"`
	Sum     uint32 `json:"sum"`  // over all records, causes too
	Hash    string `json:"hash"` // of blktrace's lines
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "digests:", err)
		os.Exit(1)
	}
}

func run() error {
	files, err := filepath.Glob("core/testdata/conformance/*.jsonl.gz")
	if err != nil || len(files) == 0 {
		return errors.Join(errors.New("no golden files here"), err)
	}
	var list []digest
	for _, name := range files {
		if list, err = appendFile(list, name); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return json.NewEncoder(os.Stdout).Encode(list)
}

func appendFile(list []digest, name string) ([]digest, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	cases, err := conform.NewReader(f)
	if err != nil {
		return nil, err
	}
	for {
		c, err := cases.Next()
		if err == io.EOF {
			return list, nil
		}
		if err != nil {
			return nil, err
		}
		d, err := digestOf(filepath.Base(name)+" "+c.Name, scenario.Format(c.Scenario()))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", c.Name, err)
		}
		list = append(list, d)
	}
}

func digestOf(name, text string) (digest, error) {
	sc, err := scenario.Parse(text)
	if err != nil {
		return digest{}, err
	}
	m, err := core.New(sc, core.Options{Trace: true, Times: true, Limits: core.Limits{Records: scenario.RecordsMax, Time: scenario.TimeMaxNs}})
	if err != nil {
		return digest{}, err
	}
	for m.Run(core.Forever, 0) == core.Running {
	}
	events := m.Trace().Events()
	lines := m.Text()
	lines.Count(events)
	return digest{name, text, len(events), sum(events), lines.Hash()}, nil
}

// sum is FNV-1a, but of words of 32 bits.
func sum(events []trace.Event) uint32 {
	h := uint32(2166136261)
	words := unsafe.Slice((*uint32)(unsafe.Pointer(unsafe.SliceData(events))), len(events)*trace.Size/4)
	for _, w := range words {
		h = (h ^ w) * 16777619
	}
	return h
}
