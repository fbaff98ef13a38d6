package fio_test

import (
	"strings"
	"testing"

	"blkplay/core"
	"blkplay/core/fio"
	"blkplay/core/scenario"
)

const longest = 1024 // sectors

// scenarioOf makes a scenario of a job file for a kernel, and returns its tasks' lines and the notes.
func scenarioOf(t *testing.T, kernel scenario.Kernel, text string) (tasks string, notes []string) {
	t.Helper()
	f, err := fio.Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	sc := scenario.Default(kernel)
	more, err := f.AddTo(sc, longest)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range append(f.Notes, more...) {
		notes = append(notes, n.String())
	}
	out := scenario.Format(sc)
	if _, err := scenario.Parse(out); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	m, err := core.New(sc, core.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if st := m.Run(core.Forever, 0); st != core.Complete {
		t.Fatalf("status %d: %s\n%s", st, m.EndText(), out)
	}
	return out[strings.Index(out, "task 1"):], notes
}

// plays are job files, and what they become.
var plays = []struct {
	name   string
	kernel scenario.Kernel
	job    string
	want   string
	notes  string
}{
	{"a sequential read", "4.4", "[a]\nrw=read\nsize=64k\n",
		"task 1 name=a\n  stream read sequential count=16 +8 wait_each=1 plug_each=1\n", ""},
	{"globals, and what overrides them", "6.18", `
; a comment
# another
[global]
bs=8k
size=1m
rw=randwrite
[a]
[global]
randseed=7
[b]
numjobs=2
rw=randread
`, `task 1 name=a
  stream write random seed=1 count=128 +16 span=128 sync wait_each=1
task 2 name=b
  stream read random seed=7 count=128 +16 from=2048 span=128 sync wait_each=1
task 3 name=b
  stream read random seed=8 count=128 +16 from=4096 span=128 sync wait_each=1
`, ""},
	{"a depth, filled one by one", "6.18", "[a]\nrw=randread\nsize=1m\nioengine=libaio\niodepth=32\n",
		"task 1 name=a\n  stream read random seed=1 count=256 +8 span=256 wait_each=1 wait_left=31\n  wait\n", ""},
	{"a depth in batches", "6.18", "[a]\nrw=randread\nsize=1m\nioengine=io_uring\niodepth=32\niodepth_batch=16\niodepth_batch_complete=8\n",
		"task 1 name=a\n  stream read random seed=1 count=256 +8 span=256 wait_each=8 wait_left=24 plug_each=8\n  wait\n", ""},
	{"a batch of two has no plug in 6.18", "6.18", "[a]\nsize=16k\nioengine=libaio\niodepth=2\niodepth_batch=0\niodepth_batch_complete_min=2\n",
		"task 1 name=a\n  stream read sequential count=4 +8 wait_each=2\n", ""},
	{"low water", "4.4", "[a]\nrw=write\nsize=32k\nioengine=libaio\niodepth=8\niodepth_batch=4\niodepth_low=2\n",
		`task 1 name=a
  start_plug
  write 0 +8 sync
  write 8 +8 sync
  write 16 +8 sync
  write 24 +8 sync
  finish_plug
  start_plug
  write 32 +8 sync
  write 40 +8 sync
  finish_plug
  wait left=2
  start_plug
  write 48 +8 sync
  write 56 +8 sync
  finish_plug
  wait
`, ""},
	{"2.6.24 unplugs at the end of each direct I/O", "2.6.24", "[a]\nrw=write\nsize=8k\nioengine=libaio\niodepth=2\n", `task 1 name=a
  write 0 +8
  unplug
  wait left=1
  write 8 +8
  unplug
  wait left=1
  wait
`, ""},
	{"a mix, from the seed", "4.4", "[a]\nrw=rw\nrwmixread=75\nbs=4k,8k\nnumber_ios=4\nsize=1m\nioengine=libaio\niodepth=4\niodepth_batch=4\niodepth_batch_complete=4\n", `task 1 name=a
  start_plug
  write 0 +16 sync
  read 0 +8
  read 8 +8
  read 16 +8
  finish_plug
  wait
`, ""},
	{"a rate", "6.18", "[a]\nsize=12k\nrate=4m\nstartdelay=1ms\n", `task 1 name=a
  sleep 1ms
  read 0 +8 sync
  wait
  sleep until 1976562ns
  read 8 +8 sync
  wait
  sleep until 2953124ns
  read 16 +8 sync
  wait
`, ""},
	{"thinking", "2.6.24", "[a]\nsize=16k\nthinktime=300\n[b]\nsize=16k\nthinktime=1ms\nthinktime_blocks=2\n", `task 1 name=a
  stream read sequential count=4 +8 every 300us wait_each=1
task 2 name=b
  read 2048 +8
  wait
  read 2056 +8
  wait
  wait
  sleep 1ms
  read 2064 +8
  wait
  read 2072 +8
  wait
`, ""},
	{"one after the other", "2.6.24", "[a]\nsize=4k\n[b]\nstonewall\nsize=4k\nnumjobs=2\n[c]\nwait_for_previous=1\nsize=4k\n", `task 1 name=a
  stream read sequential count=1 +8 wait_each=1
  fork 2
  fork 3
task 2 name=b parent=1
  stream read sequential count=1 +8 from=2048 wait_each=1
task 3 name=b parent=1
  stream read sequential count=1 +8 from=4096 wait_each=1
  fork 4
task 4 name=c parent=3
  stream read sequential count=1 +8 from=6144 wait_each=1
`, "line 7: job c: stonewall waits for task 3, which has the most to do, not for all 2 before it"},
	{"a device, its parts, and more than once through them", "2.6.24", "[a]\nfilename=/dev/sdb\noffset=1m\noffset_increment=8k\nnumjobs=2\nsize=8k\nio_size=12k\nprio=2\n", `task 1 name=a ioprio=be/2
  stream read sequential count=2 +8 from=2048 wait_each=1
  stream read sequential count=1 +8 from=2048 wait_each=1
task 2 name=a ioprio=be/2
  stream read sequential count=2 +8 from=2064 wait_each=1
  stream read sequential count=1 +8 from=2064 wait_each=1
`, ""},
	{"blocks longer than bios", "6.18", "[a]\nrw=write\nbs=1300k\nsize=1300k\n", `task 1 name=a
  start_plug
  write 0 +1024 x2 sync
  write 2048 +552 sync
  finish_plug
  wait
`, ""},
	{"no whole number of blocks", "2.6.24", "[a]\nfilename=f\nsize=10k\n[b]\nfilename=f\nsize=64k\nnumber_ios=1\n[c]\nsize=10k\n[d]\nfilename=/dev/sda\nsize=10k\n", `task 1 name=a
  stream read sequential count=3 +8 wait_each=1
task 2 name=b
  stream read sequential count=1 +8 wait_each=1
task 3 name=c
  stream read sequential count=2 +8 from=2048 wait_each=1
task 4 name=d
  stream read sequential count=3 +8 from=4096 wait_each=1
`, ""},
	{"a device that a variable names", "6.18", "[global]\nfilename=${DEV}\n[a]\nsize=4k\n[b]\nsize=4k\noffset=8k\nstartdelay=2500us\n", `task 1 name=a
  stream read sequential count=1 +8 sync wait_each=1
task 2 name=b
  sleep 2500us
  stream read sequential count=1 +8 from=16 sync wait_each=1
`, ""},
	{"holes, and a log", "2.6.24", "[a]\nrw=write:4k\nsize=12k\nio_size=16k\n[b]\nread_iolog=x\nreplay_redirect=/dev/sda\n", `task 1 name=a
  write 0 +8
  wait
  write 16 +8
  wait
  write 0 +8
  wait
  write 16 +8
  wait
`, "line 6: job b does what a log says; it is left out: give the log itself"},
	{"what is not done", "6.18", `[global]
bssplit=4k/50:8k/50
direct=0
runtime=10s
time_based
fsync=4
group_reporting
write_bw_log=x
[a]
size=4k
ioengine=mmap
bs=${BS}
include more.fio
[t]
rw=randtrim
size=4k
[none]
size=1k
`, "task 1 name=a\n  stream read sequential count=1 +8 sync wait_each=1\n", `line 2: "bssplit" is not supported, left out
line 3: direct=0: there is no page cache here; every job is taken as with direct=1
line 4: runtime is not supported: the job does all of its I/O, however long that takes
line 5: time_based is not supported: the job does its I/O once
line 6: "fsync" is not supported, left out
line 11: ioengine "mmap" is not supported: taken as psync, one I/O after the other
line 12: bs: variables such as "${BS}" are not known here; left out
line 13: include: other files are not read; put their lines here
line 15: job t trims: no kernel here has discards; it is left out
line 17: job none has less to do than one block; it is left out`},
	{"too much", "2.6.24", "[a]\nsize=1g\n[b]\nsize=3g\nioengine=io_uring\n", `task 1 name=a
  stream read sequential count=8192 +8 wait_each=1
task 2 name=b
  stream read sequential count=24576 +8 from=2097152 wait_each=1
`, `line 1: job a: of its 262144 I/Os the first 8192 are done; there may be 32768 bios in all
line 3: job b: of its 786432 I/Os the first 24576 are done; there may be 32768 bios in all
line 3: job b: Linux 2.6.24 has no io_uring; taken as libaio`},
	{"no size", "2.6.24", "[a]\nnumber_ios=3\nrw=randread\nbs=1m\n", `task 1 name=a
  read 878592 +1024 x2
  wait
  read 241664 +1024 x2
  wait
  read 634880 +1024 x2
  wait
`, "line 1: job a has no size, and its device is not known here: it works in the first GiB"},
}

// The numbers are those of fio 3.33.
func TestSharesAndWholeBlocks(t *testing.T) {
	for _, x := range []struct {
		job, notes string
		ios        int64
	}{
		{"filesize=1m\nsize=50%", "", 128},
		{"filesize=2m\nsize=1m", "", 256},
		{"filesize=1m\nsize=50%\nio_size=50%", "", 64},
		{"filesize=1m", "", 256},
		{"size=1m\nio_size=50%", "", 128},
		{"size=1m\nio_size=30%", "", 77},
		{"size=1m\nio_size=10k", "", 3},
		{"size=10k\nio_size=30k", "", 8},
		{"size=50%\nsize=64k", "", 16},
		{"rw=read:-8k\nsize=64k", "line 2: rw: going backwards is not supported: block follows block", 16},
		{"size=64k\noffset=25%", "line 3: job a: the size of its file is not known here; its share is of a GiB", 16},
		{"offset=50%\nfilesize=2m\nsize=64k", "", 16},
	} {
		f, err := fio.Parse([]byte("[a]\n" + x.job + "\n"))
		if err != nil {
			t.Errorf("%q: %v", x.job, err)
			continue
		}
		sc := scenario.Default("4.4")
		if _, err := f.AddTo(sc, longest); err != nil {
			t.Fatal(err)
		}
		ios := int64(0)
		for _, op := range sc.Tasks[0].Ops {
			if op.Kind == scenario.Submit || op.Kind == scenario.Stream {
				ios += max(op.IO.Count, 1)
			}
		}
		var notes []string
		for _, n := range f.Notes {
			notes = append(notes, n.String())
		}
		if ios != x.ios || strings.Join(notes, "; ") != x.notes {
			t.Errorf("%q: %d I/Os, want %d; %s", x.job, ios, x.ios, notes)
		}
	}
}

func TestPlays(t *testing.T) {
	for _, p := range plays {
		t.Run(p.name, func(t *testing.T) {
			got, notes := scenarioOf(t, p.kernel, p.job)
			if got != p.want {
				t.Errorf("got\n%s\nwant\n%s", got, p.want)
			}
			if n := strings.Join(notes, "\n"); n != p.notes {
				t.Errorf("notes\n%s\nwant\n%s", n, p.notes)
			}
		})
	}
}

// badJobs are no job files, or ones with something wrong.
var badJobs = []struct{ text, want string }{
	{"", "line 1: there is no section"},
	{"\n; nothing\n", "line 1: there is no section"},
	{"rw=read\n[a]", `line 1: found "rw=read" before any section`},
	{"[a\nrw=read", `line 1: found "[a", want a section`},
	{"[global]\nrw=read\n", "line 1: there are only global settings, but no job"},
	{"[a]\nrw=walk", `line 2: rw="walk": want read, write`},
	{"[a]\nbs", "it has no value"},
	{"[a]\nrw=read:x", "want a size such as 4k"},
	{"[a]\nrw=read:7", "what is left out behind a block here is a multiple of 512 bytes"},
	{"[a]\nbs=1000", "a block here is a multiple of 512 bytes"},
	{"[a]\nbs=1g", "at most 64 MiB"},
	{"[a]\nbs=0", "a multiple of 512"},
	{"[a]\nsize=12q", `line 2: size="12q": want a size such as 4k or 1g`},
	{"[a]\nsize=101%", `size="101%": a share is from 0% to 100%`},
	{"[a]\nbs=50%", "want a size such as 4k"},
	{"[a]\nsize=9223372036854775808", "more than 8 EiB"},
	{"[a]\nsize=9p\n[b]\niodepth=many", `line 4: iodepth="many": want a whole number from 1 to 8192`},
	{"[a]\nsize=8k\nnumjobs=0", "want a whole number from 1 to 4096"},
	{"[a]\nthinktime=2h", "more than an hour"},
	{"[a]\nthinktime=2x", "want a time such as 100us"},
	{"[a]\n\x00\x01", "line 2: found \"\\x00\\x01\", which is no text"},
	{"[a]\nsize=8000p\noffset=8000p", "job a reaches beyond 8 EiB"},
	{"[a]\nnumjobs=4096\n[b]\n", "line 3: job b: more than 4096 tasks in all"},
	{"[a]\nrw=trim\nsize=1m", "no job of the file does reads or writes"},
}

func TestBadJobsAreToldWithTheirLine(t *testing.T) {
	for _, b := range badJobs {
		f, err := fio.Parse([]byte(b.text))
		if err == nil {
			_, err = f.AddTo(scenario.Default("4.4"), longest)
		}
		if err == nil || !strings.Contains(err.Error(), b.want) {
			t.Errorf("%q:\n got %v\nwant %s", b.text, err, b.want)
		}
	}
}

func TestIs(t *testing.T) {
	for text, want := range map[string]bool{
		"[global]\n": true, "; x\n\n[a b]\nrw=read": true, "[\"a\"]": false, "[1, 2\n": false, "[{\"ph\":1}]\n": false, "[[1]]": false,
		"": false, "rw=read\n": false, "[a] b\n": false, "  8,0  1": false, "fio version 3 iolog\n": false, "# only": false,
	} {
		if fio.Is([]byte(text)) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}

// Whatever the text: no crash, and what becomes a scenario is one that can be read and run.
func FuzzParse(f *testing.F) {
	for _, p := range plays {
		f.Add([]byte(p.job))
	}
	for _, b := range badJobs {
		f.Add([]byte(b.text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		file, err := fio.Parse(text)
		if err != nil {
			return
		}
		for _, k := range scenario.Kernels() {
			sc := scenario.Default(k.Name)
			if _, err := file.AddTo(sc, longest); err != nil {
				continue
			}
			out := scenario.Format(sc)
			again, err := scenario.Parse(out)
			if err != nil {
				t.Fatalf("%v\n%.1000s", err, out)
			}
			if scenario.Format(again) != out {
				t.Fatal("its text reads otherwise")
			}
		}
	})
}
