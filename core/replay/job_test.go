package replay_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"strings"
	"testing"

	"blkplay/core/fio"
	"blkplay/core/replay"
	"blkplay/core/scenario"
)

const jobFile = "[global]\ndirect=1\nfsync=2\n[a]\nrw=randread\nsize=64k\nnumjobs=2\n"

func packed(t *testing.T, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(text)); err != nil || z.Close() != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestConvertJobFile(t *testing.T) {
	const want = "1 job: 2 tasks with 32 bios\nline 3: \"fsync\" is not supported, left out"
	for _, data := range [][]byte{[]byte(jobFile), packed(t, jobFile), packed(t, jobFile+strings.Repeat("# long\n", 10_000))} {
		sc, report, err := replay.Convert([]replay.File{replay.Bytes("a.fio", data)}, replay.Options{Kernel: scenario.Linux618, Elevator: "kyber"})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(report.Lines(), "\n"); got != want || report.Format != "fio job file" {
			t.Errorf("%s: %s", report.Format, got)
		}
		if sc.Kernel != scenario.Linux618 || sc.Elevator != "kyber" || len(sc.Tasks) != 2 || sc.Bios() != 32 {
			t.Errorf("%s", scenario.Format(sc))
		}
	}
}

func TestBadJobFile(t *testing.T) {
	_, _, err := replay.Convert([]replay.File{replay.Bytes("a.fio", []byte("[a]\nbs=x\n"))}, replay.Options{})
	var place *fio.Error
	if !errors.As(err, &place) || place.Line != 2 || !strings.HasPrefix(err.Error(), "a.fio: line 2: bs=") {
		t.Error(err)
	}
	if _, err := replay.Open([]replay.File{replay.Bytes("a.fio", []byte(jobFile))}); err == nil || !strings.Contains(err.Error(), "make a scenario of it first") {
		t.Error(err)
	}
	if _, _, err := replay.Convert([]replay.File{replay.Bytes("a.fio.gz", packed(t, jobFile)[:60])}, replay.Options{}); err == nil {
		t.Error("a job file cut off is taken")
	}
}
