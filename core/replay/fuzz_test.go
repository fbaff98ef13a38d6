package replay_test

import (
	"bytes"
	"io"
	"testing"

	"blkplay/core/replay"
	"blkplay/core/scenario"
)

// Whatever the files: no crash, and what becomes a scenario is one that runs.
func FuzzConvert(f *testing.F) {
	for _, c := range foreign {
		f.Add([]byte(c.data), []byte(nil))
	}
	f.Add([]byte("fio version 2 iolog\na add\na write 0 4096\na wait 500 0\na read 8192 512\na sync 0 0\n"), []byte(nil))
	f.Add([]byte(jobFile), []byte(nil))
	for _, name := range traceNames(f) {
		for _, pattern := range []string{".blktrace.*.gz", ".blkparse.txt.gz", ".full.txt.gz"} {
			list := files(f, name, pattern)
			packed, err := io.ReadAll(list[len(list)-1].Data)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(packed[:min(len(packed), 3000)], []byte(nil))
		}
		first, second := binaryHead(f, name, 0), binaryHead(f, name, 1)
		f.Add(first, second)
		for _, bit := range []int{3, 24*8 + 5, 31 * 8, 48 * 8, 300 * 8, 500*8 + 1} {
			flipped := bytes.Clone(second)
			if bit/8 < len(flipped) {
				flipped[bit/8] ^= 1 << (bit % 8)
			}
			f.Add(first, flipped)
		}
	}
	f.Fuzz(func(t *testing.T, a, b []byte) {
		list := []replay.File{replay.Bytes("x.blktrace.0", a)}
		if len(b) > 0 {
			list = append(list, replay.Bytes("x.blktrace.1", b))
		}
		sc, report, err := replay.Convert(list, replay.Options{})
		if err != nil {
			return
		}
		if errs := scenario.Check(sc); len(errs) > 0 {
			t.Error(errs)
		}
		if sum := report.Bios + report.Flushes + report.Discards + report.Passthrough + report.Zones + report.Unaligned + report.Outside + report.Beyond; sum != report.Queued && report.Format != "fio job file" {
			t.Errorf("%d of %d bios are told of: %+v", sum, report.Queued, report)
		}
		if _, err := scenario.Parse(scenario.Format(sc)); err != nil {
			t.Errorf("its text: %v", err)
		}
	})
}
