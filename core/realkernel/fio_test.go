package realkernel

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"blkplay/core"
	"blkplay/core/export"
	"blkplay/core/scenario"
	"blkplay/core/trace"
)

// fio itself judges the jobs that are made for it.

// placed is a recipe's files in a folder, with a file of holes as the disk.
type placed struct {
	dir string
	sc  *scenario.Scenario
}

func place(t *testing.T, text string) *placed {
	t.Helper()
	sc, err := scenario.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	r, err := New(sc)
	if err != nil {
		t.Fatal(err)
	}
	p := &placed{t.TempDir(), sc}
	for _, f := range r.Files() {
		// A temporary folder need not be on a disk: O_DIRECT is for those.
		if err := os.WriteFile(filepath.Join(p.dir, f.Name), []byte(strings.Replace(f.Text, "direct=1", "direct=0", 1)), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	disk, err := os.Create(filepath.Join(p.dir, "disk"))
	if err != nil {
		t.Fatal(err)
	}
	defer disk.Close()
	if err := disk.Truncate(1 << 38); err != nil {
		t.Fatal(err)
	}
	return p
}

// fio runs fio in the folder and returns what it prints.
func (p *placed) fio(t *testing.T, args ...string) string {
	t.Helper()
	cmd := exec.Command("fio", append(args, jobName)...)
	cmd.Dir = p.dir
	cmd.Env = append(os.Environ(), "DEV="+filepath.Join(p.dir, "disk"))
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("fio %v: %v\n%s", args, err, out)
	}
	return string(out)
}

// submitted lists the bios of each task as fio's logs have them: "write 4096 8192".
func submitted(t *testing.T, sc *scenario.Scenario) map[uint16][]string {
	t.Helper()
	all := map[uint16][]string{}
	if _, err := export.Play(sc, func(_ *core.Machine, events []trace.Event) error {
		for _, e := range events {
			if e.Kind == trace.Queue {
				word := "read"
				if e.RWBS&trace.Write != 0 {
					word = "write"
				}
				all[e.Task] = append(all[e.Task], fmt.Sprint(word, " ", e.Sector*512, " ", e.Sectors*512))
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return all
}

func TestFioTakesTheJobOfEveryScenario(t *testing.T) {
	names, _ := filepath.Glob("../../web/scenarios/*.blkplay")
	lessons, _ := filepath.Glob("../../web/scenarios/lessons/*.blkplay")
	if len(lessons) < 26 {
		t.Fatal("where are the lessons?")
	}
	for _, name := range append(names, lessons...) {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Base(name) == "empty.blkplay" {
			continue // no task, no job: fio wants one
		}
		t.Run(filepath.Base(name), func(t *testing.T) {
			t.Parallel()
			p := place(t, string(text))
			if out := p.fio(t, "--parse-only"); out != "" {
				t.Errorf("fio says %s", out)
			}
		})
	}
}

// TestFioDoesWhatTheTasksDo holds that fio does the same I/Os as the model's tasks,
// each by its own job, whichever way the job is written.
func TestFioDoesWhatTheTasksDo(t *testing.T) {
	const head = "version 1\nkernel 4.4\nelevator deadline\n"
	for name, text := range map[string]string{
		"one":               "task 1\n  write 8 +8\n",
		"in order":          "task 1 name=tar\n  sleep 2ms\n  write 800 +8 x7\n  wait\n",
		"holes":             "task 1\n  read 64 +8 x5 step 24\n",
		"plug":              "task 1\n  start_plug\n  write 0 +8 x6\n  finish_plug\n  wait\n",
		"stream":            "task 1 ioprio=be/2\n  stream read sequential +16 count=20 from=512 every 200us\n",
		"stream, waits":     "task 1\n  stream write sequential +8 count=24 wait_each=4\n",
		"stream, plugs":     "task 1\n  stream write sequential +8 count=24 plug_each=8\n",
		"backwards":         "task 1\n  write 800 +8 x4 step -8\n",
		"many things":       "task 1 name=a\n  write 0 +8\n  sleep 1ms\n  read 512 +8 x2\n  wait\ntask 2 name=a\n  read 4096 +64\n",
		"by hand":           "task 1\n  write 0 +8\nat 1ms write 64 +8 x2\nat 2ms task 1 read 0 +8\n",
		"streams by chance": "task 1\n  stream read random +8 count=16 span=64 seed=7\n",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel() // fio sleeps more than it works
			p := place(t, head+text)
			p.compare(t, submitted(t, p.sc))
		})
	}
}

// compare runs the job and holds each section against its task's bios.
func (p *placed) compare(t *testing.T, want map[uint16][]string) {
	t.Helper()
	out := p.fio(t, "--output-format=json", "--thread")
	type volume struct {
		IOs   int `json:"total_ios"`
		Bytes int `json:"io_bytes"`
	}
	var report struct {
		Jobs []struct {
			Name        string `json:"jobname"`
			Error       int
			Read, Write volume
		}
	}
	if err := json.Unmarshal([]byte(out[strings.Index(out, "{"):]), &report); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if len(report.Jobs) != len(want) {
		t.Fatalf("%d jobs for %d tasks\n%s", len(report.Jobs), len(want), out)
	}
	for _, j := range report.Jobs {
		var number uint16
		fmt.Sscanf(j.Name, "task%d", &number)
		var read, write volume
		for _, io := range want[number] {
			var word string
			var at, size int
			fmt.Sscan(io, &word, &at, &size)
			v := &read
			if word == "write" {
				v = &write
			}
			v.IOs++
			v.Bytes += size
		}
		if p.replays(t, j.Name, want[number]) {
			// fio counts no bytes of what was under way when its log ended.
			j.Read.Bytes, j.Write.Bytes, read.Bytes, write.Bytes = 0, 0, 0, 0
		}
		if j.Error != 0 || j.Read != read || j.Write != write {
			t.Errorf("%+v, want reads %+v, writes %+v", j, read, write)
		}
	}
}

// replays reports whether a job replays a log, and holds that this is the task's bios.
func (p *placed) replays(t *testing.T, job string, want []string) bool {
	t.Helper()
	log, err := os.ReadFile(filepath.Join(p.dir, job+".iolog"))
	if err != nil {
		return false
	}
	if got := inLog(log); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s: the log has %q, want %q", job, got, want)
	}
	return true
}

// inLog lists what a log of version 3 reads and writes.
func inLog(log []byte) (list []string) {
	for _, line := range strings.Split(string(log), "\n") {
		if f := strings.Fields(line); len(f) == 5 && (f[2] == "read" || f[2] == "write") {
			list = append(list, strings.Join(f[2:], " "))
		}
	}
	return list
}

// TestFioTakesTheSectors holds that jobs in fio's own words hit the scenario's sectors:
// fio writes down what it does.
func TestFioTakesTheSectors(t *testing.T) {
	for _, ops := range []string{"write 800 +8 x7", "read 64 +8 x5 step 24", "stream write sequential +16 count=9 from=512"} {
		p := place(t, "version 1\nkernel 2.6.24\ntask 1\n  "+ops+"\n")
		name := filepath.Join(p.dir, jobName)
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, append(text, "write_iolog=did.iolog\n"...), 0o644); err != nil {
			t.Fatal(err)
		}
		p.fio(t)
		did, err := os.ReadFile(filepath.Join(p.dir, "did.iolog"))
		if err != nil {
			t.Fatal(err)
		}
		got := inLog(did)
		want := submitted(t, p.sc)[1]
		sort.Strings(got)
		sort.Strings(want)
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s: fio did\n%s\nwant\n%s", ops, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

// The shell of every scenario must at least be shell.
func TestScriptsAreShell(t *testing.T) {
	for _, text := range []string{
		"version 1\nkernel 2.6.24\nelevator as antic_expire=8\nhz 333\nqueue unplug_thresh=9 unplug_delay_ms=7 max_sectors=512\nwhat_if no_plugging\ntask 1 ioprio=rt/0\n  write 0 +8\n  unplug\nat 1ms set nr_requests 16\nat 2ms set unplug_thresh 1\nat 3ms elevator noop\n",
		"version 1\nkernel 6.18\nelevator kyber read_lat_nsec=1000\nqueue nomerges=2\ntask 1\n  stream read random +8 count=9000 every 10us wait_each=3\n",
	} {
		sc, err := scenario.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		r, err := New(sc)
		if err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command("sh", "-n")
		cmd.Stdin = strings.NewReader(r.Script())
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%v: %s\n%s", err, out, r.Script())
		}
		for _, line := range wanted[sc.Kernel] {
			if !strings.Contains(r.Script(), line+"\n") {
				t.Errorf("no line %q in\n%s", line, r.Script())
			}
		}
	}
}

var wanted = map[scenario.Kernel][]string{
	scenario.Linux2624: {
		"echo anticipatory > $DISK/queue/scheduler",
		"echo 8 > $DISK/queue/iosched/antic_expire",
		"echo 256 > $DISK/queue/max_sectors_kb",
		"# unplug_thresh=9: no file in sysfs: 4 is compiled in, block/ll_rw_blk.c:blk_queue_make_request()",
		"# unplug_delay_ms=7: no file in sysfs: 3 ms is compiled in, block/ll_rw_blk.c:blk_queue_make_request()",
		"# what_if no_plugging: no kernel does this",
		"(sleep 0.001000; echo 16 > $DISK/queue/nr_requests) &",
		"# at 2.000 ms, set unplug_thresh 1: no file in sysfs: 4 is compiled in, block/ll_rw_blk.c:blk_queue_make_request()",
		"(sleep 0.003000; echo noop > $DISK/queue/scheduler) &",
		"# No system call does what these ops do: unplug",
	},
	scenario.Linux618: {
		"echo kyber > $DISK/queue/scheduler",
		"echo 1000 > $DISK/queue/iosched/read_lat_nsec",
		"echo 2 > $DISK/queue/nomerges",
		"rw=randread", "number_ios=9000", "iodepth=3",
	},
}
