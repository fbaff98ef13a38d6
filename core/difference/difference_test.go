package difference_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"blkplay/core"
	"blkplay/core/difference"
	"blkplay/core/replay"
	"blkplay/core/scenario"
	"blkplay/core/trace"
)

// traceFiles are the binary files of a real trace.
func traceFiles(t testing.TB, name string) (list []replay.File) {
	t.Helper()
	paths, err := filepath.Glob("../testdata/traces/" + name + "/*.blktrace.*.gz")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no trace %s: %v", name, err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, replay.Bytes(filepath.Base(path), data))
	}
	return list
}

func row(t *testing.T, r *difference.Result, name string) difference.Row {
	t.Helper()
	for _, row := range r.Rows {
		if row.Name == name {
			return row
		}
	}
	t.Fatalf("no row %s", name)
	return difference.Row{}
}

// TestTheModelDoesWhatTheMachineDid holds the model of 6.18 against traces of a 6.18 machine with
// the same elevator: the same bios merge, and their requests go to the driver in the same order.
func TestTheModelDoesWhatTheMachineDid(t *testing.T) {
	for _, c := range []struct{ name, elevator string }{
		{"dd-seq-fsync-none", "none"}, {"sqlite-ext4-none", "none"}, {"mkfs-mqdl", "mq-deadline"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := difference.Difference(traceFiles(t, c.name), difference.Options{Options: replay.Options{Kernel: scenario.Linux618, Elevator: c.elevator}})
			if err != nil {
				t.Fatal(err)
			}
			if m := row(t, r, "back_merges"); m.Real != m.Simulated || m.Real < 100 {
				t.Errorf("%+v", m)
			}
			if o := r.Order; o.Bios < 300 || o.Same != o.Bios || o.Together != o.Bios || o.First != -1 {
				t.Errorf("%+v", o)
			}
			if r.Scenario.Device.Model != "table" || r.Stuck != "" || r.Differs() == 0 {
				t.Errorf("%+v %q", r.Scenario.Device, r.Stuck)
			}
			if again, err := scenario.Parse(scenario.Format(r.Scenario)); err != nil || scenario.Format(again) != scenario.Format(r.Scenario) {
				t.Error(err)
			}
			unknown := ""
			for _, lack := range r.Unknown {
				unknown += lack.Text + "\n"
			}
			for _, want := range []string{"caches of the device", "flush and FUA: ", "hardware queues"} {
				if !strings.Contains(unknown, want) {
					t.Errorf("%s is not told:\n%s", want, unknown)
				}
			}
		})
	}
}

// TestOtherMachinesDiffer: what another kernel, elevator, mode or device makes of it is something else.
func TestOtherMachinesDiffer(t *testing.T) {
	seen := map[string]string{}
	for _, opt := range []difference.Options{
		{Options: replay.Options{Kernel: scenario.Linux2624, Elevator: "cfq"}},
		{Options: replay.Options{Kernel: scenario.Linux44}},
		{Options: replay.Options{Kernel: scenario.Linux618}},
		{Options: replay.Options{Kernel: scenario.Linux618, Mode: replay.Fast}},
		{Options: replay.Options{Kernel: scenario.Linux618, Mode: replay.Closed}},
		{Options: replay.Options{Kernel: scenario.Linux618}, Disk: "hp97560"},
	} {
		r, err := difference.Difference(traceFiles(t, "sqlite-ext4-none"), opt)
		if err != nil {
			t.Fatal(err)
		}
		text := string(r.AppendJSON(nil))
		var object struct {
			Rows []struct{ Real, Simulated int64 }
		}
		if err := json.Unmarshal([]byte(text), &object); err != nil || len(object.Rows) != len(r.Rows) {
			t.Fatalf("%v\n%s", err, text)
		}
		key := replay.Modes[opt.Mode] + " " + string(opt.Kernel) + " " + opt.Elevator + " " + opt.Disk
		for other, its := range seen {
			if its == text {
				t.Errorf("%s and %s are the same", key, other)
			}
		}
		seen[key] = text
	}
}

func TestWhatCannotBeCompared(t *testing.T) {
	for _, c := range []struct {
		data, want string
		opt        difference.Options
	}{
		{"", "the file is empty", difference.Options{}},
		{"hello\n", "found text that begins `hello`", difference.Options{}},
		{"  8,0    0        1     0.000000000     1  D   W 0 + 8 [dd]\n", "no Q event", difference.Options{}},
		{"  8,0    0        1     0.000000000     1  Q   W 0 + 8 [dd]\n", "is no device", difference.Options{Disk: "floppy"}},
		{"  8,0    0        1     0.000000000     1  Q   W 0 + 8 [dd]\n", "has no elevator", difference.Options{Options: replay.Options{Elevator: "bfq"}}},
	} {
		_, err := difference.Difference([]replay.File{replay.Bytes("x", []byte(c.data))}, c.opt)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q: %v, want %s", c.data, err, c.want)
		}
	}
}

// TestALonelyBio has neither C nor D: it is compared as far as it goes.
func TestALonelyBio(t *testing.T) {
	const line = "  8,0    0        1     0.000000000     1  Q   W 0 + 8 [dd]\n"
	r, err := difference.Difference([]replay.File{replay.Bytes("x", []byte(line))}, difference.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if q := row(t, r, "queued"); q.Real != 1 || q.Simulated != 1 || r.Order.Bios != 0 || r.Scenario.Device.Model != "linear" {
		t.Errorf("%+v %+v %+v", q, r.Order, r.Scenario.Device)
	}
	if text := string(r.AppendText(nil)); !strings.Contains(text, "0 of 0 bios in the same order") {
		t.Error(text)
	}
}

// Whatever the trace: no crash, and what is compared is no more than there is.
func FuzzDifference(f *testing.F) {
	f.Add([]byte("  8,0    0        1     0.000000000     1  Q   W 0 + 8 [dd]\n"))
	for _, name := range []string{"mkfs-mqdl", "sqlite-ext4-none"} {
		data, err := os.ReadFile("../testdata/traces/" + name + "/" + name + ".blkparse.txt.gz")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data[:min(len(data), 4000)])
	}
	const some = "8,0 0 1 0.000000001 7 Q W 0 + 8 [a]\n8,0 0 2 0.000000002 7 G W 0 + 8 [a]\n8,0 0 3 0.000000003 7 P N [a]\n" +
		"8,0 0 4 0.000000004 7 Q W 8 + 8 [a]\n8,0 0 5 0.000000005 7 M W 8 + 8 [a]\n8,0 0 6 0.000000006 7 U N [a] 1\n" +
		"8,0 0 7 0.000000007 7 D W 0 + 16 [a]\n8,0 0 8 0.000000099 0 C W 0 + 16 [0]\n"
	f.Add([]byte(some))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, opt := range []replay.Options{{Kernel: scenario.Linux618, Mode: replay.Closed}, {Kernel: scenario.Linux44}} {
			r, err := difference.Difference([]replay.File{replay.Bytes("x", data)}, difference.Options{Options: opt})
			if err != nil {
				continue
			}
			if o := r.Order; o.Same > o.Bios || int64(o.Bios) > r.Replay.Bios || !json.Valid(r.AppendJSON(nil)) {
				t.Errorf("%+v", r.Order)
			}
		}
	})
}

// TestKeptRecords: the real trace is on the clock of the run, with its tasks, and each bio that is
// replayed is the same one on both sides.
func TestKeptRecords(t *testing.T) {
	opt := difference.Options{Options: replay.Options{Kernel: scenario.Linux618, Elevator: "none"}, Keep: 1 << 16}
	var ended, bios int64
	opt.Ran = func(e, b int64) { ended, bios = e, b }
	r, err := difference.Difference(traceFiles(t, "sqlite-ext4-none"), opt)
	if err != nil {
		t.Fatal(err)
	}
	if ended != bios || bios != 1097 || r.Origin < 0 {
		t.Errorf("%d of %d bios ended, origin %d", ended, bios, r.Origin)
	}
	m, err := core.New(r.Scenario, core.Options{Trace: true})
	if err != nil || m.Run(core.Forever, 0) != core.Complete {
		t.Fatal(err)
	}
	run := map[int32]trace.Event{}
	for _, e := range m.Trace().Events() {
		if e.Kind == trace.Queue {
			run[e.Bio] = e
		}
	}
	same, ends := 0, 0
	for i, e := range r.Records {
		if e.Time < 0 || i > 0 && e.Time < r.Records[i-1].Time {
			t.Fatalf("record %d at %d", i, e.Time)
		}
		if e.Kind == trace.BioEnd {
			ends++
		}
		if e.Kind != trace.Queue || r.Same[e.Bio] < 0 {
			continue
		}
		same++
		if q := run[r.Same[e.Bio]]; q.Sector != e.Sector || q.Sectors != e.Sectors || q.Time != e.Time || q.Task != e.Task {
			t.Fatalf("really %+v, simulated %+v", e, q)
		}
	}
	if same != 1097 || ends < same {
		t.Errorf("%d bios on both sides, %d ends", same, ends)
	}
	opt.Keep = 100
	if r, err = difference.Difference(traceFiles(t, "sqlite-ext4-none"), opt); err != nil || len(r.Records) != 100 {
		t.Errorf("%d records kept, %v", len(r.Records), err)
	}
}
