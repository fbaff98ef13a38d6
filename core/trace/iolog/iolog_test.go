package iolog

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"blkplay/core/trace"
	"blkplay/core/trace/blktrace"
)

var disk = blktrace.MakeDevice(8, 0)

// run is some events of a run: what is no Q is not in a log.
var run = []trace.Event{
	{Time: 0, Kind: trace.Queue, Sector: 8, Sectors: 16, RWBS: trace.Write},
	{Time: 0, Kind: trace.GetRequest, Sector: 8, Sectors: 16, RWBS: trace.Write},
	{Time: 50_000, Kind: trace.Queue, Sector: 0, Sectors: 8},
	{Time: 250_999, Kind: trace.Queue, RWBS: trace.Flush | trace.Write | trace.Sync},
	{Time: 300_000, Kind: trace.Queue, Sector: 100, Sectors: 1, RWBS: trace.Discard | trace.Write},
	{Time: 900_000, Kind: trace.Complete, Sector: 8, Sectors: 16, RWBS: trace.Write},
}

const version3 = `fio version 3 iolog
0 blkplay-8-0 add
0 blkplay-8-0 open
0 blkplay-8-0 write 4096 8192
50 blkplay-8-0 read 0 4096
250 blkplay-8-0 sync 0 0
300 blkplay-8-0 trim 51200 512
300 blkplay-8-0 close
`

const version2 = `fio version 2 iolog
blkplay-8-0 add
blkplay-8-0 open
blkplay-8-0 write 4096 8192
blkplay-8-0 read 0 4096
blkplay-8-0 wait 250 0
blkplay-8-0 sync 0 0
blkplay-8-0 trim 51200 512
blkplay-8-0 close
`

func write(version int, events []trace.Event) string {
	w := NewWriter(version)
	var b []byte
	for i := range events {
		b = w.Append(b, &events[i], disk)
	}
	return string(w.AppendEnd(b))
}

func TestWrite(t *testing.T) {
	for version, want := range map[int]string{Version2: version2, Version3: version3} {
		if got := write(version, run); got != want {
			t.Errorf("version %d:\n%s", version, got)
		}
	}
	if got := write(Version3, nil); got != "fio version 3 iolog\n" {
		t.Errorf("%q", got)
	}
}

// readAll returns the records of a log, and the error at its end if that is not io.EOF.
func readAll(log string) ([]blktrace.Record, *Reader, error) {
	r := NewReader(strings.NewReader(log))
	var list []blktrace.Record
	for {
		var rec blktrace.Record
		err := r.Next(&rec)
		if err == io.EOF {
			return list, r, nil
		}
		if err != nil {
			return list, r, err
		}
		list = append(list, rec)
	}
}

// TestReadBack holds that a log says what was written, but for the times: version 2
// has none below its waits.
func TestReadBack(t *testing.T) {
	for _, c := range []struct {
		log   string
		times []int64
	}{
		{version3, []int64{0, 50_000, 250_000, 300_000}},
		{version2, []int64{0, 0, 250_000, 250_000}},
	} {
		list, r, err := readAll(c.log)
		if err != nil {
			t.Fatal(err)
		}
		var times []int64
		version := r.version
		w := NewWriter(version)
		var b []byte
		for i := range list {
			var e trace.Event
			if !blktrace.ToEvent(&e, &list[i], 0) {
				t.Fatalf("no event: %+v", list[i])
			}
			times = append(times, e.Time)
			b = w.Append(b, &e, list[i].Device)
		}
		if got := string(w.AppendEnd(b)); got != c.log && version == Version3 || !slices.Equal(times, c.times) {
			t.Errorf("version %d: times %v\n%s", version, times, got)
		}
		if r.Report.Records != 4 || r.Report.Events[blktrace.Queue] != 4 || r.Names[pid] != comm {
			t.Errorf("%+v %v", r.Report, r.Names)
		}
	}
}

func TestFilesAreDevices(t *testing.T) {
	list, r, err := readAll("fio version 3 iolog\r\n0 a add\n1 b add\n\n5 b read 512 100\n6 a datasync 0 0\n7 a wait 9 0\n")
	if err != nil || len(list) != 2 || list[0].Device != blktrace.MakeDevice(8, 16) || list[1].Device != disk ||
		list[0].Sector != 1 || list[0].Bytes != 100 || list[0].Time != 5000 || r.Unaligned != 1 || r.Waits != 1 {
		t.Errorf("%v %+v %+v", err, list, r)
	}
}

// broken are logs that are none, and what is said of them.
var broken = []struct{ log, want string }{
	{"", "line 1: an empty file; a log begins `fio version 3 iolog`"},
	{"fio version 1 iolog\n", "line 1: found \"fio version 1 iolog\"; a log begins `fio version 2 iolog` or `fio version 3 iolog`"},
	{"fio version 3 iolog\nx a read 0 1\n", "line 2: found \"x\", want a time in microseconds"},
	{"fio version 3 iolog\n0 a add\n\n0\n", "line 4: want a file and an action"},
	{"fio version 3 iolog\n0 a add 5\n", "line 2: add takes no number"},
	{"fio version 2 iolog\na read 0\n", "line 2: read wants an offset and a length, found 1 words"},
	{"fio version 2 iolog\na read 0 -1\n", "line 2: found \"0\" \"-1\", want an offset and a length in bytes"},
	{"fio version 2 iolog\na erase 0 1\n", "line 2: found \"erase\"; possible are add, open, close, read, write, trim, sync, datasync, wait"},
	{"fio version 2 iolog\na read 0 4294967296\n", "line 2: found read of 4294967296 bytes at 0; at most 4 GiB below 8 EiB are read"},
	{"fio version 2 iolog\na wait 18446744073709551615 0\n", "line 2: waits come to more than 292 years"},
	{"fio version 2 iolog\n" + strings.Repeat("a", lineBytes) + "\n", "line 2: a line of more than 8192 bytes"},
}

func TestBrokenLogs(t *testing.T) {
	for _, c := range broken {
		_, r, err := readAll(c.log)
		if err == nil || err.Error() != c.want {
			t.Errorf("%.60q: %v, want %s", c.log, err, c.want)
		}
		var rec blktrace.Record
		if again := r.Next(&rec); !errors.Is(again, err) {
			t.Errorf("%.60q: then %v", c.log, again)
		}
	}
}

// Whatever the log: no crash, and what is read can be written and says the same.
func FuzzReader(f *testing.F) {
	f.Add(version2)
	f.Add(version3)
	for _, c := range broken {
		f.Add(c.log)
	}
	f.Fuzz(func(t *testing.T, log string) {
		list, _, err := readAll(log)
		if err != nil {
			return
		}
		w := NewWriter(Version3)
		var b []byte
		for i := range list {
			var e trace.Event
			if !blktrace.ToEvent(&e, &list[i], 0) {
				t.Fatalf("no event: %+v", list[i])
			}
			b = w.Append(b, &e, list[i].Device)
		}
		again, _, err := readAll(string(w.AppendEnd(b)))
		if err != nil {
			t.Fatalf("%v in\n%s", err, b)
		}
		n := 0
		for i := range list {
			rec := &list[i]
			if rec.Sectors() == 0 && rec.Category&(blktrace.Flush|blktrace.Discard) == 0 {
				continue // less than a sector is not written
			}
			if n >= len(again) {
				t.Fatalf("%d I/Os, want more", n)
			}
			if got := &again[n]; got.Time != rec.Time || got.Sector != rec.Sector || got.Sectors() != rec.Sectors() || got.Category != rec.Category {
				t.Fatalf("%+v, want %+v", *got, *rec)
			}
			n++
		}
		if n != len(again) {
			t.Fatalf("%d I/Os, want %d", len(again), n)
		}
	})
}
