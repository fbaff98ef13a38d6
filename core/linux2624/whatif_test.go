package linux2624_test

import (
	"strings"
	"testing"

	"blkplay/core"
	"blkplay/core/scenario"
)

// play runs a scenario of 2.6.24 and returns its machine and the letters of its
// trace with the ms at which they came: "0:Q 0:G 4:UT".
func play(t *testing.T, text string) (*core.Machine, string) {
	t.Helper()
	if !strings.HasPrefix(text, "hz ") {
		text = "hz 250\n" + text
	}
	sc, err := scenario.Parse("version 1\nkernel 2.6.24\n" + text)
	if err != nil {
		t.Fatal(err)
	}
	m, err := core.New(sc, core.Options{Trace: true, Times: true})
	if err != nil {
		t.Fatal(err)
	}
	m.Run(core.Forever, 0)
	var letters []string
	for _, e := range m.Trace().Events() {
		if e.Kind.Traced() {
			letters = append(letters, string(rune('0'+e.Time/1_000_000))+":"+e.Kind.Letter())
		}
	}
	return m, strings.Join(letters, " ")
}

func TestWhatIf(t *testing.T) {
	const five = "task 1\n  write 0 +8\n  write 100 +8\n  write 200 +8\n  write 300 +8\n"
	const threshUnplugs = "0:Q 0:G 0:P 0:I 0:Q 0:G 0:I 0:Q 0:G 0:I 0:Q 0:G 0:I 0:D"
	for _, c := range []struct{ name, text, want, end string }{
		{"as it is, a single write waits for the timer", "task 1\n  write 0 +8\n",
			"0:Q 0:G 0:P 0:I 4:UT 4:U 4:D 4:C", "complete: 1 bio"},
		{"without the timer it waits for ever", "what_if no_unplug_timer\ntask 1\n  write 0 +8\n",
			"0:Q 0:G 0:P 0:I", "nothing left to happen: 1 bio waits in a plugged queue: 0"},
		{"and so do two", "what_if no_unplug_timer\ntask 1\n  write 0 +8\n  write 100 +8\n",
			"0:Q 0:G 0:P 0:I 0:Q 0:G 0:I", "nothing left to happen: 2 bios wait in a plugged queue: 0, 1"},
		{"four reach the threshold", "what_if no_unplug_timer\n" + five,
			threshUnplugs + " 0:C 0:D 0:C 0:D 0:C 0:D 0:C", "complete: 4 bios"},
		{"without the threshold they wait for the timer", "what_if no_unplug_thresh\n" + five,
			"0:Q 0:G 0:P 0:I 0:Q 0:G 0:I 0:Q 0:G 0:I 0:Q 0:G 0:I 4:UT 4:U 4:D 4:C 4:D 4:C 4:D 4:C 4:D 4:C", "complete: 4 bios"},
		{"without plugging each goes as it comes", "what_if no_plugging\n" + five,
			"0:Q 0:G 0:I 0:D 0:Q 0:G 0:I 0:Q 0:G 0:I 0:Q 0:G 0:I 0:C 0:D 0:C 0:D 0:C 0:D 0:C", "complete: 4 bios"},
	} {
		t.Run(c.name, func(t *testing.T) {
			m, got := play(t, c.text)
			if got != c.want {
				t.Errorf("trace\n%s, want\n%s", got, c.want)
			}
			if !strings.HasPrefix(m.EndText(), c.end) {
				t.Errorf("ends %q, want %q", m.EndText(), c.end)
			}
		})
	}
}
