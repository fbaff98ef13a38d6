package replay_test

import (
	"strings"
	"testing"

	"blkplay/core"
	"blkplay/core/replay"
	"blkplay/core/scenario"
	"blkplay/core/trace"
)

// A real trace runs to its end on 2.6.24 deadline, every bio is there, and those of
// tasks that never had to wait for a request are queued at the trace's instants.
func TestRealTracesRunOn2624(t *testing.T) {
	for _, name := range traceNames(t) {
		t.Run(name, func(t *testing.T) {
			sc, report, err := replay.Convert(files(t, name, ".blktrace.*.gz"), replay.Options{})
			if err != nil {
				t.Fatal(err)
			}
			m, err := core.New(sc, core.Options{Trace: true})
			if err != nil {
				t.Fatal(err)
			}
			if st := m.Run(core.Forever, 0); st != core.Complete {
				t.Fatalf("status %d: %s", st, m.EndText())
			}
			checkQueued(t, sc, report, m.Trace().Events())
		})
	}
}

// What a trace or a job is converted to can be read and runs to its end on every kernel
// with each of its elevators, as a machine that nobody tuned.
func TestConversionsRunOnEveryMachine(t *testing.T) {
	for _, k := range scenario.Kernels() {
		for _, e := range k.Elevators {
			opt := replay.Options{Kernel: k.Name, Elevator: e.Name}
			for _, name := range traceNames(t) {
				convertAndRun(t, name, files(t, name, ".blktrace.*.gz"), opt)
			}
			convertAndRun(t, "job", []replay.File{replay.Bytes("a.fio", []byte(jobFile))}, opt)
		}
	}
}

func convertAndRun(t *testing.T, name string, files []replay.File, opt replay.Options) {
	t.Helper()
	name = string(opt.Kernel) + " " + opt.Elevator + ", " + name
	converted, _, err := replay.Convert(files, opt)
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	text := scenario.Format(converted)
	if machine, _, _ := strings.Cut(text, "task "); strings.Contains(machine, "queue ") {
		t.Errorf("%s is tuned:\n%s", name, machine)
	}
	sc, err := scenario.Parse(text)
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	m, err := core.New(sc, core.Options{})
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	if st := m.Run(core.Forever, 0); st != core.Complete {
		t.Errorf("%s: status %d: %s", name, st, m.EndText())
	}
}

func checkQueued(t *testing.T, sc *scenario.Scenario, report *replay.Report, events []trace.Event) {
	t.Helper()
	type submit struct {
		at int64
		io scenario.IO
	}
	plan := map[int][]submit{}
	var all int64
	for _, task := range sc.Tasks {
		now := int64(0)
		for _, op := range task.Ops {
			if op.Kind == scenario.Sleep {
				now = op.Time
				continue
			}
			plan[task.ID] = append(plan[task.ID], submit{now, op.IO})
			all++
		}
	}
	slept := map[int]bool{}
	var queued, complete, late int64
	for i := range events {
		e := &events[i]
		task := int(e.Task)
		switch e.Kind {
		case trace.SleepRequest:
			slept[task] = true
		case trace.BioEnd:
			complete++
		case trace.Queue:
			queued++
			want := plan[task][0]
			plan[task] = plan[task][1:]
			if e.Sector != want.io.Sector || int64(e.Sectors) != want.io.Sectors || (e.RWBS&trace.Write != 0) != want.io.Write ||
				(e.RWBS&trace.Sync != 0) != want.io.Sync || (e.RWBS&trace.Meta != 0) != want.io.Meta || (e.RWBS&trace.Ahead != 0) != want.io.Ahead {
				t.Fatalf("task %d queues %+v, want %+v", task, e, want)
			}
			if e.Time < want.at || e.Time > want.at && !slept[task] {
				t.Fatalf("task %d queues at %d, want %d", task, e.Time, want.at)
			}
			if e.Time > want.at {
				late++
			}
		}
	}
	if queued != all || complete != all || all != report.Bios-report.Cut+report.Pieces {
		t.Errorf("%d bios queued, %d complete, %d planned; report %+v", queued, complete, all, report)
	}
	t.Logf("%d bios, %d late", queued, late)
}
