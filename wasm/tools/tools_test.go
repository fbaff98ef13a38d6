package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unsafe"

	"blkplay/core/scenario"
	"blkplay/wasm/abi"
)

var rewrite = flag.Bool("rewrite", false, "write testdata/files.bin anew")

// golden is what the page lays down for importTrace; web/engine/tools.test.ts writes these very bytes.
const golden = "testdata/files.bin"

const fourWrites = "version 1\nkernel 2.6.24\nelevator deadline\ntask 1\n  sleep 1ms\n  write 0 +8 x4 step 100\n"

func pin() []byte {
	var w abi.Writer
	w.Text("2.6.24")
	w.Text("deadline")
	w.U32(2)
	w.Text("é.blktrace.0")
	w.Text("\x00\xff\x07")
	w.Text("empty")
	w.Text("")
	return w.B
}

func TestFilesAreReadAsThePageWritesThem(t *testing.T) {
	got := pin()
	if *rewrite {
		if err := os.WriteFile(golden, got, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("%v; the bytes differ from %s: change both sides, then go test ./wasm/tools -rewrite", err, golden)
	}
	for n := range got {
		r := abi.Reader{B: got[:n]}
		if r.Text(); r.Text() == "deadline" {
			if _, err := filesOf(&r); err == nil {
				t.Errorf("%d of %d bytes were enough", n, len(got))
			}
		}
	}
	r := abi.Reader{B: got}
	kernel, elevator := r.Text(), r.Text()
	files, err := filesOf(&r)
	if err != nil || kernel != "2.6.24" || elevator != "deadline" || len(files) != 2 || files[0].Name != "é.blktrace.0" {
		t.Fatalf("%s %s %v %v", kernel, elevator, files, err)
	}
	if data, err := io.ReadAll(files[0].Data); err != nil || string(data) != "\x00\xff\x07" {
		t.Errorf("%q, %v", data, err)
	}
}

// call lays what w holds into the buffer, as the page does, and returns what f left.
func call(t *testing.T, tools *tools, f func(int) int32, w *abi.Writer) (int32, *abi.Reader) {
	t.Helper()
	at := tools.Buffer(len(w.B))
	copy(unsafe.Slice((*byte)(at), len(w.B)), w.B)
	result := f(len(w.B))
	return result, &abi.Reader{B: tools.Result}
}

func TestRunInEveryFormat(t *testing.T) {
	var page tools
	for _, ending := range []string{".txt", ".blktrace.0", ".iolog", ".v2.iolog", ".json", ".csv", ".svg"} {
		var w abi.Writer
		w.Text(ending)
		w.Text(fourWrites)
		result, r := call(t, &page, page.exportRun, &w)
		if file := r.Bytes(); result != abi.OK || len(file) < 100 {
			t.Errorf("%s: result %d, %d bytes", ending, result, len(file))
		}
	}
	var w abi.Writer
	w.Text(".doc")
	w.Text(fourWrites)
	if result, r := call(t, &page, page.exportRun, &w); result != abi.Refused || r.U32() != 1 || r.U32() != 0 || r.U32() != 0 || !strings.Contains(r.Text(), ".blktrace.0") {
		t.Errorf("result %d for an ending that is none", result)
	}
}

func TestRunStats(t *testing.T) {
	var page tools
	var w abi.Writer
	w.Text(fourWrites)
	result, r := call(t, &page, page.runStats, &w)
	var figures map[string]int64
	if err := json.Unmarshal(r.Bytes(), &figures); result != abi.OK || err != nil {
		t.Fatal(result, err)
	}
	if figures["queued"] != 4 || figures["dispatched"] != 4 {
		t.Errorf("%d bios in %d requests", figures["queued"], figures["dispatched"])
	}
}

func TestRecipe(t *testing.T) {
	var page tools
	var in abi.Writer
	in.Text("version 1\nkernel 2.6.24\nelevator deadline\ntask 1\n  write 0 +8 x4\n")
	result, r := call(t, &page, page.recipe, &in)
	setup, trace, script := r.Text(), r.Text(), r.Text()
	if result != abi.OK || !strings.Contains(setup, "echo deadline >") || !strings.Contains(trace, "blktrace -d") || !strings.Contains(script, setup) {
		t.Errorf("result %d\n%s", result, script)
	}
	if n, name, job := r.U32(), r.Text(), r.Text(); n != 1 || name != "blkplay.fio" || !strings.Contains(job, "number_ios=4") {
		t.Errorf("%d files, %s:\n%s", n, name, job)
	}
	if n := r.U32(); n < 3 || r.Short {
		t.Errorf("%d notes", n)
	}
}

func TestTraceInAndOut(t *testing.T) {
	const folder = "../../core/testdata/traces/sqlite-ext4-none/"
	names, err := filepath.Glob(folder + "*.blktrace.*.gz")
	if err != nil || len(names) < 2 {
		t.Fatal(names, err)
	}
	var page tools
	var in, out abi.Writer
	in.Text("")
	in.Text("")
	out.Text(".txt")
	for _, w := range []*abi.Writer{&in, &out} {
		w.U32(len(names))
		for _, name := range names {
			packed, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			w.Text(filepath.Base(name))
			w.Bytes(packed)
		}
	}
	result, r := call(t, &page, page.importTrace, &in)
	text, report := r.Text(), r.Text()
	if _, err := scenario.Parse(text); result != abi.OK || err != nil || !strings.Contains(report, "are replayed") {
		t.Errorf("result %d, %v, %s", result, err, report)
	}
	result, r = call(t, &page, page.exportTrace, &out)
	packed, err := os.ReadFile(folder + "sqlite-ext4-none.blkparse.txt.gz")
	if err != nil {
		t.Fatal(err)
	}
	plain, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	want, err := io.ReadAll(plain)
	if err != nil {
		t.Fatal(err)
	}
	if got := r.Bytes(); result != abi.OK || len(got) == 0 || !bytes.HasPrefix(want, got) {
		t.Errorf("result %d, %d bytes that are not blkparse's", result, len(got))
	}
}

func TestCallsThatAreCutOff(t *testing.T) {
	var page tools
	for name, f := range map[string]func(int) int32{
		"importTrace": page.importTrace, "exportTrace": page.exportTrace, "exportRun": page.exportRun, "runStats": page.runStats, "recipe": page.recipe,
		"numbers": page.numbers, "retarget": page.retarget, "sweepCells": page.sweepCells, "difference": page.difference,
	} {
		if result, r := call(t, &page, f, &abi.Writer{B: []byte{9, 0, 0, 0, 'x'}}); result != abi.Refused || r.U32() != 1 {
			t.Errorf("%s: result %d", name, result)
		}
	}
}
