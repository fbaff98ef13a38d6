package linux2624_test

import (
	"strconv"
	"strings"
	"testing"

	"blkplay/core/trace"
)

// TestValuesAtTheEdge stores values with which the kernel's own integers overflow
// or its fractions of HZ come to nothing. What is told is who had its requests
// issued, in order.
func TestValuesAtTheEdge(t *testing.T) {
	const readers = "task %1 ioprio=be/%2\n  read 0 +8\n  wait\n  read 8 +8\n  wait\n  read 16 +8\n  wait\n"
	reader := func(task, level string) string { return strings.NewReplacer("%1", task, "%2", level).Replace(readers) }
	const writers = "task 1 ioprio=be/7\n  write 1000 +8\n  write 1100 +8\n  write 1200 +8\n  write 1300 +8\n  write 1400 +8\n" +
		"task 2 ioprio=be/6\n  write 0 +8\n"
	// Task 1 thinks for half a second, twice; its third read is done at 1250 ms, and its fourth comes at 1300 ms.
	const thinker = "device linear depth=1 base_us=50000\ntask 1\n  read 0 +8\n  wait\n  sleep until 600ms\n  read 8 +8\n  wait\n" +
		"  sleep until 1200ms\n  read 16 +8\n  wait\n  sleep until 1300ms\n  read 24 +8\n  wait\n" +
		"task 2\n  sleep until 1210ms\n  read 90000000 +8\n  wait\n"
	for _, c := range []struct{ name, hz, text, want string }{
		// block/cfq-iosched.c:cfq_prio_slice(): base_slice + base_slice/5*(4-prio), an int.
		{"a slice of 2^31-1 jiffies lasts", "1000", "elevator cfq slice_sync=2147483647\n" + reader("1", "4") + reader("2", "4"), "1 1 1 2 2 2"},
		{"at level 0 it overflows, and is over at once", "1000", "elevator cfq slice_sync=2147483647\n" + reader("1", "0") + reader("2", "0"), "1 2 1 2 1 2"},
		// block/cfq-iosched.c:cfq_prio_to_maxrq(): 2*(base_rq + base_rq*(7-prio)), an int.
		{"level 7 may have 4 writes in a slice, 3 at a time", "1000", "elevator cfq slice_async_rq=2 quantum=3\nqueue unplug_thresh=16\n" + writers, "1 1 1 1 1 2"},
		{"with 2^30 its bound overflows, and 3 are too many", "1000", "elevator cfq slice_async_rq=1073741824 quantum=3\nqueue unplug_thresh=16\n" + writers, "2 1 1 1 1 1"},
		// block/as-iosched.c:MAX_THINKTIME is HZ/50UL: below HZ 50 its predecessor is no bound at all.
		{"at HZ 10 a long think time counts in full", "10", "elevator as\n" + thinker, "1 1 1 2 1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m, _ := play(t, "hz "+c.hz+"\n"+c.text)
			var tasks []string
			of := map[int32]int32{} // by request
			for _, e := range m.Trace().Events() {
				switch e.Kind {
				case trace.GetRequest:
					of[e.Req] = int32(e.Task)
				case trace.Issue:
					tasks = append(tasks, strconv.Itoa(int(of[e.Req])))
				}
			}
			if got := strings.Join(tasks, " "); got != c.want {
				t.Errorf("issued for %s, want %s", got, c.want)
			}
		})
	}
}
