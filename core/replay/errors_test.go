package replay_test

import (
	"io"
	"strconv"
	"strings"
	"testing"

	"blkplay/core/replay"
	"blkplay/core/trace/gunzip"
)

// binaryHead is the beginning of a trace's file of one CPU.
func binaryHead(t testing.TB, name string, cpu int) []byte {
	t.Helper()
	list := files(t, name, ".blktrace."+strconv.Itoa(cpu)+".gz")
	b := make([]byte, 2000)
	n, err := io.ReadFull(gunzip.NewReader(list[0].Data), b)
	if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
		t.Fatal(err)
	}
	return b[:n]
}

const oneLine = "  8,0    0        1     0.000000000     1  Q   W 0 + 8 [dd]\n"

// foreign are files that are no trace, or a damaged one.
var foreign = []struct{ name, data, want string }{
	{"nothing", "", "nothing: the file is empty"},
	{"a.json", "{\"traceEvents\": []}", "a.json: found JSON"},
	{"a.fio", "fio version 1 iolog\n", "a.fio: line 1: found \"fio version 1 iolog\""},
	{"a.blkplay", "version 1\nkernel 2.6.24\n", "found a blkplay scenario"},
	{"a.txt", "hello world\nfoo", "found text that begins `hello world`"},
	{"a.bin", "\x00\x01\x02\xff", "found bytes that begin 00 01 02 ff"},
	{"a.zip", "PK\x03\x04rest", "found a zip archive"},
	{"v9", "\x09\x74\x61\x65" + strings.Repeat("\x00", 44), "byte 0: blktrace version 9, only versions 7 and 8 can be read"},
	{"short", "\x07\x74\x61\x65" + strings.Repeat("\x00", 20), "byte 0: the file is cut off: the header has 48 bytes, 24 are there"},
	{"line", oneLine + "  8,0    0        2     0.1     1  Q   W 8 + 8 [dd]\n", "line: line 2, column 25: found `0.1`, expected the time"},
	{"cut.gz", "\x1f\x8b\x08\x00\x00", "cut.gz: gzip, byte 5: the file is cut off"},
	{"no Q", "  8,0    0        1     0.000000000     1  C   W 0 + 8 [0]\n", "no Q event"},
}

func TestForeignFilesAreNamed(t *testing.T) {
	for _, c := range foreign {
		t.Run(c.name, func(t *testing.T) {
			_, _, err := replay.Convert([]replay.File{replay.Bytes(c.name, []byte(c.data))}, replay.Options{})
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v\nwant %s", err, c.want)
			}
		})
	}
}

func TestTextStandsAlone(t *testing.T) {
	_, _, err := replay.Convert([]replay.File{
		replay.Bytes("a.txt", []byte(oneLine)), replay.Bytes("b.txt", []byte(oneLine)),
	}, replay.Options{})
	if err == nil || !strings.Contains(err.Error(), "b.txt: a blkparse text or an iolog stands alone") {
		t.Error(err)
	}
}
