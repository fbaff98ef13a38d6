package main

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"blkplay/core/scenario"
)

// asVersion8 makes of a file of version 7, of a little-endian machine, what Linux 6.19 writes
// for who asks for version 8.
func asVersion8(t *testing.T, old []byte) (b []byte) {
	t.Helper()
	for len(old) > 0 {
		size := 48 + int(binary.LittleEndian.Uint16(old[46:]))
		r := old[:size]
		old = old[size:]
		b = append(b, 8, 't', 'a', 'e')
		b = append(b, r[4:28]...)  // sequence, time, sector, bytes
		b = append(b, r[32:36]...) // pid
		b = append(b, r[28:32]...) // action, of 64 bits
		b = append(b, 0, 0, 0, 0)
		b = append(b, r[36:48]...) // device, cpu, error, length of the payload
		b = append(b, make([]byte, 12)...)
		b = append(b, r[48:]...)
	}
	return b
}

// TestVersion8ThroughBlkparse: blkparse 1.2.0, which Debian has, knows no version 8. What it
// and btt print of our version 7 of such a trace is what they print of the trace itself.
func TestVersion8ThroughBlkparse(t *testing.T) {
	for _, name := range realNames(t) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			dir := t.TempDir()
			for _, cpu := range []string{".blktrace.0", ".blktrace.1"} {
				if err := writeFile(filepath.Join(dir, "new"+cpu), string(asVersion8(t, []byte(unpack(t, name+cpu+".gz"))))); err != nil {
					t.Fatal(err)
				}
			}
			cmd := exec.Command("blkparse", "-i", "new")
			cmd.Dir = dir
			if out, err := cmd.CombinedOutput(); bytes.Contains(out, []byte(" Q ")) || !bytes.Contains(out, []byte("unsupported trace version 8")) {
				t.Errorf("blkparse reads version 8 now (%v): judge it directly\n%.300s", err, out)
			}
			if _, err, status := blkplay("", "convert", filepath.Join(dir, "new"), filepath.Join(dir, "old.blktrace.0")); status != 0 || err != "" {
				t.Fatal(err)
			}
			want, _, _ := strings.Cut(unpack(t, name+".blkparse.txt.gz"), "Input file ")
			want = strings.ReplaceAll(want, "("+filepath.Base(name)+")", "(old)")
			got := tool(t, dir, "blkparse", "-i", "old")
			compareLines(t, strings.ReplaceAll(strings.ReplaceAll(got, "Input file old.blktrace.0 added\n", ""), "Input file old.blktrace.1 added\n", ""), want)
			tool(t, dir, "blkparse", "-q", "-i", "old", "-d", "merged", "-o", "printed")
			figures, _, _ := strings.Cut(tool(t, dir, "btt", "-i", "merged"), "\n# Total System")
			wanted, _, _ := strings.Cut(unpack(t, name+".btt.txt"), "\n# Total System")
			compareLines(t, anyMode.ReplaceAllString(figures, "| any$1"), anyMode.ReplaceAllString(wanted, "| any$1"))
		})
	}
}

// TestFioReplaysRealTraces holds that fio does every read and write of a real trace, from our
// log and from our merged binary of it, of which btt makes the trace's figures. mkfs is left to the others: it discards, and fio trims no files.
func TestFioReplaysRealTraces(t *testing.T) {
	for _, name := range []string{"dd-seq-fsync-none", "sqlite-ext4-none"} {
		t.Run(name, func(t *testing.T) {
			w := &written{dir: t.TempDir()}
			from := "../../testdata/traces/" + name + "/" + name + ".blktrace.0.gz"
			for _, ending := range []string{".iolog", ".blktrace"} {
				if _, err, status := blkplay("", "convert", from, w.path(ending)); status != 0 {
					t.Fatal(err)
				}
			}
			target := w.path(".disk")
			if err := os.WriteFile(target, nil, 0o644); err != nil {
				t.Fatal(err)
			}
			if err := os.Truncate(target, 1<<30); err != nil {
				t.Fatal(err)
			}
			log := w.read(t, ".iolog")
			var want [2]volume
			for i, word := range []string{" read ", " write "} {
				for _, line := range strings.Split(log, "\n") {
					if _, numbers, ok := strings.Cut(line, word); ok {
						want[i].IOs++
						want[i].Bytes += number(t, strings.Fields(numbers)[1])
					}
				}
			}
			jobs := fio(t, w, target, ".iolog", ".blktrace")
			if job := jobs[0]; job.Read != want[0] || job.Write != want[1] || want[1].IOs < 700 {
				t.Errorf("fio does %+v, the log has %+v", job, want)
			}
			// Of a binary trace fio makes a write with a flush before it a sync alone.
			for _, line := range strings.Split(unpack(t, strings.TrimSuffix(from, ".blktrace.0.gz")+".full.txt.gz"), "\n") {
				if f := strings.Fields(line); len(f) > 9 && f[5] == "Q" && strings.HasPrefix(f[6], "FW") && f[8] != "0" {
					want[1].IOs--
					want[1].Bytes -= number(t, f[9])
				}
			}
			if job := jobs[1]; job.Read != want[0] || job.Write != want[1] {
				t.Errorf("fio does %+v, the binary has %+v", job, want)
			}
			figures, _, _ := strings.Cut(tool(t, w.dir, "btt", "-i", w.path(".blktrace")), "\n# Total System")
			wanted, _, _ := strings.Cut(unpack(t, strings.TrimSuffix(from, ".blktrace.0.gz")+".btt.txt"), "\n# Total System")
			compareLines(t, anyMode.ReplaceAllString(figures, "| any$1"), anyMode.ReplaceAllString(wanted, "| any$1"))
		})
	}
}

func number(t *testing.T, s string) (n int64) {
	t.Helper()
	if err := json.Unmarshal([]byte(s), &n); err != nil {
		t.Fatal(err)
	}
	return n
}

// jobFile is one that fio does in no time.
const jobFile = `[global]
filename=disk
direct=0
size=1m
[random]
rw=randread
number_ios=50
[sequential]
stonewall
rw=write
bs=8k
numjobs=2
offset_increment=256k
io_size=128k
[loops]
rw=read
bs=4k
size=64k
offset=128k
loops=3
[rest]
rw=write
bs=12k
size=100k
thinktime=10
`

// TestFioDoesWhatWeMakeOfAJobFile holds that every job of fio does as many reads and writes, of
// as many bytes, as the tasks that we make of it.
func TestFioDoesWhatWeMakeOfAJobFile(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "jobs.fio")
	if err := writeFile(name, jobFile); err != nil {
		t.Fatal(err)
	}
	out := tool(t, dir, "fio", "--output-format=json", "--thread", "jobs.fio")
	var report struct{ Jobs []job }
	if err := json.Unmarshal([]byte(out[strings.Index(out, "{"):]), &report); err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(dir, "jobs.blkplay")
	if _, err, status := blkplay("", "convert", name, to); status != 0 {
		t.Fatal(err)
	}
	sc, err := scenario.Parse(unpack(t, to))
	if err != nil {
		t.Fatal(err)
	}
	if len(sc.Tasks) != len(report.Jobs) {
		t.Fatalf("%d tasks, fio has %d jobs", len(sc.Tasks), len(report.Jobs))
	}
	for i, task := range sc.Tasks {
		var did [2]volume
		for _, op := range task.Ops {
			if op.Kind == scenario.Submit || op.Kind == scenario.Stream {
				dir := 0
				if op.IO.Write {
					dir = 1
				}
				did[dir].IOs += op.IO.Count
				did[dir].Bytes += op.IO.Count * op.IO.Sectors * 512
			}
		}
		if j := report.Jobs[i]; j.Name != task.Name || j.Read != did[0] || j.Write != did[1] {
			t.Errorf("fio: %+v; ours: %s %+v", j, task.Name, did)
		}
	}
}
