package export_test

import (
	"io"
	"runtime"
	"testing"

	"blkplay/core/export"
	"blkplay/core/replay"
	"blkplay/core/stats"
	"blkplay/core/trace"
	"blkplay/core/trace/blkparse"
	"blkplay/core/trace/blktrace"
)

// endless is a trace made while it is read: bios at random sectors, a few at a time at the device.
type endless struct {
	left   int64 // bytes
	append func(b []byte, r *blktrace.Record) []byte
	b      []byte
	n      uint64 // bio
	seq    uint32
	time   uint64
	x      uint64
	open   []uint64 // sectors at the device
}

func (g *endless) Read(b []byte) (int, error) {
	for len(g.b) < 1<<15 && g.left > 0 {
		before := len(g.b)
		g.bio()
		g.left -= int64(len(g.b) - before)
	}
	if len(g.b) == 0 {
		return 0, io.EOF
	}
	n := copy(b, g.b)
	g.b = g.b[:copy(g.b, g.b[n:])]
	return n, nil
}

func (g *endless) bio() {
	g.x ^= g.x << 13
	g.x ^= g.x >> 7
	g.x ^= g.x << 17
	sector := g.x % (1 << 30) * 8
	for _, a := range []blktrace.Action{blktrace.Queue, blktrace.GetRequest, blktrace.Insert, blktrace.Issue} {
		g.record(a, sector)
	}
	g.open = append(g.open, sector)
	if len(g.open) > 16 {
		g.record(blktrace.Complete, g.open[0])
		g.open = g.open[:copy(g.open, g.open[1:])]
	}
	g.n++
}

func (g *endless) record(a blktrace.Action, sector uint64) {
	g.seq++
	g.time += 1000
	g.b = g.append(g.b, &blktrace.Record{Time: g.time, Seq: g.seq & (1<<31 - 1), Sector: sector, Bytes: 4096, PID: 100 + uint32(g.n%4),
		Device: blktrace.MakeDevice(8, 0), Action: a, Category: blktrace.CategoryOf(a, trace.Sync)})
}

// traceOf returns a trace of so many bytes, binary or text.
func traceOf(bytes int64, asText bool) replay.File {
	names := blktrace.Names{100: "dd", 101: "dd", 102: "tar", 103: "cp"}
	g := &endless{left: bytes, x: 88172645463325252}
	if asText {
		g.append = blkparse.NewTextAt(names, 0).Append
	} else {
		g.append = blktrace.NewWriter(names).Append
	}
	return replay.File{Name: "endless", Data: g}
}

// peak calls f with a function to be called now and then, and returns how much more was
// kept on the heap then, at most, than before.
func peak(f func(look func())) (bytes int64) {
	kept := func() int64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return int64(m.HeapAlloc)
	}
	before := kept()
	most := before
	f(func() { most = max(most, kept()) })
	return most - before
}

// feed reads a trace and calls take for each record.
func feed(t *testing.T, f replay.File, look func(), take func(s *replay.Source) func(*blktrace.Record) error) int64 {
	t.Helper()
	source, err := replay.Open([]replay.File{f})
	if err != nil {
		t.Fatal(err)
	}
	to := take(source)
	n := int64(0)
	err = export.EachRecord(source, func(rec *blktrace.Record) error {
		if n++; n%(1<<18) == 0 {
			look()
		}
		return to(rec)
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestALongTraceIsNotKept reads a gigabyte of binary and an eighth of text.
func TestALongTraceIsNotKept(t *testing.T) {
	const most = 1 << 20
	for _, c := range []struct {
		name  string
		bytes int64
		text  bool
	}{{"binary", 1 << 30, false}, {"text", 1 << 27, true}} {
		t.Run(c.name, func(t *testing.T) {
			records := int64(0)
			grown := peak(func(look func()) {
				records = feed(t, traceOf(c.bytes, c.text), look, func(*replay.Source) func(*blktrace.Record) error {
					return func(*blktrace.Record) error { return nil }
				})
			})
			t.Logf("%d records, the heap grows by %d KiB", records, grown>>10)
			if grown > most || records < c.bytes/100 {
				t.Errorf("%d records, the heap grows by %d bytes, want at most %d", records, grown, most)
			}
		})
	}
}

// TestWhatIsMadeOfALongTraceIsBounded: figures and every format need memory for what they
// keep, not for the trace.
func TestWhatIsMadeOfALongTraceIsBounded(t *testing.T) {
	const most = 48 << 20
	takers := map[string]func(*replay.Source) func(*blktrace.Record) error{
		"figures": func(*replay.Source) func(*blktrace.Record) error {
			s := stats.New()
			var e trace.Event
			return func(rec *blktrace.Record) error {
				if blktrace.ToEvent(&e, rec, 0) {
					s.Add(&e)
				}
				return nil
			}
		},
	}
	for _, ending := range []string{".txt", ".iolog", ".csv", ".json", ".svg"} {
		takers[ending] = func(s *replay.Source) func(*blktrace.Record) error {
			return export.FormatOf(ending).Trace(io.Discard, s.Names()).Take
		}
	}
	for name, take := range takers {
		t.Run(name, func(t *testing.T) {
			bytes := int64(1 << 25)
			if name == "figures" {
				bytes = 1 << 26 // more distances than are told apart
			}
			grown := peak(func(look func()) { feed(t, traceOf(bytes, false), look, take) })
			t.Logf("the heap grows by %d KiB", grown>>10)
			if grown > most {
				t.Errorf("the heap grows by %d bytes, want at most %d", grown, most)
			}
		})
	}
}
