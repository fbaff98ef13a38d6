package csv

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"blkplay/core/trace"
	"blkplay/core/trace/blktrace"
)

func TestRows(t *testing.T) {
	b := []byte(Head)
	for i, e := range []trace.Event{
		{Time: 5, Kind: trace.Queue, Sector: 8, Sectors: 16, RWBS: trace.Write | trace.Sync, Bio: 0, Req: trace.None, By: trace.None},
		{Time: 7, Kind: trace.SleepRequest, Sector: 8, Sectors: 16, Bio: 0, Req: trace.None, By: 0},
		{Time: 9, Kind: trace.TaskSleep, Sector: 12, Bio: trace.None, Req: 3, By: 1, Cause: trace.SleepForTime},
	} {
		row := Row{Event: &e, Number: i, Device: blktrace.MakeDevice(8, 0), PID: 1, Process: `a "b", c`}
		b = row.Append(b)
	}
	got, err := csv.NewReader(strings.NewReader(string(b))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	rule := trace.SleepForTime.Rule()
	want := [][]string{
		strings.Split(strings.TrimSpace(Head), ","),
		{"0", "5", "queue", "Q", "8,0", "0", "1", `a "b", c`, "WS", "8", "16", "", "0", "", "", "", ""},
		{"1", "7", "sleep-request", "S", "8,0", "0", "1", `a "b", c`, "R", "8", "16", "", "0", "", "0", "", ""},
		{"2", "9", "task-sleep", "", "8,0", "0", "1", `a "b", c`, "", "12", "0", "", "", "3", "1", rule.Name, rule.Func},
	}
	if !slices.EqualFunc(got, want, slices.Equal) {
		t.Errorf("%q", got)
	}
}

// TestEveryKindHasAName holds that the table of names goes with the kinds.
func TestEveryKindHasAName(t *testing.T) {
	seen := map[string]trace.Kind{}
	for k := trace.Queue; k <= trace.End; k++ {
		if k > trace.Remap && k < trace.PlugOff {
			continue
		}
		name := k.Name()
		if other, twice := seen[name]; name == "" || twice {
			t.Errorf("kind %d is called %q, and so is %d", k, name, other)
		}
		seen[name] = k
	}
	if (trace.End + 1).Name() != "" {
		t.Error("a kind beyond the last has a name")
	}
}

// A trace may come from anybody, and its processes be called anything.
func TestNamesAreNoFormulas(t *testing.T) {
	for name, want := range map[string]string{"=cmd|x": "'=cmd|x", "+1": "'+1", "-": "'-", "@SUM(1,2)": `"'@SUM(1,2)"`, "dd": "dd", "a=b": "a=b"} {
		r := Row{Event: &trace.Event{Kind: trace.Queue, Bio: trace.None, Req: trace.None, By: trace.None}, Process: name}
		if got := string(r.Append(nil)); !strings.Contains(got, ",0,"+want+",") {
			t.Errorf("%s: %s", name, got)
		}
	}
}
