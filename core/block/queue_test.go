package block

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"blkplay/core/trace"
)

// TestDispatchSortIsASweep: what waits for the driver is one sweep upwards from where the driver is, and what
// lies behind that comes after it; the other direction, and what the driver has or a barrier marks, is not passed.
// Linux 2.6.24, 4.4: block/elevator.c:elv_dispatch_sort().
func TestDispatchSortIsASweep(t *testing.T) {
	for _, c := range []struct{ rule, dispatched, want string }{
		{"upwards", "W600 W800 W700", "W600 W700 W800"},
		{"what lies behind comes last", "W600 W100 W700 W50", "W600 W700 W50 W100"},
		{"of equals the older first", "W600 W700 W600", "W600 W600 W700"},
		{"the other direction is not passed", "W600 W700 R10 W20 R5 W650", "W600 W700 R10 W20 R5 W650"},
		{"nor what the driver has", "W600s W550", "W600s W550"},
		{"nor a barrier", "W700 W600b W550 W520", "W700 W600b W520 W550"},
	} {
		q := RequestQueue{Sys: NewSystem(250, nil), EndSector: 500}
		names := map[*Request]string{}
		seen := map[*Request]int{}
		for i, name := range strings.Fields(c.dispatched) {
			var dir, mark string
			var sector int64
			fmt.Sscanf(name, "%1s%d%s", &dir, &sector, &mark)
			rq := &Request{Sector: sector, Sectors: 8}
			if dir == "W" {
				rq.RWBS = trace.Write
			}
			names[rq], seen[rq] = name, i
			if mark != "" { // it is on the list already
				rq.Flags = map[string]RequestFlags{"s": Started, "b": SoftBarrier}[mark]
				q.Head.PushBack(rq)
				continue
			}
			q.DispatchSort(rq)
		}
		var got []string
		for rq := q.Head.First(); rq != nil; rq = rq.Next() {
			if next := rq.Next(); next != nil && next.Sector == rq.Sector && seen[next] < seen[rq] {
				t.Errorf("%s: of two at %d the younger stands first", c.rule, rq.Sector)
			}
			got = append(got, names[rq])
		}
		if !slices.Equal(got, strings.Fields(c.want)) {
			t.Errorf("%s: %v, want %s", c.rule, got, c.want)
		}
	}
}
