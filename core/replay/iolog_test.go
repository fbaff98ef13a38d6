package replay_test

import (
	"testing"

	"blkplay/core/replay"
	"blkplay/core/scenario"
)

func TestConvertIolog(t *testing.T) {
	const log = "fio version 3 iolog\n0 a add\n0 a open\n5 a write 0 4096\n7 a sync 0 0\n9 a read 8192 512\n9 a trim 0 512\n9 a close\n"
	sc, report, err := replay.Convert([]replay.File{replay.Bytes("a.iolog", []byte(log))}, replay.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if report.Format != "fio iolog" || report.Queued != 4 || report.Bios != 2 || report.Flushes != 1 || report.Discards != 1 {
		t.Errorf("%+v", report)
	}
	if len(sc.Tasks) != 1 || sc.Tasks[0].Name != "fio" {
		t.Fatalf("%+v", sc.Tasks)
	}
	var bios []scenario.IO
	for _, op := range sc.Tasks[0].Ops {
		if op.IO.Sectors > 0 {
			bios = append(bios, op.IO)
		}
	}
	if len(bios) != 2 || !bios[0].Write || bios[0].Sectors != 8 || bios[1].Write || bios[1].Sector != 16 || bios[1].Sectors != 1 {
		t.Errorf("%+v", bios)
	}
}
