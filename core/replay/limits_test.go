package replay_test

import (
	"io"
	"reflect"
	"strings"
	"testing"

	"blkplay/core/replay"
	"blkplay/core/scenario"
	"blkplay/core/trace/blktrace"
)

// workload makes a workload of n Q events.
func workload(n int, make func(i int, r *blktrace.Record)) *replay.Workload {
	w := replay.NewWorkload(blktrace.Names{7: "dd"})
	for i := range n {
		r := blktrace.Record{Action: blktrace.Queue, Category: blktrace.Write | blktrace.AtQueue, Bytes: 4096, PID: 7,
			Device: blktrace.MakeDevice(8, 0), Time: uint64(i) * 1000, Sector: uint64(i) * 8}
		make(i, &r)
		w.Add(&r)
	}
	return w
}

func TestLongTraceStaysAScenario(t *testing.T) {
	const n = 150_000
	w := workload(n, func(i int, r *blktrace.Record) {
		r.Category |= blktrace.Sync | blktrace.Meta | blktrace.Ahead | blktrace.FUA
		r.Time = 1<<40 + uint64(i)*1001
		r.Sector = 1<<40 + uint64(i)*8
	})
	sc, report, err := w.Scenario(replay.Options{})
	if err != nil {
		t.Fatal(err)
	}
	text := scenario.Format(sc)
	if len(text) > scenario.TextBytesMax || len(text) < scenario.TextBytesMax*9/10 {
		t.Errorf("%d bytes of text, want at most %d, and nearly as many", len(text), scenario.TextBytesMax)
	}
	if _, err := scenario.Parse(text); err != nil {
		t.Error(err)
	}
	if report.Bios+report.Beyond != n || report.Beyond == 0 || report.WithoutFUA != report.Bios {
		t.Errorf("%+v", report)
	}
	if lines := strings.Join(report.Lines(), "\n"); !strings.Contains(lines, "at a limit (1048576 bios, 4096 tasks, 3600 s, 4 MiB of text)") {
		t.Error(lines)
	}
}

func TestWhatCannotBeReplayedIsCounted(t *testing.T) {
	events := []func(*blktrace.Record){
		func(r *blktrace.Record) {},
		func(r *blktrace.Record) { r.Bytes = 5000 * 512 },
		func(r *blktrace.Record) { r.Category |= blktrace.Discard },
		func(r *blktrace.Record) { r.Category |= blktrace.Flush; r.Bytes = 0 },
		func(r *blktrace.Record) { r.Category |= blktrace.Flush | blktrace.FUA },
		func(r *blktrace.Record) { r.Category |= blktrace.PC },
		func(r *blktrace.Record) { r.Bytes = 511 },
		func(r *blktrace.Record) { r.Sector = 1 << 60 },
		func(r *blktrace.Record) { r.Sector = 1<<64 - 1 },
		func(r *blktrace.Record) { r.Device = blktrace.MakeDevice(8, 16) },
		func(r *blktrace.Record) { r.PID = 1 << 22 },
		func(r *blktrace.Record) { r.PID = 0 },
		func(r *blktrace.Record) { r.Action = blktrace.Issue },
		func(r *blktrace.Record) { r.Time = 1 << 50 },
	}
	w := workload(len(events), func(i int, r *blktrace.Record) { events[i](r) })
	sc, got, err := w.Scenario(replay.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := replay.Report{
		Device: blktrace.MakeDevice(8, 0), Tasks: 3, LastNs: 11_000, Queued: 12, Bios: 5, Cut: 1, Pieces: 5,
		WithoutFlush: 1, WithoutFUA: 1, Discards: 1, Flushes: 1, Passthrough: 1, Unaligned: 1, Outside: 2,
		Beyond: 1, OtherDevices: 1, Renumbered: 2,
	}
	if !reflect.DeepEqual(*got, want) {
		t.Errorf("\n got %+v\nwant %+v", *got, want)
	}
	var ids []int
	for _, task := range sc.Tasks {
		ids = append(ids, task.ID)
	}
	if len(ids) != 3 || ids[0] != 7 || ids[1] != 1 || ids[2] != 2 {
		t.Errorf("tasks %v, want 7 1 2", ids)
	}
	if errs := scenario.Check(sc); len(errs) > 0 {
		t.Error(errs)
	}
}

func TestDisorderIsSorted(t *testing.T) {
	times := []uint64{5000, 3000, 4000, 3000}
	w := workload(len(times), func(i int, r *blktrace.Record) { r.Time = times[i] })
	sc, _, err := w.Scenario(replay.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var got []int64
	for _, op := range sc.Tasks[0].Ops {
		if op.Kind == scenario.Sleep {
			got = append(got, -op.Time)
		} else {
			got = append(got, op.IO.Sector)
		}
	}
	want := []int64{8, 24, -1000, 16, -2000, 0}
	if len(got) != len(want) {
		t.Fatalf("%v, want %v", got, want)
	}
	for i := range got {
		if got[i] != want[i] {
			t.Fatalf("%v, want %v", got, want)
		}
	}
}

func TestMachines(t *testing.T) {
	for _, x := range []struct {
		opt  replay.Options
		want string
	}{
		{replay.Options{}, "2.6.24 deadline"},
		{replay.Options{Kernel: scenario.Linux44}, "4.4 deadline"},
		{replay.Options{Kernel: scenario.Linux618}, "6.18 mq-deadline"},
		{replay.Options{Kernel: scenario.Linux2624, Elevator: "noop"}, "2.6.24 noop"},
		{replay.Options{Kernel: "3.0"}, "kernel 3.0 is not modelled"},
		{replay.Options{Kernel: scenario.Linux618, Elevator: "noop"}, "kernel 6.18 has no elevator noop"},
		{replay.Options{Device: new(blktrace.Device)}, "device 0,0 has no Q event that can be replayed"},
	} {
		w := workload(3, func(i int, r *blktrace.Record) { r.Bytes = 4 << 20 })
		sc, _, err := w.Scenario(x.opt)
		got := ""
		if err != nil {
			got = err.Error()
		} else {
			got = string(sc.Kernel) + " " + sc.Elevator
			if errs := scenario.Check(sc); len(errs) > 0 {
				t.Error(errs)
			}
		}
		if got != x.want {
			t.Errorf("got %s, want %s", got, x.want)
		}
	}
}

func TestSourceErrors(t *testing.T) {
	_, _, err := replay.Convert(nil, replay.Options{})
	if err == nil || !strings.Contains(err.Error(), "no file") {
		t.Error(err)
	}
	_, _, err = replay.Convert([]replay.File{{Name: "x", Data: iotestErr{}}}, replay.Options{})
	if err == nil || err.Error() != "x: "+io.ErrClosedPipe.Error() {
		t.Error(err)
	}
}

type iotestErr struct{}

func (iotestErr) Read([]byte) (int, error) { return 0, io.ErrClosedPipe }
