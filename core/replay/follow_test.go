package replay_test

import (
	"strings"
	"testing"

	"blkplay/core/replay"
	"blkplay/core/scenario"
)

// aPlug is a task that plugs three bios, two of which merge, waits for them, thinks, and
// queues one more; then a plug so full that it is emptied on the way.
const aPlug = `8,0 0 1 0.000000000 7 Q R 0 + 8 [dd]
8,0 0 2 0.000001000 7 G R 0 + 8 [dd]
8,0 0 3 0.000001000 7 P N [dd]
8,0 0 4 0.000002000 7 Q R 8 + 8 [dd]
8,0 0 5 0.000002000 7 M R 8 + 8 [dd]
8,0 0 6 0.000003000 7 Q R 64 + 8 [dd]
8,0 0 7 0.000003000 7 G R 64 + 8 [dd]
8,0 0 8 0.000004000 7 U N [dd] 2
8,0 0 9 0.000004000 7 D R 0 + 16 [dd]
8,0 0 10 0.000005000 7 D R 64 + 8 [dd]
8,0 0 11 0.000100000 0 C R 0 + 16 [0]
8,0 0 12 0.000200000 0 C R 64 + 8 [0]
8,0 0 13 0.000250000 7 Q R 128 + 8 [dd]
8,0 0 14 0.000250000 7 G R 128 + 8 [dd]
8,0 0 15 0.000250000 7 P N [dd]
8,0 0 16 0.000260000 7 Q R 256 + 8 [dd]
8,0 0 17 0.000260000 7 G R 256 + 8 [dd]
8,0 0 18 0.000260000 7 U N [dd] 1
8,0 0 19 0.000260000 7 P N [dd]
8,0 0 20 0.000270000 7 Q R 512 + 8 [dd]
8,0 0 21 0.000270000 7 G R 512 + 8 [dd]
8,0 0 22 0.000280000 7 U N [dd] 2
8,0 0 23 0.000280000 7 D R 128 + 8 [dd]
8,0 0 24 0.000300000 0 C R 128 + 8 [0]
8,0 0 25 0.000310000 7 Q R 1024 + 8 [dd]
`

func opsOf(t *testing.T, opt replay.Options) string {
	t.Helper()
	sc, _, err := replay.Convert([]replay.File{replay.Bytes("x.txt", []byte(aPlug))}, opt)
	if err != nil {
		t.Fatal(err)
	}
	_, ops, _ := strings.Cut(scenario.Format(sc), "task 7 name=dd\n  ")
	return strings.ReplaceAll(strings.TrimSpace(ops), "\n  ", "; ")
}

func TestModes(t *testing.T) {
	for _, c := range []struct {
		opt  replay.Options
		want string
	}{
		{replay.Options{Kernel: "6.18"}, "read 0 +8; sleep until 2us; read 8 +8; sleep until 3us; read 64 +8; sleep until 250us; read 128 +8; " +
			"sleep until 260us; read 256 +8; sleep until 270us; read 512 +8; sleep until 310us; read 1024 +8"},
		{replay.Options{Kernel: "6.18", Plugs: true}, "start_plug; read 0 +8; compute until 2us; read 8 +8; compute until 3us; read 64 +8; finish_plug; " +
			"sleep until 250us; start_plug; read 128 +8; compute until 260us; read 256 +8; compute until 270us; read 512 +8; finish_plug; sleep until 310us; read 1024 +8"},
		{replay.Options{Kernel: "2.6.24", Plugs: true, Mode: replay.Fast}, "read 0 +8; read 8 +8; read 64 +8; read 128 +8; read 256 +8; read 512 +8; read 1024 +8"},
		{replay.Options{Kernel: "2.6.24", Mode: replay.Closed}, "read 0 +8; sleep 2us; read 8 +8; sleep 1us; read 64 +8; wait; sleep 50us; read 128 +8; " +
			"sleep 10us; read 256 +8; sleep 10us; read 512 +8; wait left=2; sleep 10us; read 1024 +8"},
	} {
		if got := opsOf(t, c.opt); got != c.want {
			t.Errorf("%+v\n got %s\nwant %s", c.opt, got, c.want)
		}
	}
}
