package replay_test

import (
	"strings"
	"testing"

	"blkplay/core/replay"
)

// A log whose I/O is all too short says that, not something else.
func TestNothingLongEnough(t *testing.T) {
	const log = "fio version 2 iolog\nd add\nd open\nd read 0 77\nd close\n"
	_, _, err := replay.Convert([]replay.File{replay.Bytes("a.iolog", []byte(log))}, replay.Options{})
	if err == nil || !strings.Contains(err.Error(), "shorter than a sector") {
		t.Error(err)
	}
}
