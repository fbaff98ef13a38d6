package linux618_test

import (
	"strings"
	"testing"

	"blkplay/core"
	"blkplay/core/scenario"
	"blkplay/core/trace"
)

func run(t *testing.T, text string) []trace.Event {
	t.Helper()
	sc, err := scenario.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	m, e := core.New(sc, core.Options{Trace: true})
	if e != nil {
		t.Fatal(e)
	}
	if m.Run(core.Forever, 0) != core.Complete {
		t.Fatal(m.EndText())
	}
	return m.Trace().Events()
}

// busy makes everything happen: full plugs, sleeping tasks, tags and tokens short,
// merges of all sorts, three priorities.
const busy = `
device linear depth=2 base_us=100 per_sector_ns=1000
task 1
  start_plug
  write 8000 +8 x20 step -8
  write 9000 +8 x20 step 100
  finish_plug
  sleep 1ms
  start_plug
  write 5000 +300 sync
  write 6000 +8
  write 6008 +8
  wait
  finish_plug
task 2 ioprio=idle/0
  stream read random seed=7 count=40 span=64 +8 wait_each=3
  wait
task 3 ioprio=rt/0
  stream write sequential seed=3 jump=1/4 count=40 +8 plug_each=8 every 200us
  wait
`

func busyOn(elevator string) string {
	queue := "queue nr_requests=6 max_sectors=128"
	if elevator == "none" {
		queue = "queue nr_requests=2 max_sectors=128"
	}
	return "version 1\nkernel 6.18\nelevator " + elevator + "\n" + queue + busy
}

// TestEachRecordIsExplained: what happened points back, record by record, at a task that
// ran of itself, and each decision names its rule.
func TestEachRecordIsExplained(t *testing.T) {
	begins := map[trace.Kind]bool{trace.TaskRun: true, trace.End: true, trace.IOContext: true}
	ruled := map[trace.Kind]bool{
		trace.Unplug: true, trace.UnplugTimer: true, trace.MergeFound: true, trace.MergeRefused: true, trace.Choose: true,
		trace.Hold: true, trace.TaskSleep: true, trace.TaskWake: true, trace.WorkQueue: true, trace.HardQueue: true, trace.Note: true,
	}
	for _, elevator := range []string{"none", "mq-deadline", "kyber"} {
		seen := map[trace.Kind]int{}
		events := run(t, busyOn(elevator))
		for i := range events {
			e := &events[i]
			seen[e.Kind]++
			if e.By >= int32(i) {
				t.Fatalf("%s: record %d of kind %d points at record %d, which comes later", elevator, i, e.Kind, e.By)
			}
			if e.By == trace.None && !begins[e.Kind] {
				t.Fatalf("%s: record %d of kind %d has no reason", elevator, i, e.Kind)
			}
			if ruled[e.Kind] && e.Cause.Rule().Text == "" {
				t.Fatalf("%s: record %d of kind %d names no rule", elevator, i, e.Kind)
			}
			switch by := e.By; e.Kind {
			case trace.Complete:
				if events[by].Kind != trace.Issue || events[by].Req != e.Req {
					t.Fatalf("%s: record %d: the end of request %d is not due to its issue", elevator, i, e.Req)
				}
			case trace.Issue:
				switch k := events[by].Kind; k {
				case trace.Choose, trace.HardQueue, trace.SoftQueue, trace.Note:
				default:
					t.Fatalf("%s: record %d: request %d was issued because of a record of kind %d", elevator, i, e.Req, k)
				}
			}
		}
		for _, kind := range []trace.Kind{trace.Unplug, trace.UnplugTimer, trace.TaskSleep, trace.WorkRun, trace.Split} {
			if seen[kind] == 0 {
				t.Errorf("%s: no record of kind %d", elevator, kind)
			}
		}
	}
}

// TestNoPlugging: what if no request waited for another before it is sent on.
func TestNoPlugging(t *testing.T) {
	for _, elevator := range []string{"none", "mq-deadline", "kyber"} {
		inserted := 0
		for _, e := range run(t, strings.Replace(busyOn(elevator), "queue", "what_if no_plugging\nqueue", 1)) {
			switch e.Kind {
			case trace.Plug, trace.Unplug, trace.UnplugTimer, trace.TaskPlug:
				t.Fatalf("%s: a plug: record of kind %d at %d", elevator, e.Kind, e.Time)
			case trace.Insert:
				inserted++
			}
		}
		if (inserted > 0) != (elevator != "none") {
			t.Errorf("%s: %d requests inserted", elevator, inserted)
		}
	}
}
