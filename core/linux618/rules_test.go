package linux618_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"blkplay/core/trace"
)

// issued are the requests given to the driver, as rwbs and sector.
func issued(events []trace.Event) (list []string) {
	for i := range events {
		if e := &events[i]; e.Kind == trace.Issue {
			list = append(list, e.RWBS.String()+strconv.FormatInt(e.Sector, 10))
		}
	}
	return list
}

// TestOrderOfIssue: one rule of the order in which requests are issued a row, on a device that takes
// one request at a time.
func TestOrderOfIssue(t *testing.T) {
	for _, c := range []struct{ rule, machine, task, want string }{
		{
			"dd->starved is unsigned: a writes_starved below 0 is never reached (6.18: block/mq-deadline.c:__dd_dispatch_request())",
			"elevator mq-deadline writes_starved=-1 fifo_batch=0",
			"start_plug\nwrite 100 +8\nread 200 +8 x5 step 100\nfinish_plug",
			"R200 R300 R400 R500 R600 W100",
		},
		{
			"writes wait for two batches of reads (6.18: block/mq-deadline.c:__dd_dispatch_request())",
			"elevator mq-deadline fifo_batch=0",
			"start_plug\nwrite 100 +8\nread 200 +8 x5 step 100\nfinish_plug",
			"R200 R300 W100 R400 R500 R600",
		},
	} {
		events := run(t, "version 1\nkernel 6.18\n"+c.machine+"\nqueue nr_requests=16\ndevice linear depth=1\ntask 1\n"+c.task+"\nwait\n")
		if got := issued(events); !slices.Equal(got, strings.Fields(c.want)) {
			t.Errorf("%s:\nissued %v\nwant   %s", c.rule, got, c.want)
		}
	}
}
