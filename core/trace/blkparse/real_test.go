package blkparse_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"blkplay/core/trace/blkparse"
	"blkplay/core/trace/blktrace"
)

const tracesDir = "../../testdata/traces"

// realTraces are the folders of traces that blktrace made of real kernels.
func realTraces(t testing.TB) []string {
	t.Helper()
	texts, err := filepath.Glob(filepath.Join(tracesDir, "*", "*.blkparse.txt.gz"))
	if err != nil || len(texts) == 0 {
		t.Fatalf("no traces in %s: %v", tracesDir, err)
	}
	var names []string
	for _, path := range texts {
		names = append(names, filepath.Base(filepath.Dir(path)))
	}
	return names
}

func gunzip(t testing.TB, path string) []byte {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(bufio.NewReader(f))
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func realText(t testing.TB, name string) []byte {
	return gunzip(t, filepath.Join(tracesDir, name, name+".blkparse.txt.gz"))
}

// realFiles are the per-CPU files of a trace.
func realFiles(t testing.TB, name string) [][]byte {
	var files [][]byte
	for cpu := 0; ; cpu++ {
		path := filepath.Join(tracesDir, name, name+".blktrace."+strconv.Itoa(cpu)+".gz")
		if _, err := os.Stat(path); err != nil {
			return files
		}
		files = append(files, gunzip(t, path))
	}
}

func merge(files [][]byte) *blktrace.Merge {
	m := blktrace.NewMerge()
	for cpu, data := range files {
		m.Add(blktrace.NewReader(bytes.NewReader(data)), cpu)
	}
	return m
}

// readAll reads until the end; payloads are copied.
func readAll(t testing.TB, next func(*blktrace.Record) error) []blktrace.Record {
	t.Helper()
	var all []blktrace.Record
	for {
		var r blktrace.Record
		err := next(&r)
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		r.Payload = bytes.Clone(r.Payload)
		all = append(all, r)
	}
}

// splitSummary splits a text of blkparse into events and summary.
func splitSummary(text string) (events, summary string) {
	if strings.HasPrefix(text, "CPU") {
		return "", text
	}
	i := strings.Index(text, "\nCPU")
	return text[:i+1], text[i+1:]
}

// withoutInput takes off the lines that name the files; they go to another stream.
func withoutInput(text string) string {
	i := strings.Index(text, "Input file ")
	if i < 0 {
		i = len(text)
	}
	return text[:i]
}

func TestTextOfBinaryIsBlkparses(t *testing.T) {
	for _, name := range realTraces(t) {
		t.Run(name, func(t *testing.T) {
			m := merge(realFiles(t, name))
			text, summary := blkparse.NewText(m.Names), blkparse.NewSummary(name)
			var got []byte
			var r blktrace.Record
			for {
				err := m.Next(&r)
				if err == io.EOF {
					break
				}
				if err != nil {
					t.Fatal(err)
				}
				got = text.Append(got, &r)
				summary.Add(&r)
			}
			events, block := splitSummary(string(realText(t, name)))
			compareLines(t, string(got), events)
			compareLines(t, string(summary.Append(nil)), withoutInput(block))
		})
	}
}

func compareLines(t *testing.T, got, want string) {
	t.Helper()
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	wrong := 0
	for i := range max(len(g), len(w)) {
		a, b := "(end)", "(end)"
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b {
			t.Errorf("line %d\n got %q\nwant %q", i+1, a, b)
			if wrong++; wrong == 3 {
				t.Fatal("...")
			}
		}
	}
}

func TestTextReadsBackToItself(t *testing.T) {
	for _, name := range realTraces(t) {
		t.Run(name, func(t *testing.T) {
			want, _ := splitSummary(string(realText(t, name)))
			r := blkparse.NewReader(strings.NewReader(string(realText(t, name))))
			records := readAll(t, r.Next)
			text := blkparse.NewTextAt(r.Names, 0)
			var got []byte
			for i := range records {
				got = text.Append(got, &records[i])
			}
			compareLines(t, string(got), want)
		})
	}
}

func TestTextReadsAsTheBinaryDoes(t *testing.T) {
	for _, name := range realTraces(t) {
		t.Run(name, func(t *testing.T) {
			m := merge(realFiles(t, name))
			all := readAll(t, m.Next)
			r := blkparse.NewReader(bytes.NewReader(realText(t, name)))
			fromText := readAll(t, r.Next)
			var events []blktrace.Record
			for _, rec := range all {
				if !rec.IsNote() {
					events = append(events, rec)
				}
			}
			if len(events) != len(fromText) {
				t.Fatalf("%d events from binary, %d from text", len(events), len(fromText))
			}
			for i, want := range events {
				want.Time -= events[0].Time
				want.Bytes &^= 511
				if want.Action == blktrace.BackMerge {
					want.Category &^= blktrace.FS // two requests merged; the text does not tell
				}
				if got := fromText[i]; !same(got, want) {
					t.Fatalf("event %d\n got %+v\nwant %+v", i, got, want)
				}
			}
		})
	}
}

// TestFullTextTellsAsMuchAsTheBinary holds the lines of blkparse -f with all fields
// against the binary of the same trace, record by record, and their text in the
// default format against blkparse's own.
func TestFullTextTellsAsMuchAsTheBinary(t *testing.T) {
	for _, name := range realTraces(t) {
		t.Run(name, func(t *testing.T) {
			m := merge(realFiles(t, name))
			all := readAll(t, m.Next)
			full := gunzip(t, filepath.Join(tracesDir, name, name+".full.txt.gz"))
			r := blkparse.NewReader(bytes.NewReader(full))
			got := readAll(t, r.Next)
			if len(all) != len(got) {
				t.Fatalf("%d events from binary, %d from text", len(all), len(got))
			}
			text := blkparse.NewTextAt(r.Names, 0)
			var again []byte
			for i, want := range all {
				want.Time -= all[0].Time
				if want.Action == blktrace.BackMerge {
					want.Category &^= blktrace.FS // two requests merged; the text does not tell
				}
				if !same(got[i], want) {
					t.Fatalf("event %d\n got %+v\nwant %+v", i, got[i], want)
				}
				again = text.Append(again, &got[i])
			}
			events, _ := splitSummary(string(realText(t, name)))
			compareLines(t, string(again), events)
			if r.Report.Missing != 0 || r.Report.Disorder != 0 || r.Report.BadPayload != 0 {
				t.Errorf("%+v", r.Report)
			}
		})
	}
}

func same(a, b blktrace.Record) bool {
	if !bytes.Equal(a.Payload, b.Payload) {
		return false
	}
	a.Payload, b.Payload = nil, nil
	return reflect.DeepEqual(a, b)
}
