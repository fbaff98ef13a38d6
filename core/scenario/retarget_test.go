package scenario_test

import (
	"strings"
	"testing"

	"blkplay/core/scenario"
)

// moved retargets a text and returns the new text, without its version line, and
// what was lost, a line each.
func moved(t *testing.T, text string, changes ...string) (to, losses string, err error) {
	t.Helper()
	text = "version 1\n" + text
	sc, err := scenario.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	before := scenario.Format(sc)
	var list []scenario.Change
	for _, c := range changes {
		name, value, _ := strings.Cut(c, "=")
		list = append(list, scenario.Change{Name: name, Value: value})
	}
	got, lost, err := scenario.Retarget(sc, list)
	if after := scenario.Format(sc); after != before {
		t.Fatalf("the scenario itself changed to\n%s", after)
	}
	if err != nil {
		return "", "", err
	}
	var lines []string
	for i := range lost {
		lines = append(lines, lost[i].Text(got.Kernel))
	}
	to, err = scenario.FormatLike(text, got)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := scenario.Parse(to); err != nil || scenario.Format(again) != scenario.Format(got) {
		t.Fatalf("the text is not the scenario's: %v\n%s", err, to)
	}
	return strings.TrimPrefix(to, "version 1\n"), strings.Join(lines, "\n"), nil
}

const device = "device linear depth=1 base_us=100 per_sector_ns=1000\n"

func TestRetarget(t *testing.T) {
	for _, c := range []struct{ name, from, changes, want, lost string }{
		{
			"a plain workload goes everywhere, and defaults follow the kernel",
			"kernel 2.6.24\nelevator deadline fifo_batch=8\nhz 250\n" + device + "task 1 # one\n  write 0 +8\n",
			"kernel=6.18",
			"kernel 6.18\nelevator mq-deadline fifo_batch=8\nhz 250\n" + device + "task 1 # one\n  write 0 +8\n",
			"elevator deadline: kernel 6.18 has none; mq-deadline in its place",
		}, {
			"an elevator that is asked for is no loss",
			"kernel 2.6.24\nelevator noop\nhz 250\n" + device + "task 1\n  write 0 +8\n",
			"kernel=6.18 elevator=none",
			"kernel 6.18\nelevator none\nhz 250\n" + device + "task 1\n  write 0 +8\n",
			"",
		}, {
			"what the kernel lacks is named, once for all its places",
			"kernel 2.6.24\nelevator as antic_expire=8\nhz 250\nqueue unplug_thresh=8\n" + device +
				"what_if no_unplug_timer no_plugging\ntask 1\n  write 0 +8\n  unplug\n  unplug\n  set unplug_thresh 2\n  set nr_requests 64\nat 1ms elevator noop\n",
			"kernel=4.4",
			"kernel 4.4\nelevator deadline\nhz 250\n" + device + "what_if no_plugging\ntask 1\n  write 0 +8\n  set nr_requests 64\n",
			`line 10: unplug: kernel 4.4 has no such op; it is left out (2 times)
line 12: set unplug_thresh: kernel 4.4 has no such op; it is left out
line 14: elevator noop: kernel 4.4 has no such op; it is left out
unplug_thresh: kernel 4.4 has no such setting
line 3: antic_expire: the elevator there has no such tunable, or means another thing by it
what_if no_unplug_timer: kernel 4.4 has none
elevator as: kernel 4.4 has none; deadline in its place`,
		}, {
			"a lenient scenario keeps what does nothing",
			"kernel 4.4\nelevator noop\nhz 250\n" + device + "lenient\ntask 1\n  start_plug\n  write 0 +8\n  finish_plug\n",
			"kernel=2.6.24",
			"kernel 2.6.24\nelevator noop\nhz 250\n" + device + "lenient\ntask 1\n  start_plug\n  write 0 +8\n  finish_plug\n",
			`line 8: start_plug: kernel 2.6.24 has no such op; it does nothing
line 10: finish_plug: kernel 2.6.24 has no such op; it does nothing`,
		}, {
			"streams lose their plugs, long bios go as several",
			"kernel 4.4\nelevator noop\nhz 250\n" + device + "task 1\n  write 0 +2048 x2\n  write 9000 +1030\n  stream read sequential count=4 from=0 +8 plug_each=2\n",
			"kernel=2.6.24",
			"kernel 2.6.24\nelevator noop\nhz 250\n" + device + "task 1\n  write 0 +1024 x2\n  write 2048 +1024 x2\n  write 9000 +1024\n  write 10024 +6\n  stream read sequential count=4 +8\n",
			`line 9: plug_each: kernel 2.6.24 has no task plug; the stream goes without
line 7: a bio of more than 1024 sectors: kernel 2.6.24 does not split bios; it goes as several (2 times)`,
		}, {
			"more requests than there are tags",
			"kernel 2.6.24\nelevator noop\nhz 250\nqueue nr_requests=64\n" + device + "task 1\n  write 0 +8\n",
			"kernel=6.18",
			"kernel 6.18\nelevator none\nhz 250\n" + device + "task 1\n  write 0 +8\n",
			"elevator noop: kernel 6.18 has none; none in its place\nnr_requests: kernel 6.18 does not take the value; 1 in its place",
		}, {
			"any setting by its name, in any order",
			"kernel 2.6.24\nelevator noop\nhz 250\n" + device + "task 1\n  write 0 +8\n",
			"writes_starved=5 nr_requests=32 base_ms=2 seek_max_us=7 no_plugging=1 hz=1000 depth=4 elevator=deadline",
			"kernel 2.6.24\nelevator deadline writes_starved=5\nhz 1000\nqueue nr_requests=32\ndevice linear depth=4 base_us=2000 per_sector_ns=1000 seek_max_us=7\nwhat_if no_plugging\ntask 1\n  write 0 +8\n",
			"",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, lost, err := moved(t, c.from, strings.Fields(c.changes)...)
			if err != nil {
				t.Fatal(err)
			}
			if got != c.want {
				t.Errorf("text\n%swant\n%s", got, c.want)
			}
			if lost != c.lost {
				t.Errorf("lost\n%s\nwant\n%s", lost, c.lost)
			}
		})
	}
}

func TestRetargetRefuses(t *testing.T) {
	const from = "kernel 2.6.24\nelevator noop\nhz 250\n" + device + "task 1\n  write 0 +8\n"
	for _, c := range []struct{ change, want string }{
		{"kernel=3.0", `kernel=3.0: "3.0" is no kernel that is modelled`},
		{"elevator=kyber", `kernel 2.6.24 has no elevator "kyber" (kernel 6.18 has it)`},
		{"unplug_tresh=4", `has nothing called "unplug_tresh"; did you mean unplug_thresh?`},
		{"unplug_thresh=many", `"many" is no whole number`},
		{"unplug_thresh=-1", "unplug_thresh is 0 to"},
		{"depth=0", "depth is 1 to 8192"},
		{"hz=5", "hz is 10 to 10000"},
		{"device=tape", `"tape" is no device`},
		{"untracked_plug=1", "kernel 2.6.24 has no what_if untracked_plug"},
		{"no_plugging=2", "is neither 0 nor 1"},
	} {
		_, _, err := moved(t, from, c.change)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s", c.change, err, c.want)
		}
	}
}

// TestRetargetEveryKernel moves a scenario of each kernel to each: what comes out
// can be run, and back on its own kernel nothing is lost.
func TestRetargetEveryKernel(t *testing.T) {
	for _, from := range scenario.Kernels() {
		for _, e := range from.Elevators {
			text := "kernel " + string(from.Name) + "\nelevator " + e.Name + "\nhz 250\n" + device + "task 1\n  write 0 +8 x4\n  wait\n"
			for _, to := range scenario.Kernels() {
				if _, _, err := moved(t, text, "kernel="+string(to.Name)); err != nil {
					t.Errorf("%s with %s on %s: %v", from.Name, e.Name, to.Name, err)
				}
			}
			if same, lost, _ := moved(t, text, "kernel="+string(from.Name)); lost != "" || same != text {
				t.Errorf("%s with %s on itself: lost %q\n%s", from.Name, e.Name, lost, same)
			}
		}
	}
}
