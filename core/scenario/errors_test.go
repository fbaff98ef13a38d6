package scenario_test

import (
	"strings"
	"testing"

	"blkplay/core/scenario"
)

// refused are texts with the first error that each gives. A text without
// "version" gets the lines of head before it, which are four.
var refused = []struct{ text, want string }{
	{"version 2", `line 1, column 9: version "2" is unknown`},
	{"version", `line 1, column 9: here the line ends, but the version`},
	{"version 1\nkernel 2.6.25", `line 2, column 8: "2.6.25" is no kernel that is modelled; did you mean 2.6.24?`},
	{"version 1\nhz 250", `line 2, column 1: before "hz" the kernel must be named`},
	{"version 1", `the kernel is missing`},
	{"kernle 4.4\nversion 1", `line 1, column 1: "kernle": the first line of a scenario is: version 1`},
	{"version 1\nkernel 4.4\nelevator as", `line 3, column 10: kernel 4.4 has no elevator "as" (kernel 2.6.24 has it)`},
	{"version 1\nkernel 4.4\nelevator nop", `did you mean noop?`},
	{"version 1\nkernel 2.6.24\nelevator deadline read_expier=4", `line 3, column 19: elevator deadline has no tunable "read_expier"; did you mean read_expire?`},
	{"version 1\nkernel 2.6.24\nelevator deadline fifo_batch=4 fifo_batch=5", `line 3, column 32: "fifo_batch" is set twice`},
	{"version 1\nkernel 2.6.24\nelevator noop fifo_batch=4", `elevator noop has no tunables`},
	{"version 1\nkernel 6.18\nelevator kyber read_lat_nsec=0", `read_lat_nsec=0: read_lat_nsec is 1 to`},
	{"version 1\nkernel 4.4\nqueue unplug_thresh=4", `line 3, column 7: kernel 4.4 has no unplug_thresh (kernel 2.6.24 has it)`},
	{"version 1\nkernel 4.4\nqueue max_sectors", `is no setting of the form name=value`},
	{"version 1\nkernel 4.4\nqueue max_sectors=-8", `max_sectors is 0 to`},
	{"version 1\nkernel 4.4\nqueue max_sectors=4", `max_sectors is 8 to`},
	{"version 1\nkernel 2.6.24\nqueue nr_requests=1048577", `nr_requests is 4 to 1048576 requests`},
	{"version 1\nkernel 4.4\nhz 250\nhz 100", `line 4, column 1: "hz" stands in line 3 already`},
	{"version 1\nkernel 4.4\nhz 5", `"5": hz is 10 to 10000`},
	{"version 1\nkernel 4.4\nhz fast", `hz is a whole number`},
	{"version 1\nkernel 4.4\nwhat_if no_unplug_timer", `kernel 4.4 has no what_if "no_unplug_timer" (kernel 2.6.24 has it)`},
	{"version 1\nkernel 4.4\nwhat_if untracked_plugs", `did you mean untracked_plug?`},
	{"version 1\nkernel 4.4\ndevice disc", `"disc" is no device`},
	{"version 1\nkernel 4.4\ndevice linear base=5", `device linear has no "base"`},
	{"version 1\nkernel 4.4\ndevice linear base_us=1.0005", `finer than a nanosecond`},
	{"version 1\nkernel 4.4\ndevice linear base_us=x", `is no number`},
	{"version 1\nkernel 4.4\ndevice linear base_s=4000", `too long; the longest is 3600s`},
	{"version 1\nkernel 4.4\ndevice linear depth=0", `depth is 1 to`},
	{"version 1\nkernel 6.18\nelevator none\nqueue nr_requests=8\ndevice linear depth=4", `nr_requests=8: there are at most 4 tags, with elevator none the device's`},
	{"version 1\nkernel 6.18\nelevator none\nqueue nr_requests=2\ndevice linear depth=3", `nr_requests=2, which the kernel makes 4: there are at most 3 tags`},
	{"version 1\nkernel 6.18\nqueue nr_requests=2049", `nr_requests=2049: there are at most 2048 tags, a scheduler's`},
	{"write 0 +8", `line 5, column 1: "write" is an op; ops stand under a task`},
	{"task 1\n  wirte 0 +8", `line 6, column 3: "wirte" is no op; did you mean write? Possible here: write, read`},
	{"task 1\n  write 0 8", `line 6, column 11: "8": a length begins with +`},
	{"task 1\n  write 0", `line 6, column 11: here the line ends, but a length like +8 is missing`},
	{"task 1\n  write -8 +8", `"-8": a sector is 0 to`},
	{"task 1\n  write 0 +0", `"+0": a length is 1 to`},
	{"task 1\n  write 0 +2048", `this kernel does not split bios, and the queue's limits allow 1024 sectors`},
	{"version 1\nkernel 4.4\ntask 1\n  write 0 +2049", `256 pages are 2048 sectors`},
	{"task 1\n  write 36028797018963960 +16", `beyond sector 36028797018963968`},
	{"task 1\n  write 8 +8 x3 step -8", `a bio would begin at sector -8`},
	{"task 1\n  write 0 +8 x0", `the number of bios is 1 to`},
	{"task 1\n  write 0 +8 x1048577", `the number of bios is 1 to`},
	{"task 1\n  write 0 +8 x1048576\n  read 0 +8", `line 7, column 3: there are more than 1048576 bios`},
	{"task 1\n  write 0 +8 synk", `did you mean sync?`},
	{"task 1\n  write 99999999999999999999 +8", `a sector is 0 to`},
	{"task 1\n  sleep until 5", `"5" has no unit; write 5ns, 5us, 5ms or 5s`},
	{"task 1\n  sleep 5m", `unknown unit "m"`},
	{"task 1\n  sleep soon", `is no time`},
	{"task 1\n  sleep 1.5.5ms", `is no number`},
	{"task 1\n  sleep 4000s", `too long`},
	{"task 1\n  wait now", `"now" is no setting of the form name=value`},
	{"task 1\n  wait depth=3", `a wait has no "depth"`},
	{"task 1\n  wait left=-1", `a number of bios is 0 to 1048576`},
	{"task 1\n  wait left=1 left=2", `"left=2" is one word too many`},
	{"task 1\n  stream read random count=1 +8 wait_left=x", `a number of bios is a whole number`},
	{"task 1\n  ioprio be", `has no level`},
	{"task 1\n  ioprio be/8", `the level of be is 0 to 7`},
	{"task 1\n  ioprio none/1", `the level of none is 0 to 0`},
	{"task 1\n  ioprio best", `is no ioprio`},
	{"task 1\n  start_plug", `line 6, column 3: kernel 2.6.24 has no op start_plug (kernels 4.4, 6.18 have it)`},
	{"version 1\nkernel 4.4\ntask 1\n  unplug", `kernel 4.4 has no op unplug (kernel 2.6.24 has it)`},
	{"version 1\nkernel 4.4\ntask 1\n  finish_plug", `finish_plug without a start_plug`},
	{"version 1\nkernel 4.4\ntask 1\n  ioc_put", `ioc_put without an ioc_get`},
	{"version 1\nkernel 4.4\ntask 1\n  ioc_get 2", `there is no task 2`},
	{"task 1\n  fork 2", `there is no task 2 to fork`},
	{"task 1\n  fork 2\ntask 2", `task 2 is not this task's child; write: task 2 parent=1`},
	{"task 1\n  fork 2\n  fork 2\ntask 2 parent=1", `line 7, column 3: task 2 is forked already, in line 6`},
	{"task 1\ntask 2 parent=1", `line 6, column 6: task 2 never starts`},
	{"task 2 parent=1", `the parent, task 1, is not there`},
	{"task 1\ntask 1", `line 6, column 6: there is a task 1 already, in line 5`},
	{"task 0", `a task is 1 to`},
	{"task 1 name=abcdefghijklmnop", `a name has 1 to 15 letters`},
	{"task 1 nice=4", `a task has no "nice"`},
	{"task 1\nhz 250", `"hz" describes the machine and stands before the first task`},
	{"task 1\n  set fifo_bach 4", `did you mean fifo_batch?`},
	{"task 1\n  set low_latency 4", `kernel 2.6.24 has nothing called "low_latency" to set (kernel 4.4 has it)`},
	{"task 1\n  set fifo_batch 4ms", `fifo_batch is a whole number`},
	{"task 1\n  elevator dline", `"dline" is no elevator`},
	{"task 1\n  stream read random +8", `the number of bios is missing`},
	{"task 1\n  stream read random count=4", `the length is missing`},
	{"task 1\n  stream read upwards count=4 +8", `"upwards" is no pattern`},
	{"task 1\n  stream read random count=4 +8 seed=0", `a seed is a whole number from 1`},
	{"task 1\n  stream read random count=4 +8 jump=1/64", `is for sequential streams only`},
	{"task 1\n  stream read sequential count=4 +8 span=8", `is for random streams only`},
	{"task 1\n  stream read random count=4 +8 span=9007199254740992", `the stream can reach beyond`},
	{"task 1\n  stream write random count=4 +8 plug_each=2", `plug_each: kernel 2.6.24 has no op start_plug`},
	{"version 1\nkernel 4.4\ndevice linear seek_ns_per_1024=1000000\ntask 1\n  write 36028797018963952 +8", `too far for a device that seeks 1024 sectors in 1ms`},
	{"version 1\nkernel 4.4\ndevice table sizes=8,8", `sizes and seeks are 1 to 16 numbers each, ascending`},
	{"version 1\nkernel 4.4\ndevice table sizes=", `sizes is a whole number`},
	{"version 1\nkernel 4.4\ndevice table seeks=-1", `seeks is 0 to`},
	{"version 1\nkernel 4.4\ndevice table read_ns=1,2", `sizes and seeks are 1 to 16 numbers each, ascending`},
	{"version 1\nkernel 4.4\ndevice table read_ns=0", `sizes and seeks are 1 to 16 numbers each, ascending`},
	{"version 1\nkernel 4.4\ndevice table read_ns=x", `read_ns is a whole number`},
	{"version 1\nkernel 4.4\ndevice table write_ns=3600000000001", `sizes and seeks are 1 to 16 numbers each, ascending`},
	{"version 1\nkernel 4.4\ndevice table sizes=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17", `sizes and seeks are 1 to 16 numbers each, ascending`},
	{"version 1\nkernel 4.4\ndevice table base_us=5", `device table has no "base_us"`},
	{"version 1\nkernel 4.4\ndevice table write_ns=1,2", `sizes and seeks are 1 to 16 numbers each, ascending`},
	{"version 1\nkernel 4.4\ndevice ssd base_us=5", `device ssd has no "base_us"`},
	{"at 5ms task 3 wait", `there is no task 3`},
	{"at 5ms", `here the line ends, but an op is missing`},
	{"at 5ms task 1\ntask 1", `an op is missing`},
	{"taks 1", `"taks" begins no line; did you mean task?`},
	{"task 1\n  write 0 +8 \x01", `line 6, column 14: this byte is neither`},
	{"task 1\n  write 0 +8 é", `this byte is neither`},
}

const head = "version 1\nkernel 2.6.24\nelevator deadline\nhz 250\n"

func TestRefused(t *testing.T) {
	for _, c := range refused {
		text := c.text
		if !strings.Contains(text, "version") {
			text = head + text
		}
		sc, err := scenario.Parse(text)
		if err == nil {
			t.Errorf("%q is accepted: %+v", c.text, sc)
		} else if first, _, _ := strings.Cut(err.Error(), "\n"); !strings.Contains(first, c.want) {
			t.Errorf("%q\n  gives %s\n  want  %s", c.text, first, c.want)
		}
	}
}

func TestEmpty(t *testing.T) {
	for _, text := range []string{"", "\n\n", "# nothing\n"} {
		if _, err := scenario.Parse(text); err == nil || !strings.Contains(err.Error(), "the text is empty") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestSeveralErrorsAtOnce(t *testing.T) {
	_, err := scenario.Parse(head + "task 1\n  wirte 0 +8\n  write 0 +8\n  raed 0 +8\n  unplugg\n")
	list, ok := err.(scenario.Errors)
	if !ok || len(list) != 3 || list[0].Line != 6 || list[1].Line != 8 || list[2].Line != 9 {
		t.Errorf("%v", err)
	}
	many := head + "task 1\n" + strings.Repeat("x\n", 1000)
	_, err = scenario.Parse(many)
	if list := err.(scenario.Errors); len(list) != 20 {
		t.Errorf("%d errors of a thousand are told", len(list))
	}
}

func TestTooLongText(t *testing.T) {
	long := head + strings.Repeat("#", scenario.TextBytesMax)
	if _, err := scenario.Parse(long); err == nil || !strings.Contains(err.Error(), "at most 4194304 are read") {
		t.Error(err)
	}
}
