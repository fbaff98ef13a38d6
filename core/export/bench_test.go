package export_test

import (
	"io"
	"testing"

	"blkplay/core/export"
	"blkplay/core/replay"
	"blkplay/core/stats"
	"blkplay/core/trace"
	"blkplay/core/trace/blktrace"
)

// BenchmarkTakers reads a generated trace and makes something of it.
func BenchmarkTakers(b *testing.B) {
	data, err := io.ReadAll(traceOf(1<<24, false).Data)
	if err != nil {
		b.Fatal(err)
	}
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
		"workload": func(s *replay.Source) func(*blktrace.Record) error {
			w := replay.NewWorkload(s.Names())
			return func(rec *blktrace.Record) error { w.Add(rec); return nil }
		},
		"followed": func(s *replay.Source) func(*blktrace.Record) error {
			w := replay.NewWorkload(s.Names())
			w.Follow()
			return func(rec *blktrace.Record) error { w.Add(rec); return nil }
		},
	}
	for _, ending := range []string{".txt", ".csv", ".json"} {
		takers[ending] = func(s *replay.Source) func(*blktrace.Record) error {
			return export.FormatOf(ending).Trace(io.Discard, s.Names()).Take
		}
	}
	for name, take := range takers {
		b.Run(name, func(b *testing.B) {
			records := int64(0)
			for b.Loop() {
				source, err := replay.Open([]replay.File{replay.Bytes("x", data)})
				if err != nil {
					b.Fatal(err)
				}
				if err := export.EachRecord(source, take(source)); err != nil {
					b.Fatal(err)
				}
				records += source.Report().Records
			}
			b.ReportMetric(float64(records)/b.Elapsed().Seconds(), "records/s")
		})
	}
}
