package replay_test

import (
	"strings"
	"testing"

	"blkplay/core/replay"
)

func TestReportTellsEverything(t *testing.T) {
	_, report, err := replay.Convert(files(t, "sqlite-ext4-none", ".blktrace.*.gz"), replay.Options{})
	if err != nil {
		t.Fatal(err)
	}
	first, _, _ := strings.Cut(strings.Join(convertLine(t).Lines(), "\n"), "\n")
	if first != "1 of 1 bio of device 8,0 is replayed, from 1 task" {
		t.Error(first)
	}
	want := `1097 of 1208 bios of device 7,0 are replayed, from 64 tasks
1 bio longer than the queue takes, sent as 2 in all
79 bios replayed without the flush before the data
79 bios replayed without FUA
111 flushes without data, left out
4904 records read: blktrace binary, version 7
190 flushes queued
1 split`
	if got := strings.Join(report.Lines(), "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func convertLine(t *testing.T) *replay.Report {
	_, report, err := replay.Convert([]replay.File{replay.Bytes("x.txt", []byte(oneLine))}, replay.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return report
}
