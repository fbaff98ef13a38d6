package linux2624_test

import (
	"strings"
	"testing"

	"blkplay/core/block"
	"blkplay/core/trace"
)

// TestSortAfterBypass switches twice. Requests that pass the switch by do not move
// the place from which the second drain sorts: 35000 is ahead of the arm, which is
// at 30008, and 25000 behind it.
func TestSortAfterBypass(t *testing.T) {
	m, _ := play(t, `elevator deadline
device linear depth=1 base_us=5000
queue unplug_thresh=100
task 1
  write 0 +8
  elevator noop
task 2
  sleep until 1ms
  write 10000 +8
  write 20000 +8
  write 30000 +8
  write 40000 +8
  write 50000 +8
  sleep until 17ms
  write 25000 +8
  write 35000 +8
  elevator deadline
`)
	var issued []int64
	for _, e := range m.Trace().Events() {
		if e.Kind == trace.Issue {
			issued = append(issued, e.Sector)
		}
	}
	want := []int64{0, 10000, 20000, 30000, 40000, 50000, 35000, 25000}
	for i := range want {
		if len(issued) != len(want) || issued[i] != want[i] {
			t.Fatalf("issued %v, want %v", issued, want)
		}
	}
}

// TestMaxSectorsHasSixteenBits raises max_sectors to 65536, which the merge
// functions hold in 16 bits: nothing may be appended any more.
func TestMaxSectorsHasSixteenBits(t *testing.T) {
	for value, merges := range map[string]int{"65534": 1, "65536": 0} {
		_, letters := play(t, "queue max_sectors=131072\ntask 1\n  set max_sectors "+value+"\n  write 0 +8\n  write 8 +8\n")
		if got := strings.Count(letters, "M"); got != merges {
			t.Errorf("max_sectors %s: %d merges, want %d: %s", value, got, merges, letters)
		}
	}
}

// TestForkedPriority forks a task with a priority of its own and one without.
func TestForkedPriority(t *testing.T) {
	m, _ := play(t, "task 1 ioprio=be/2\n  fork 2\n  fork 3\ntask 2 parent=1\n  compute 1ms\ntask 3 parent=1 ioprio=rt/1\n  compute 1ms\n")
	for id, want := range map[int]block.IOPrio{2: block.MakeIOPrio(block.ClassBE, 2), 3: block.MakeIOPrio(block.ClassRT, 1)} {
		if got := m.System().TaskByID(id).IOPrio; got != want {
			t.Errorf("task %d has ioprio %d, want %d", id, got, want)
		}
	}
}
