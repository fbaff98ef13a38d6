package blkparse_test

import (
	"bytes"
	"errors"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"blkplay/core/trace/blkparse"
	"blkplay/core/trace/blktrace"
)

const head = "  8,0    3        1     0.000000001   697  "

// badLines are not blkparse's.
var badLines = []struct{ name, line, want string }{
	{"words", "hello world", "column 1: found `hello`, expected a device such as 8,0"},
	{"no minor", "  8, 0    3        1     0.000000000   697  G   W 1 + 8 [k]", "column 3: found `8,`, expected a device"},
	{"major too big", "5000,0    3        1     0.000000000   697  G   W 1 + 8 [k]", "column 1: found `5000,0`, expected a device"},
	{"cpu", "  8,0    x        1     0.000000000   697  G   W 1 + 8 [k]", "column 10: found `x`, expected the CPU"},
	{"sequence", "  8,0    3        -1     0.000000000   697  G   W 1 + 8 [k]", "column 19: found `-1`, expected the sequence number"},
	{"sequence too big", "  8,0    3        4294967296     0.000000000   697  G   W 1 + 8 [k]", "column 19: found `4294967296`, expected the sequence number"},
	{"time without digits", "  8,0    3        1     0.5   697  G   W 1 + 8 [k]", "column 25: found `0.5`, expected the time"},
	{"time with a comma", "  8,0    3        1     0,000000000   697  G   W 1 + 8 [k]", "column 25: found `0,000000000`, expected the time"},
	{"pid", "  8,0    3        1     0.000000000   ?  G   W 1 + 8 [k]", "column 39: found `?`, expected the pid"},
	{"ends after the pid", "  8,0    3        1     0.000000000   697", "column 42: the line ends, expected an action"},
	{"action", head + "Z   W 1 + 8 [k]", "column 44: found `Z`, expected an action: Q G M"},
	{"letters", head + "Q   X 1 + 8 [k]", "column 48: found `X`, expected the letters of the I/O"},
	{"letters twice", head + "Q  RW 1 + 8 [k]", "column 47: found `RW`, expected the letters of the I/O"},
	{"sector", head + "Q   W -1 + 8 [k]", "column 50: found `-1`, expected a sector or `[`"},
	{"sector too big", head + "Q   W 18446744073709551616 + 8 [k]", "column 50: found `18446744073709551616`, expected a sector"},
	{"no length", head + "Q   W 1 + [k]", "column 54: found `[k]`, expected a length in sectors"},
	{"length too big", head + "Q   W 1 + 8388608 [k]", "column 54: found `8388608`, expected a length in sectors"},
	{"no name", head + "Q   W 1 + 8", "column 55: the line ends, expected a process's name in brackets"},
	{"name not closed", head + "Q   W 1 + 8 [k", "column 56: found `[k`, expected a process's name in brackets"},
	{"more after the name", head + "Q   W 1 + 8 [k] 7", "column 60: found `7`, expected the end of the line"},
	{"no error", head + "C   W 1 + 8", "expected the error number in brackets"},
	{"error a word", head + "C   W 1 + 8 [k]", "found `k`, expected an error number"},
	{"no count", head + "U   N [k]", "the line ends, expected the number of requests"},
	{"split without slash", head + "X   W 1 + 8 [k]", "column 52: found `+`, expected `/` and the first sector of the rest"},
	{"remap without device", head + "A   W 1 + 8 <- 8,1 7", "found `<-`, expected `<- (major,minor)`"},
	{"command not closed", head + "D   R 36 (12 00 [k]", "expected a command as bytes in hexadecimal"},
	{"all fields, another length", head + "Q W 1 8 4608 0 k", "column 52: found `4608`, expected the length in bytes that"},
	{"all fields, split of nothing", head + "X N 0 0 0 0 k 1", "the front part of the split has no length"},
	{"all fields, no error", head + "Q W 1 8 4096 k", "column 57: found `k`, expected an error number"},
	{"long word", head + strings.Repeat("x", 100), "found `" + strings.Repeat("x", 40) + "`, expected an action"},
	{"zero byte", "\x00\xff\xfe", "line 2, column 1: found `\x00?`, expected a device"},
	{"endless line", strings.Repeat(" ", 80<<10), "line 2, column 1: a line of more than"},
}

func TestBadLinesAreToldWithTheirPlace(t *testing.T) {
	for _, x := range badLines {
		t.Run(x.name, func(t *testing.T) {
			r := blkparse.NewReader(strings.NewReader(head + "Q   W 1 + 8 [k]\n" + x.line + "\n" + head + "Q   W 1 + 8 [k]\n"))
			var rec blktrace.Record
			if err := r.Next(&rec); err != nil {
				t.Fatal(err)
			}
			err := r.Next(&rec)
			var place *blkparse.Error
			if !errors.As(err, &place) || place.Line != 2 || !strings.Contains(err.Error(), x.want) {
				t.Errorf("got %v\nwant %s", err, x.want)
			}
			if again := r.Next(&rec); again != err {
				t.Errorf("then %v", again)
			}
		})
	}
}

// goodLines are blkparse's, but for blanks.
var goodLines = []struct {
	line string
	want blktrace.Record
	comm string
}{
	{head + "Q FWFSM 8 + 16 [a b]", blktrace.Record{Action: blktrace.Queue, Category: 0x901e, Sector: 8, Bytes: 8192}, "a b"},
	{head + "Q FWS [kworker/1:1H]", blktrace.Record{Action: blktrace.Queue, Category: 0x1e}, "kworker/1:1H"},
	{head + "D  FN [x]", blktrace.Record{Action: blktrace.Issue, Category: 0x145}, "x"},
	{head + "Q  DS 8 + 8388607 [x]", blktrace.Record{Action: blktrace.Queue, Category: 0x201a, Sector: 8, Bytes: 8388607 << 9}, "x"},
	{head + "D RAM 8 + 2 (   12345) [x]", blktrace.Record{Action: blktrace.Issue, Category: 0x1941, Sector: 8, Bytes: 1024}, "x"},
	{head + "C   R 8 + 2 (   12345) [5]", blktrace.Record{Action: blktrace.Complete, Category: 0x181, Sector: 8, Bytes: 1024, Error: 5}, ""},
	{head + "C  WS 0 [0]", blktrace.Record{Action: blktrace.Complete, Category: 0x18a}, ""},
	{head + "R   W 0 + 1 [0]", blktrace.Record{Action: blktrace.Requeue, Category: 0x122, Bytes: 512}, ""},
	{head + "P   N [x]y]", blktrace.Record{Action: blktrace.Plug, Category: 0x11}, "x]y"},
	{head + "U   N [x] 3", blktrace.Record{Action: blktrace.Unplug, Category: 0x11, Arg: 3}, "x"},
	{head + "UT  N [(null)] 16", blktrace.Record{Action: blktrace.UnplugTimer, Category: 0x11, Arg: 16}, ""},
	{head + "X  RS 100 / 128 [x]", blktrace.Record{Action: blktrace.Split, Category: 0x9, Sector: 100, Bytes: 28 << 9, Arg: 128}, "x"},
	{head + "A   W 100 + 8 <- (8,1) 36", blktrace.Record{Action: blktrace.Remap, Category: 0x12, Sector: 100, Bytes: 4096, Arg: 36,
		From: blktrace.MakeDevice(8, 1), To: blktrace.MakeDevice(8, 0)}, ""},
	{head + "I   R 36 (12 00 24 00 ..) [x]", blktrace.Record{Action: blktrace.Insert, Category: 0x211, Bytes: 36, Payload: []byte{0x12, 0, 0x24, 0}}, "x"},
	{head + "C   N (12 00) [2]", blktrace.Record{Action: blktrace.Complete, Category: 0x281, Error: 2, Payload: []byte{0x12, 0}}, ""},
	{head + "Q ZAS 8 + 8 [x]", blktrace.Record{Action: blktrace.Queue, Category: blktrace.ZoneAppend | 0x1a, Sector: 8, Bytes: 4096}, "x"},
	{head + "C ZRA 8 [0]", blktrace.Record{Action: blktrace.Complete, Category: blktrace.ZoneResetAll | 0x182, Sector: 8}, ""},
	{head + "ZP  N [x]", blktrace.Record{Action: blktrace.ZonePlug, Category: 0x11}, "x"},
	{head + "ZU  N [x] 0", blktrace.Record{Action: blktrace.ZoneUnplug, Category: 0x11}, "x"},
	{"8,0 3 1 0.000000001 697 Q WS 24704 8 4096 0 a b", blktrace.Record{Action: blktrace.Queue, Category: 0x1a, Sector: 24704, Bytes: 4096}, "a b"},
	{"8,0 3 1 0.000000001 697 C R 24704 8 4100 5 a", blktrace.Record{Action: blktrace.Complete, Category: 0x181, Sector: 24704, Bytes: 4100, Error: 5}, "a"},
	{"8,0 3 1 0.000000001 697 U N 0 0 0 0 k/1:1 a 3", blktrace.Record{Action: blktrace.Unplug, Category: 0x11, Arg: 3}, "k/1:1 a"},
	{"8,0 3 1 0.000000001 697 UT N 0 0 0 0 (null)", blktrace.Record{Action: blktrace.UnplugTimer, Category: 0x11, BadPayload: true}, ""},
	{"8,0 3 1 0.000000001 697 X WS 4294967288 16 8192 0 dd 8", blktrace.Record{Action: blktrace.Split, Category: 0xa, Sector: 1<<32 - 8, Bytes: 8192, Arg: 1<<32 + 8}, "dd"},
	{"8,0 3 1 0.000000001 697 X WS 100 16 8192 0 dd", blktrace.Record{Action: blktrace.Split, Category: 0xa, Sector: 100, Bytes: 8192, Arg: 116}, "dd"},
	{"8,0 3 1 0.000000001 697 A W 100 8 4096 0 x", blktrace.Record{Action: blktrace.Remap, Category: 0x12, Sector: 100, Bytes: 4096, To: blktrace.MakeDevice(8, 0), BadPayload: true}, "x"},
	{"8,0 3 1 0.000000001 697 Q R 1 + 1 [x]\r", blktrace.Record{Action: blktrace.Queue, Category: 0x11, Sector: 1, Bytes: 512}, "x"},
}

func TestGoodLines(t *testing.T) {
	for _, x := range goodLines {
		r := blkparse.NewReader(strings.NewReader("\n" + x.line)) // the last line has no end
		var rec blktrace.Record
		if err := r.Next(&rec); err != nil {
			t.Errorf("%s: %v", x.line, err)
			continue
		}
		x.want.Device, x.want.CPU, x.want.Seq, x.want.Time, x.want.PID = blktrace.MakeDevice(8, 0), 3, 1, 1, 697
		if !same(rec, x.want) {
			t.Errorf("%s\n got %+v\nwant %+v", x.line, rec, x.want)
		}
		if r.Names[697] != x.comm {
			t.Errorf("%s: name %q", x.line, r.Names[697])
		}
		if err := r.Next(&rec); err != io.EOF {
			t.Errorf("%s: then %v", x.line, err)
		}
	}
}

func TestMessageLine(t *testing.T) {
	r := blkparse.NewReader(strings.NewReader("  8,0    1        0     0.000000005     0  m   N   two blanks before\n"))
	var rec blktrace.Record
	if err := r.Next(&rec); err != nil || !rec.IsMessage() || string(rec.Payload) != "  two blanks before" {
		t.Errorf("%q, %v", rec.Payload, err)
	}
}

// What blkparse says besides the events, of records that it does not print.
func TestRemarksAreNoEvents(t *testing.T) {
	const event = "  8,0    3        1     0.000000001   697  Q   R 1 + 1 [x]\n"
	text := "Bad fs action 1100c8\n" + event + "Bad pc action 2100c8\ncpu 0 trace info has error cpu 5\n" + event +
		"\nInput file a.blktrace.0 added\n\ndiscarded traces containing low-level device driver specific data (only available in binary output)\n"
	r := blkparse.NewReader(strings.NewReader(text))
	var rec blktrace.Record
	n := 0
	err := r.Next(&rec)
	for ; err == nil; err = r.Next(&rec) {
		n++
	}
	if err != io.EOF || n != 2 || r.Summary != 5 {
		t.Errorf("%d events, %d other lines, %v", n, r.Summary, err)
	}
}

func TestSkipsOfTheSummaryAreCounted(t *testing.T) {
	for text, want := range map[string]int64{
		"Skips: 0 forward (0 -   0.0%)\n": 0, "Skips: 3 forward (1234 -   5.0%)\n": 1234, "Skips: x forward (1234 - 5%)\n": 0, "Skips: 3 forward (1,234": 0,
	} {
		r := blkparse.NewReader(strings.NewReader(text))
		readAll(t, r.Next)
		if r.Report.Skipped != want {
			t.Errorf("%s: %d, want %d", text, r.Report.Skipped, want)
		}
	}
}

func TestSummaryEndsTheEvents(t *testing.T) {
	for _, name := range realTraces(t) {
		data := realText(t, name)
		_, summary := splitSummary(string(data))
		r := blkparse.NewReader(bytes.NewReader(data))
		readAll(t, r.Next)
		lines := 0
		for _, line := range strings.Split(summary, "\n") {
			if line != "" {
				lines++
			}
		}
		if r.Summary != lines {
			t.Errorf("%s: %d lines of summary, want %d", name, r.Summary, lines)
		}
	}
}

// Whatever the text: no crash; what is read prints as a text that reads the same.
func FuzzReader(f *testing.F) {
	for _, x := range badLines {
		f.Add([]byte(x.line))
	}
	for _, x := range goodLines {
		f.Add([]byte(x.line + "\n" + x.line))
	}
	for i := range eventLines {
		f.Add([]byte(eventLines[i].line))
	}
	for _, name := range realTraces(f) {
		data := realText(f, name)
		f.Add(data[:1000])
		f.Add(data[len(data)-1500:])
		f.Add(gunzip(f, filepath.Join(tracesDir, name, name+".full.txt.gz"))[:1500])
		for _, bit := range []int{0, 25, 200, 350, 777, 2001} {
			flipped := bytes.Clone(data[:500])
			flipped[bit/8] ^= 1 << (bit % 8)
			f.Add(flipped)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r := blkparse.NewReader(bytes.NewReader(data))
		first := printAll(r)
		again := printAll(blkparse.NewReader(bytes.NewReader(first)))
		if !bytes.Equal(first, again) {
			t.Errorf("printed\n%s\nprinted and read again\n%s", first, again)
		}
	})
}

// printAll prints what r reads until the end or an error.
func printAll(r *blkparse.Reader) []byte {
	text := blkparse.NewTextAt(r.Names, 0)
	var rec blktrace.Record
	var b []byte
	for r.Next(&rec) == nil {
		b = text.Append(b, &rec)
	}
	return b
}

func BenchmarkReader(b *testing.B) {
	data := realText(b, "sqlite-ext4-none")
	records := 0
	b.ReportAllocs()
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		r := blkparse.NewReader(bytes.NewReader(data))
		var rec blktrace.Record
		for r.Next(&rec) == nil {
			records++
		}
	}
	b.ReportMetric(float64(records)/b.Elapsed().Seconds(), "records/s")
}

func BenchmarkText(b *testing.B) {
	files := realFiles(b, "sqlite-ext4-none")
	m := merge(files)
	records := readAll(b, m.Next)
	text := blkparse.NewText(m.Names)
	var out []byte
	b.ReportAllocs()
	for b.Loop() {
		out = out[:0]
		for i := range records {
			out = text.Append(out, &records[i])
		}
	}
	b.ReportMetric(float64(len(records)*b.N)/b.Elapsed().Seconds(), "records/s")
}
