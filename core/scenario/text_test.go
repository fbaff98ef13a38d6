package scenario_test

import (
	"reflect"
	"strings"
	"testing"

	"blkplay/core/scenario"
)

// formatted are texts and their canonical form; "" where the text is canonical.
var formatted = []struct{ name, text, want string }{
	{"everything 2.6.24 has", `version 1
kernel 2.6.24
elevator deadline read_expire=100 fifo_batch=4
hz 1000
queue nr_requests=32 max_sectors=256 max_segments=64 unplug_thresh=8 unplug_delay_ms=5
device linear depth=4 base_us=100 per_sector_ns=1000 seek_ns_per_1024=100 seek_max_us=8000
what_if no_unplug_timer no_plugging
task 1 name=writer ioprio=be/4
  write 0 +8
  write 8 +8 sync
  write 16 +8 x4 meta
  write 1000 +8 x4 step -16 sync meta ahead
  read 8 +1 ahead
  sleep until 5ms
  sleep 1500us
  compute until 1s
  compute 7ns
  wait
  wait left=3
  unplug
  ioprio rt/0
  ioprio idle
  ioprio idle/7
  ioprio none
  fork 2 clone_io
  set unplug_thresh 16
  elevator as
task 2 parent=1
  stream read random seed=7 count=64 +8 every 200us
  stream write sequential count=100 +16 from=4096 sync wait_each=10
  stream read sequential count=100 +8 wait_each=4 wait_left=12
  stream write sequential seed=12345 count=100 +8 jump=1/64
  stream write sequential seed=12345 count=100 +8 jump=1/64 jump_max=7
  stream read random seed=1 count=4 +8 from=8 span=100
at 12ms set unplug_thresh 16
at 12ms task 1 write 64 +8
`, ""},
	{"a table", `version 1
kernel 4.4
elevator noop
hz 250
device table depth=8 sizes=8,64 seeks=0,2048,1048576 read_ns=90000,200,150,300,1,3600000000000 write_ns=1,2,3,4,5,6
task 1
`, ""},
	{"a table with nothing said", `version 1
kernel 4.4
elevator noop
device table
task 1
`, `version 1
kernel 4.4
elevator noop
hz 250
device table depth=1 sizes=8 seeks=0 read_ns=100000 write_ns=100000
task 1
`},
	{"a table whose writes are as its reads", `version 1
kernel 4.4
elevator noop
device table seeks=0,8 read_ns=15,20
task 1
`, `version 1
kernel 4.4
elevator noop
hz 250
device table depth=1 sizes=8 seeks=0,8 read_ns=15,20 write_ns=15,20
task 1
`},
	{"everything 4.4 has", `version 1
kernel 4.4
elevator cfq quantum=0
hz 250
queue max_hw_sectors=5120
device linear depth=1 base_ns=1500 per_sector_ns=0 seek_ns_per_1024=3 seek_max_ns=7
what_if untracked_plug
task 1
  start_plug
  write 0 +2048
  reclaim 0
  finish_plug
  fail_alloc_ioc 2
  fail_alloc_icq 0
  ioc_create_for 1
  ioc_get 1
  ioc_put
  exit_begin
  set low_latency 7
  stream write random seed=1 count=64 +8 plug_each=32
`, ""},
	{"lenient", `version 1
kernel 4.4
elevator cfq
hz 250
queue unplug_thresh=8
device linear depth=1 base_us=100 per_sector_ns=1000
lenient
task 1
  unplug
`, ""},
	{"defaults are left out, units and words made even", `
version 1
kernel 6.18
device linear per_sector_us=1.5 base_ms=0.1 depth=64
queue nr_requests=128 nomerges=1 max_sectors=2560
task 1
	write 0 +8 x1 ahead sync
	read 0 +8 x3 step 8
	sleep for 0.5ms
	sleep until 0
`, `version 1
kernel 6.18
elevator mq-deadline
hz 250
queue nomerges=1
device linear depth=64 base_us=100 per_sector_ns=1500
task 1
  write 0 +8 sync ahead
  read 0 +8 x3
  sleep 500us
  sleep until 0
`},
	{"comments and blank lines stay", `# a header

  version 1 # one


  kernel 2.6.24
  # about the queue
  queue nr_requests=128 # the default
  elevator anticipatory    # long name
  task 1   # who
# left
    # what
    write 0 +8   #   how
    # nothing follows

  at 5ms task 1 wait # last
  # the end

`, `# a header

version 1 # one

kernel 2.6.24
# about the queue
elevator as # long name
hz 250
device linear depth=1 base_us=100 per_sector_ns=1000
task 1 # who
# left
  # what
  write 0 +8 #   how
# nothing follows

at 5ms task 1 wait # last
# the default
# the end
`},
	{"ops need no indentation, carriage returns and a byte order mark do no harm", "\ufeffversion 1\r\nkernel 2.6.24\r\ntask 1\r\nwrite 0 +8\r\nwait\r\n",
		`version 1
kernel 2.6.24
elevator cfq
hz 250
device linear depth=1 base_us=100 per_sector_ns=1000
task 1
  write 0 +8
  wait
`},
	{"hands are put in order of time", `version 1
kernel 2.6.24
elevator noop
at 5ms write 8 +8
at 1ms write 0 +8
at 5ms write 16 +8
`, `version 1
kernel 2.6.24
elevator noop
hz 250
device linear depth=1 base_us=100 per_sector_ns=1000
at 1ms write 0 +8
at 5ms write 8 +8
at 5ms write 16 +8
`},
}

func TestFormatText(t *testing.T) {
	for _, c := range formatted {
		want := c.want
		if want == "" {
			want = c.text
		}
		got, err := scenario.FormatText(c.text)
		if err != nil || got != want {
			t.Errorf("%s: %v\n%s\nwant\n%s", c.name, err, got, want)
			continue
		}
		if again, err := scenario.FormatText(got); err != nil || again != got {
			t.Errorf("%s: formatted twice: %v\n%s", c.name, err, again)
		}
		checkRoundTrip(t, c.text)
	}
}

// checkRoundTrip holds that a text means the same after formatting.
func checkRoundTrip(t *testing.T, text string) {
	t.Helper()
	sc, err := scenario.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	canonical := scenario.Format(sc)
	back, err := scenario.Parse(canonical)
	if err != nil {
		t.Fatalf("%v\n%s", err, canonical)
	}
	if again := scenario.Format(back); again != canonical {
		t.Errorf("not idempotent:\n%s\n%s", canonical, again)
	}
	sc.ClearPos()
	back.ClearPos()
	if !reflect.DeepEqual(sc, back) {
		t.Errorf("%+v\n%+v\n%s", sc, back, canonical)
	}
}

func TestPlacesOfOps(t *testing.T) {
	sc, err := scenario.Parse("version 1\nkernel 2.6.24\ntask 1\n\n  write 0 +8\n# x\n    wait\nat 1ms task 1 wait")
	if err != nil {
		t.Fatal(err)
	}
	ops := sc.Tasks[0].Ops
	for _, c := range []struct{ got, want scenario.Pos }{
		{ops[0].Pos, scenario.Pos{Line: 5, Column: 3}},
		{ops[1].Pos, scenario.Pos{Line: 7, Column: 5}},
		{sc.At[0].Op.Pos, scenario.Pos{Line: 8, Column: 15}},
	} {
		if c.got != c.want {
			t.Errorf("%+v, want %+v", c.got, c.want)
		}
	}
}

func TestMeaning(t *testing.T) {
	sc, err := scenario.Parse("version 1\nkernel 2.6.24\ntask 7 name=dd\n write 64 +16 x3 step 32 sync\n sleep 1.25ms\nat 2s task 7 set nr_requests 4")
	if err != nil {
		t.Fatal(err)
	}
	sc.ClearPos()
	want := scenario.Default(scenario.Linux2624)
	want.Tasks = []scenario.Task{{ID: 7, Name: "dd", Ops: []scenario.Op{
		{Kind: scenario.Submit, IO: scenario.IO{Write: true, Sync: true, Sector: 64, Sectors: 16, Count: 3, Step: 32}},
		{Kind: scenario.Sleep, Relative: true, Time: 1_250_000},
	}}}
	want.At = []scenario.AtOp{{Time: 2_000_000_000, Task: 7, Op: scenario.Op{Kind: scenario.Set, Name: "nr_requests", Value: 4}}}
	if !reflect.DeepEqual(sc, want) {
		t.Errorf("%+v\n%+v", sc, want)
	}
}

func TestDefaultsPass(t *testing.T) {
	for _, k := range scenario.Kernels() {
		sc := scenario.Default(k.Name)
		if errs := scenario.Check(sc); len(errs) > 0 {
			t.Error(k.Name, errs)
		}
		checkRoundTrip(t, scenario.Format(sc))
		for _, e := range k.Elevators {
			if scenario.ElevatorIndex(e.Name) < 0 {
				t.Error(e.Name, "has no number")
			}
			for i := range e.Tunables {
				p := &e.Tunables[i]
				if v := p.Default(sc); p.Text == "" || scenario.NameIndex(p.Name) < 0 {
					t.Error(k.Name, e.Name, p.Name, "is not complete")
				} else if kept, ok := p.Keeps(v); !ok || kept != v {
					t.Error(k.Name, e.Name, p.Name, "has the default", v, "which it would not keep")
				}
			}
		}
		for _, name := range k.Settable() {
			if scenario.NameIndex(name) < 0 {
				t.Error(name, "has no number")
			}
		}
	}
	if scenario.Default("2.4") != nil {
		t.Error("a default for an unknown kernel")
	}
}

func TestEveryOpHasAWordAndAKernel(t *testing.T) {
	for kind := scenario.Submit; kind <= scenario.Reclaim; kind++ {
		if kind.Word() == "" {
			t.Error("op", kind, "has no word")
		}
		has := false
		for _, k := range scenario.Kernels() {
			has = has || k.Has(kind)
		}
		if !has {
			t.Error("no kernel has op", kind.Word())
		}
	}
}

func TestDefaultsOfTunables(t *testing.T) {
	for _, c := range []struct {
		kernel         scenario.Kernel
		elevator, name string
		hz, want       int64
	}{
		{"2.6.24", "as", "antic_expire", 1000, 6},
		{"2.6.24", "as", "antic_expire", 100, 10},
		{"2.6.24", "cfq", "fifo_expire_sync", 250, 124},
		{"2.6.24", "cfq", "quantum", 250, 4},
		{"4.4", "cfq", "quantum", 250, 8},
		{"4.4", "cfq", "target_latency", 250, 300},
		{"6.18", "mq-deadline", "async_depth", 250, 2},
		{"6.18", "mq-deadline", "prio_aging_expire", 250, 10_000},
	} {
		sc := scenario.Default(c.kernel)
		sc.HZ = c.hz
		if got := c.kernel.Info().Elevator(c.elevator).Tunable(c.name).Default(sc); got != c.want {
			t.Errorf("%+v: %d", c, got)
		}
	}
}

func TestLongLinesAreCutInMessages(t *testing.T) {
	_, err := scenario.Parse("version 1\nkernel " + strings.Repeat("9", 10_000))
	if err == nil || len(err.Error()) > 300 {
		t.Error(err)
	}
}
