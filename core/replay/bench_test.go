package replay_test

import (
	"bytes"
	"io"
	"testing"

	"blkplay/core/replay"
	"blkplay/core/trace/blkparse"
	"blkplay/core/trace/blktrace"
	"blkplay/core/trace/gunzip"
)

// realBinary are the per-CPU files of a real trace, unpacked.
func realBinary(b testing.TB, name string) (list [][]byte) {
	b.Helper()
	for _, f := range files(b, name, ".blktrace.*.gz") {
		list = append(list, unzip(b, f))
	}
	return list
}

func unzip(b testing.TB, f replay.File) []byte {
	data, err := io.ReadAll(gunzip.NewReader(f.Data))
	if err != nil {
		b.Fatal(err)
	}
	return data
}

// readAll reads a trace to its end and returns how many records it has.
func readAll(b testing.TB, list []replay.File) (n int64) {
	source, err := replay.Open(list)
	if err != nil {
		b.Fatal(err)
	}
	var rec blktrace.Record
	for {
		switch err := source.Next(&rec); err {
		case nil:
		case io.EOF:
			return source.Report().Records
		default:
			b.Fatal(err)
		}
	}
}

// BenchmarkReaders reads real traces from memory; records/s is what is promised: 2 million at least.
func BenchmarkReaders(b *testing.B) {
	const name = "sqlite-ext4-none"
	binary := realBinary(b, name)
	text := textOf(b, binary)
	full := bytes.Repeat(unzip(b, files(b, name, ".full.txt.gz")[0]), 20)
	for _, c := range []struct {
		name  string
		files func() []replay.File
	}{
		{"binary", func() []replay.File {
			return []replay.File{replay.Bytes("x.blktrace.0", binary[0]), replay.Bytes("x.blktrace.1", binary[1])}
		}},
		{"text", func() []replay.File { return []replay.File{replay.Bytes("x.txt", text)} }},
		{"full", func() []replay.File { return []replay.File{replay.Bytes("x.txt", full)} }},
		{"binary.gz", func() []replay.File { return files(b, name, ".blktrace.*.gz") }},
		{"text.gz", func() []replay.File { return files(b, name, ".blkparse.txt.gz") }},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			records := int64(0)
			for b.Loop() {
				records += readAll(b, c.files())
			}
			b.ReportMetric(float64(records)/b.Elapsed().Seconds(), "records/s")
		})
	}
}

// textOf is the text of a trace, a hundred times: what does not begin anew with each file shows.
func textOf(b testing.TB, binary [][]byte) []byte {
	source, err := replay.Open([]replay.File{replay.Bytes("x.blktrace.0", binary[0]), replay.Bytes("x.blktrace.1", binary[1])})
	if err != nil {
		b.Fatal(err)
	}
	var out []byte
	var rec blktrace.Record
	text := blkparse.NewText(source.Names())
	for source.Next(&rec) == nil {
		out = text.Append(out, &rec)
	}
	return bytes.Repeat(out, 100)
}

// TestReadersAllocateNothingPerRecord reads a long text: what is allocated is for the reader.
func TestReadersAllocateNothingPerRecord(t *testing.T) {
	binary := realBinary(t, "sqlite-ext4-none")
	text := textOf(t, binary)
	records := int64(0)
	n := testing.AllocsPerRun(1, func() { records = readAll(t, []replay.File{replay.Bytes("x.txt", text)}) })
	if n > 200 || records < 400_000 {
		t.Errorf("%v allocations for %d records", n, records)
	}
}
