package follow_test

import (
	"strconv"
	"strings"
	"testing"

	"blkplay/core/trace"
	"blkplay/core/trace/follow"
)

// events reads "Q0+8 G0+8 P UT2": letter, sector and sectors, or a count.
func events(t *testing.T, words string) (list []trace.Event) {
	t.Helper()
	for i, w := range strings.Fields(words) {
		e := trace.Event{Time: int64(i), Task: 1}
		write := strings.HasPrefix(w, "w")
		w = strings.TrimPrefix(w, "w")
		if write {
			e.RWBS = trace.Write
		}
		letter := strings.TrimRight(w, "0123456789+")
		for k := trace.Queue; k <= trace.Remap; k++ {
			if k.Letter() == letter {
				e.Kind = k
			}
		}
		sector, sectors, extent := strings.Cut(w[len(letter):], "+")
		n, _ := strconv.Atoi(sector)
		m, _ := strconv.Atoi(sectors)
		if extent {
			e.Sector, e.Sectors = int64(n), int32(m)
		} else {
			e.Sectors = int32(n)
		}
		list = append(list, e)
	}
	return list
}

// told is what a follower gives, as "Q/b0 G/b0/r0 ... end/b0 free/r0".
func told(t *testing.T, words string) string {
	var got []string
	f := follow.New(func(e *trace.Event) {
		w := e.Kind.Letter()
		switch e.Kind {
		case trace.BioEnd:
			w = "end"
		case trace.RequestFree:
			w = "free"
		case trace.Join:
			w = "join" + strconv.Itoa(int(e.Arg))
		case trace.TaskPlug:
			w = "plug" + strconv.Itoa(int(e.Aux)) + "=" + strconv.Itoa(int(e.Sector))
		}
		if e.Bio != trace.None {
			w += "/b" + strconv.Itoa(int(e.Bio))
		}
		if e.Req != trace.None {
			w += "/r" + strconv.Itoa(int(e.Req))
		}
		if e.Kind == trace.Issue {
			w += "/s" + strconv.Itoa(int(e.Aux))
		}
		got = append(got, w)
	})
	list := events(t, words)
	for i := range list {
		f.Add(&list[i])
	}
	return strings.Join(got, " ")
}

func TestFollower(t *testing.T) {
	for _, x := range []struct{ name, trace, want string }{
		{"a bio and one that merges", "Q0+8 G0+8 Q8+8 M8+8 I0+16 D0+16 C0+16",
			"Q/b0 G/b0/r0 Q/b1 M/b1/r0 I/r0 D/r0/s0 C/r0 end/b0 end/b1 free/r0"},
		{"a front merge, not into the other direction", "wQ8+8 wG8+8 Q0+8 F0+8 wQ0+8 wF0+8",
			"Q/b0 G/b0/r0 Q/b1 F/b1 Q/b2 F/b2/r0"},
		{"requests that merge", "Q0+8 G0+8 Q16+8 G16+8 Q8+8 M8+8 M16+8 D0+24 C0+24",
			"Q/b0 G/b0/r0 Q/b1 G/b1/r1 Q/b2 M/b2/r0 M/r0 join1/r0 free/r1 D/r0/s0 C/r0 end/b0 end/b1 end/b2 free/r0"},
		{"a split bio ends with its last part", "Q0+16 X0+8 G0+8 G8+8 D8+8 D0+8 C0+8 C8+8",
			"Q/b0 X/b0 G/b0/r0 G/b0/r1 D/r1/s0 D/r0/s1 C/r0 free/r0 C/r1 end/b0 free/r1"},
		{"parts complete one by one", "Q0+16 G0+16 D0+16 C0+8 C8+8",
			"Q/b0 G/b0/r0 D/r0/s0 C C/r0 end/b0 free/r0"},
		{"issued, but allocated before the trace began", "D0+8 Q8+8 C0+8", "G/r0 D/r0/s0 Q/b0 C/r0 free/r0"},
		{"completed, but issued before", "C0+8", "C"},
		{"requeued", "Q0+8 G0+8 D0+8 R0+8 D0+8 C0+8", "Q/b0 G/b0/r0 D/r0/s0 R/r0 D/r0/s0 C/r0 end/b0 free/r0"},
		{"the same sectors twice at once", "Q0+8 G0+8 D0+8 Q0+8 G0+8 C0+8 D0+8 C0+8",
			"Q/b0 G/b0/r0 D/r0/s0 Q/b1 G/b1/r1 C/r0 end/b0 free/r0 D/r1/s0 C/r1 end/b1 free/r1"},
		{"a plug", "Q0+8 G0+8 P Q16+8 G16+8 U2 UT1", "Q/b0 G/b0/r0 P plug3=1 Q/b1 G/b1/r1 plug3=2 U plug4=2 UT"},
	} {
		t.Run(x.name, func(t *testing.T) {
			if got := told(t, x.trace); got != x.want {
				t.Errorf("%s\n got %s\nwant %s", x.trace, got, x.want)
			}
		})
	}
}

// TestFreedRequests: whoever counts allocated requests by the records counts as the follower does.
func TestFreedRequests(t *testing.T) {
	open, freed := map[bool]int64{}, 0
	written := map[int32]bool{}
	f := follow.New(func(e *trace.Event) {
		switch e.Kind {
		case trace.GetRequest:
			written[e.Req] = e.RWBS&trace.Write != 0
			open[written[e.Req]]++
		case trace.RequestFree:
			freed++
			open[written[e.Req]]--
			if e.Sector != open[false] || e.Arg != open[true] {
				t.Errorf("request %d: %d reads and %d writes are left, counted %v", e.Req, e.Sector, e.Arg, open)
			}
		}
	})
	list := events(t, "Q0+8 G0+8 wQ8+8 wG8+8 wQ16+8 wG16+8 wM16+8 D0+8 wD8+16 C0+8 D96+8 wC8+16 C96+8")
	for i := range list {
		f.Add(&list[i])
	}
	if freed != 4 || open[false]+open[true] != 0 {
		t.Errorf("%d freed, %v left", freed, open)
	}
}

// TestATraceWithoutCompletions gives up the oldest, and says so.
func TestATraceWithoutCompletions(t *testing.T) {
	open, most := 0, 0
	f := follow.New(func(e *trace.Event) {
		switch e.Kind {
		case trace.Queue:
			open++
		case trace.BioEnd:
			open--
		}
		most = max(most, open)
	})
	for i := range 20_000 {
		f.Add(&trace.Event{Kind: trace.Queue, Time: int64(i), Sector: int64(i) * 8, Sectors: 8})
		f.Add(&trace.Event{Kind: trace.GetRequest, Time: int64(i), Sector: int64(i) * 8, Sectors: 8})
	}
	if f.Bios() != 20_000 || most != 4096 {
		t.Errorf("%d bios, %d open at most", f.Bios(), most)
	}
}

func TestTasks(t *testing.T) {
	var tasks follow.Tasks
	for _, x := range []struct {
		pid   uint32
		n     uint16
		first bool
	}{{0, 0, false}, {1 << 21, 1, true}, {7, 2, true}, {1 << 21, 1, false}} {
		if n, first := tasks.Number(x.pid); n != x.n || first != x.first {
			t.Errorf("%d: %d %v", x.pid, n, first)
		}
	}
	if len(tasks.PIDs) != 2 || tasks.PIDs[1] != 7 {
		t.Error(tasks.PIDs)
	}
}
