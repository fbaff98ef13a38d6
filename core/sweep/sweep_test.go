package sweep_test

import (
	"strconv"
	"strings"
	"testing"

	"blkplay/core"
	"blkplay/core/export"
	"blkplay/core/scenario"
	"blkplay/core/stats"
	"blkplay/core/sweep"
	"blkplay/core/trace"
)

func parse(t testing.TB, text string) *scenario.Scenario {
	t.Helper()
	sc, err := scenario.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return sc
}

func axis(t testing.TB, text string) sweep.Axis {
	t.Helper()
	a, err := sweep.ParseAxis(text)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// bursts is a workload of so many bios of which some merge and some do not.
func bursts(bios int) string {
	each := strconv.Itoa(bios / 4)
	return `version 1
kernel 2.6.24
elevator deadline
hz 1000
device linear depth=2 base_us=600 per_sector_ns=8000 seek_ns_per_1024=140000 seek_max_us=2200
task 1
  stream write sequential count=` + each + ` +8 every 500us
task 2
  stream read random seed=7 count=` + each + ` span=4096 +8 every 1ms
task 3
  stream write random seed=9 count=` + each + ` span=64 +8 wait_each=8
task 4
  stream read sequential seed=3 count=` + each + ` +16 from=40000 jump=1/8 jump_max=50 every 900us
`
}

// TestCellsAreTheRuns holds every cell against a run of its own scenario, all of
// whose records are kept.
func TestCellsAreTheRuns(t *testing.T) {
	s, err := sweep.New(parse(t, bursts(200)), axis(t, "unplug_thresh=1,4,16"), axis(t, "unplug_delay_ms=1..7:3"))
	if err != nil {
		t.Fatal(err)
	}
	seen := map[int64]bool{}
	n := 0
	for c := range s.Cells {
		if c.Err != nil || c.End != core.Complete || c.Row != n/3 || c.Column != n%3 {
			t.Fatalf("cell %d: %+v", n, c)
		}
		n++
		sc, _, _ := s.Scenario(c.Column, c.Row)
		want := stats.New()
		if _, err := export.Play(sc, func(_ *core.Machine, events []trace.Event) error {
			for i := range events {
				want.Add(&events[i])
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
		for i, m := range stats.Metrics() {
			if got := c.Values[i]; got != m.Of(want) {
				t.Errorf("cell %d: %s %d, want %d", n, m.Name, got, m.Of(want))
			}
		}
		seen[c.Values[0]] = true
	}
	if n != 9 || len(seen) < 4 {
		t.Errorf("%d cells, %d different means: settings do not reach the machine", n, len(seen))
	}
}

func TestCellsCanBeBrokenOff(t *testing.T) {
	s, err := sweep.New(parse(t, bursts(40)), axis(t, "unplug_thresh=1..100"), sweep.Axis{})
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for range s.Cells {
		if n++; n == 3 {
			break
		}
	}
	if n != 3 {
		t.Error(n)
	}
}

// TestAxesOfWords sweeps over kernels and elevators: what a kernel lacks is a cell
// without figures, and what does not go along is told.
func TestAxesOfWords(t *testing.T) {
	s, err := sweep.New(parse(t, bursts(40)+"at 1ms set unplug_thresh 2\n"), axis(t, "kernel=2.6.24,4.4,6.18"), axis(t, "elevator=noop,deadline,none"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for c := range s.Cells {
		switch {
		case c.Err != nil:
			got = append(got, "refused")
		case len(c.Lost) > 0:
			got = append(got, c.Lost[0].Name)
		default:
			got = append(got, "ran")
		}
	}
	want := "ran,set unplug_thresh,refused,ran,set unplug_thresh,refused,refused,refused,set unplug_thresh"
	if strings.Join(got, ",") != want {
		t.Errorf("%s, want %s", strings.Join(got, ","), want)
	}
}

func TestNewRefuses(t *testing.T) {
	sc := parse(t, bursts(4))
	for _, c := range []struct{ x, y, want string }{
		{"unplug_thresh=1..200", "unplug_delay_ms=1..100", "20000 cells"},
		{"unplug_thresh=1", "unplug_thresh=2", "both axes are unplug_thresh"},
		{"unplug_tresh=1", "", "did you mean unplug_thresh"},
		{"elevator=kyber,none", "", `no elevator "kyber"`},
	} {
		var y sweep.Axis
		if c.y != "" {
			y = axis(t, c.y)
		}
		if _, err := sweep.New(sc, axis(t, c.x), y); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s %s: %v, want %s", c.x, c.y, err, c.want)
		}
	}
}

func TestParseAxis(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"hz=100,250,1000", "100 250 1000"},
		{"a=1..4", "1 2 3 4"},
		{"a=1..10:4,32", "1 5 9 32"},
		{"elevator=noop,mq-deadline", "noop mq-deadline"},
		{"a=-2..0", "-2 -1 0"},
		{"a", "not of the form"},
		{"=1", "not of the form"},
		{"a=", "not of the form"},
		{"a=1,,2", "a value is missing"},
		{"a=4..1", "empty range"},
		{"a=1..4:0", "empty range"},
		{"a=1..x", "no range"},
		{"a=0..9223372036854775807", "more than"},
		{"a=9223372036854775806..9223372036854775807", "9223372036854775806 9223372036854775807"},
	} {
		a, err := sweep.ParseAxis(c.text)
		got := strings.Join(a.Values, " ")
		if err != nil {
			got = err.Error()
		}
		if !strings.Contains(got, c.want) || err == nil && got != c.want {
			t.Errorf("%s: %s, want %s", c.text, got, c.want)
		}
	}
}

// BenchmarkCell runs a cell of 2,000 bios.
func BenchmarkCell(b *testing.B) {
	s, err := sweep.New(parse(b, bursts(2000)), axis(b, "unplug_thresh=1..20"), axis(b, "unplug_delay_ms=1..20"))
	if err != nil {
		b.Fatal(err)
	}
	n := 0
	for b.Loop() {
		s.Cell(n%20, n/20%20)
		n++
	}
}
