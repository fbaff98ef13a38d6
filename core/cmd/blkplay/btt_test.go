package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// hardTraces are real machines' doings that no run of ours has, or few: a letter, a time
// in us, a first sector and a number of sectors each.
var hardTraces = []struct{ name, events string }{
	{"requeued", `Q 0 0 8, G 1 0 8, I 3 0 8, D 7 0 8, R 15 0 8, D 31 0 8, C 63 0 8`},
	{"requeued and inserted again", `Q 0 0 8, G 1 0 8, I 3 0 8, D 7 0 8, R 15 0 8, I 23 0 8, D 31 0 8, C 63 0 8`},
	{"requeued with what merged", `Q 0 0 8, G 1 0 8, Q 2 8 8, M 3 8 8, I 4 0 16, D 7 0 16, R 15 0 16, D 31 0 16, C 63 0 16`},
	{"requeued without elevator", `Q 0 0 8, G 1 0 8, D 7 0 8, R 15 0 8, D 31 0 8, C 63 0 8`},
	{"queued behind a requeued one", `Q 0 0 8, G 1 0 8, D 7 0 8, R 15 0 8, Q 16 100 8, G 17 100 8, D 31 0 8, C 63 0 8, D 64 100 8, C 65 100 8`},
	{"slept twice for a request", `Q 0 0 8, S 1 0 8, S 3 0 8, G 7 0 8, I 15 0 8, D 31 0 8, C 63 0 8`},
	{"two of one sector", `Q 0 0 8, G 1 0 8, I 3 0 8, Q 4 0 8, G 5 0 8, I 6 0 8, D 7 0 8, D 9 0 8, C 12 0 8, C 15 0 8`},
	{"a short one and a long one of a sector", `Q 0 0 8, Q 1 0 16, G 3 0 8, G 5 0 16, I 9 0 8, I 14 0 16, D 20 0 8, D 27 0 16, C 35 0 8, C 50 0 16`},
	{"two of a sector, one takes a third in", `Q 0 0 8, Q 1 0 8, G 3 0 8, Q 5 8 8, M 9 8 8, G 10 0 8, I 11 0 16, I 14 0 8, D 20 0 16, D 27 0 8, C 35 0 16, C 50 0 8`},
	{"an average between two digits", `Q 0 0 8, D 1 0 8, C 4 0 8, Q 10 16 8, D 11 16 8, C 15 16 8`},
}

// parsed makes of such a text what blkparse prints of a write's events, with times of so many
// nanoseconds.
func parsed(t *testing.T, events string, unit int) string {
	t.Helper()
	var b strings.Builder
	for i, event := range strings.Split(events, ", ") {
		var letter string
		var time, sector, sectors int
		if _, err := fmt.Sscanf(event, "%s %d %d %d", &letter, &time, &sector, &sectors); err != nil {
			t.Fatalf("%s: %v", event, err)
		}
		tail := "[dd]"
		if letter == "C" || letter == "R" {
			tail = "[0]"
		}
		fmt.Fprintf(&b, "  8,0    0 %8d     0.%09d     7 %2s   W %d + %d %s\n", i+1, time*unit, letter, sector, sectors, tail)
	}
	return b.String()
}

// TestBttComputesHardTraces holds that we come to btt's figures where I/Os are requeued,
// sleep for a request, or stand at one sector.
func TestBttComputesHardTraces(t *testing.T) {
	for _, hard := range hardTraces {
		for _, unit := range []int{1, 1000} {
			t.Run(fmt.Sprintf("%s, times %d", hard.name, unit), func(t *testing.T) {
				dir := t.TempDir()
				binary := filepath.Join(dir, "a.blktrace.0")
				if out, err, status := blkplay("", "convert", file(t, "a.txt", parsed(t, hard.events, unit)), binary); status != 0 || out+err != "" {
					t.Fatal(out, err)
				}
				tool(t, dir, "blkparse", "-q", "-i", "a", "-d", "a.merged", "-o", "a.printed")
				got, _, _ := strings.Cut(tool(t, dir, "btt", "-i", "a.merged"), "\n# Total System")
				want, complaints, status := blkplay("", "stats", "-format", "btt", binary)
				if status != 0 {
					t.Fatal(complaints)
				}
				seeks := "Seek Information" // where every distance occurs once, btt takes any
				for _, text := range []*string{&got, &want} {
					before, rest, _ := strings.Cut(*text, "==================== Device Q2Q "+seeks)
					_, after, _ := strings.Cut(rest, "==================== Plug")
					*text = before + after
				}
				compareLines(t, got, want)
			})
		}
	}
}

// TestRequeuedLeavesTheDevice holds that a request that the device gives back is not
// counted there twice: after it as before, one is at the device at once.
func TestRequeuedLeavesTheDevice(t *testing.T) {
	events := ""
	for i := range 20 {
		events += fmt.Sprintf(", Q %d %d 8, G %d %d 8, D %d %d 8, R %d %d 8, D %d %d 8, C %d %d 8", 10*i, 8*i, 10*i+1, 8*i, 10*i+2, 8*i, 10*i+3, 8*i, 10*i+5, 8*i, 10*i+8, 8*i)
	}
	name := file(t, "a.txt", parsed(t, strings.TrimPrefix(events, ", "), 1000))
	out, err, status := blkplay("", "stats", "-format", "json", name)
	if status != 0 || !strings.Contains(out, `"device_max":1,`) || !strings.Contains(out, `"d2c_n":20,`) || !strings.Contains(out, `"d2c_avg_ns":3000,`) {
		t.Error(out, err)
	}
	depth, err, status := blkplay("", "stats", "-format", "depth", name)
	if lines := strings.Split(strings.TrimSpace(depth), "\n"); status != 0 || len(lines) < 100 || !strings.HasSuffix(lines[len(lines)-1], ",0,1") {
		t.Error(depth, err)
	}
}
