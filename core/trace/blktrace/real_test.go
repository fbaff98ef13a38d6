package blktrace

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// realFiles are the files of traces that blktrace made of real kernels, by name.
func realFiles(t testing.TB) map[string][]byte {
	t.Helper()
	paths, err := filepath.Glob("../../testdata/traces/*/*.blktrace.*.gz")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no traces: %v", err)
	}
	files := map[string][]byte{}
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		z, err := gzip.NewReader(bufio.NewReader(f))
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		f.Close()
		files[filepath.Base(path)] = data
	}
	return files
}

// each calls do for the records of data, and returns the error at the end.
func each(data []byte, do func(*Record)) error {
	r := NewReader(bytes.NewReader(data))
	var rec Record
	for {
		if err := r.Next(&rec); err != nil {
			return err
		}
		do(&rec)
	}
}

func TestRealFilesWriteBackToThemselves(t *testing.T) {
	for name, data := range realFiles(t) {
		var got []byte
		err := each(data, func(rec *Record) { got = littleEndian.appendRecord(got, rec) })
		if err != io.EOF {
			t.Fatalf("%s: %v", name, err)
		}
		if !bytes.Equal(got, data) {
			t.Errorf("%s: other bytes", name)
		}
	}
}

// A big-endian machine's file of the same trace reads the same.
func TestRealFilesBigEndian(t *testing.T) {
	for name, data := range realFiles(t) {
		var big, back []byte
		if err := each(data, func(rec *Record) { big = bigEndian.appendRecord(big, rec) }); err != io.EOF {
			t.Fatalf("%s: %v", name, err)
		}
		if len(data) > 0 && bytes.Equal(big, data) {
			t.Fatalf("%s: the byte order makes no difference", name)
		}
		if err := each(big, func(rec *Record) { back = littleEndian.appendRecord(back, rec) }); err != io.EOF {
			t.Fatalf("%s: %v", name, err)
		}
		if !bytes.Equal(back, data) {
			t.Errorf("%s: reads otherwise", name)
		}
	}
}

// A file that is read in small pieces reads the same.
func TestRealFilesInSmallReads(t *testing.T) {
	for name, data := range realFiles(t) {
		r := NewReader(&trickle{data: data})
		var got []byte
		var rec Record
		for {
			err := r.Next(&rec)
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			got = littleEndian.appendRecord(got, &rec)
		}
		if !bytes.Equal(got, data) || r.Offset() != int64(len(data)) {
			t.Errorf("%s: other bytes", name)
		}
	}
}

// trickle gives 1, 2, 3... 61 bytes at a time, and sometimes none.
type trickle struct {
	data []byte
	n    int
}

func (s *trickle) Read(b []byte) (int, error) {
	s.n = (s.n + 1) % 62
	n := copy(b, s.data[:min(s.n, len(s.data))])
	s.data = s.data[n:]
	if len(s.data) == 0 {
		return n, io.EOF
	}
	return n, nil
}

func BenchmarkReader(b *testing.B) {
	data := realFiles(b)["sqlite-ext4-none.blktrace.1.gz"]
	records := 0
	b.ReportAllocs()
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		_ = each(data, func(*Record) { records++ })
	}
	b.ReportMetric(float64(records)/b.Elapsed().Seconds(), "records/s")
}

func BenchmarkMerge(b *testing.B) {
	files := realFiles(b)
	records := 0
	b.ReportAllocs()
	for b.Loop() {
		m := NewMerge()
		m.Add(NewReader(bytes.NewReader(files["dd-seq-fsync-none.blktrace.0.gz"])), 0)
		m.Add(NewReader(bytes.NewReader(files["dd-seq-fsync-none.blktrace.1.gz"])), 1)
		var rec Record
		for m.Next(&rec) == nil {
			records++
		}
	}
	b.ReportMetric(float64(records)/b.Elapsed().Seconds(), "records/s")
}
