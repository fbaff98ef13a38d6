package main

import (
	"encoding/json"
	"strings"
	"testing"

	"blkplay/core/stats"
	"blkplay/wasm/abi"
)

func i64(r *abi.Reader) int64 { return int64(uint32(r.U32())) | int64(r.U32())<<32 }

// TestNumbers: four writes wait for each other; their ghosts go one by one.
func TestNumbers(t *testing.T) {
	var page tools
	var w abi.Writer
	w.Text(strings.Replace(fourWrites, "step 100", "step 8", 1) + "  wait\n")
	result, r := call(t, &page, page.numbers, &w)
	if result != abi.OK {
		t.Fatal(result)
	}
	for _, want := range []int64{1, 2} { // requests: the first of the ghost's goes at once
		var figures map[string]int64
		if err := json.Unmarshal(r.Bytes(), &figures); err != nil {
			t.Fatal(err)
		}
		if figures["queued"] != 4 || figures["dispatched"] != want {
			t.Errorf("%d bios in %d requests, want %d", figures["queued"], figures["dispatched"], want)
		}
		bios := int64(0)
		for n := r.U32(); n > 0; n-- {
			from, to, count := i64(r), i64(r), i64(r)
			if from >= to {
				t.Errorf("a bin from %d to %d", from, to)
			}
			bios += count
		}
		if bios != 4 {
			t.Errorf("%d latencies", bios)
		}
		n := r.U32()
		if n != int(want) {
			t.Errorf("%d times at the device, want %d", n, want)
		}
		for range n {
			if slot, from, to := r.U32(), i64(r), i64(r); slot != 0 || from >= to {
				t.Errorf("slot %d from %d to %d", slot, from, to)
			}
		}
	}
	if r.Short || len(r.B) > 0 {
		t.Error("more or less than two runs")
	}
}

func TestRetarget(t *testing.T) {
	var page tools
	var w abi.Writer
	w.Text("# mine\n" + fourWrites + "  unplug\n")
	w.U32(1)
	w.Text("kernel")
	w.Text("6.18")
	result, r := call(t, &page, page.retarget, &w)
	if text := r.Text(); result != abi.OK || !strings.HasPrefix(text, "# mine\nversion 1\nkernel 6.18\nelevator mq-deadline\n") {
		t.Fatalf("%d %q", result, text)
	}
	if n := r.U32(); n != 2 {
		t.Fatal(n)
	}
	if kind, name, _, count, line, stays := r.U32(), r.Text(), r.Text(), r.U32(), r.U32(), r.U32(); kind != 0 || name != "unplug" || count != 1 || line != 8 || stays != 0 {
		t.Error(kind, name, count, line, stays)
	}
}

// TestSweepCells runs the cells of a sweep in two calls, of which one is refused.
func TestSweepCells(t *testing.T) {
	var page tools
	var got []int
	for _, part := range [][2]int{{0, 3}, {3, 1}} {
		var w abi.Writer
		w.Text(fourWrites)
		w.Text("unplug_thresh")
		w.U32(2)
		w.Text("2")
		w.Text("9")
		w.Text("no_unplug_timer")
		w.U32(2)
		w.Text("0")
		w.Text("2")
		w.U32(part[0])
		w.U32(part[1])
		result, r := call(t, &page, page.sweepCells, &w)
		if names := r.U32(); result != abi.OK || names != len(stats.Metrics()) {
			t.Fatal(result, names)
		}
		for range stats.Metrics() {
			r.Text()
		}
		for range part[1] {
			end := r.U32()
			if got = append(got, end); end == cellRefused {
				if why := r.Text(); !strings.Contains(why, "neither 0 nor 1") {
					t.Error(why)
				}
				continue
			}
			for range stats.Metrics() {
				i64(r)
			}
			if n := r.U32(); n != 0 {
				t.Errorf("%d losses", n)
			}
		}
		if r.Short || len(r.B) > 0 {
			t.Error("the cells are not all")
		}
	}
	if len(got) != 4 || got[0] != cellComplete || got[1] != cellComplete || got[2] != cellRefused || got[3] != cellRefused {
		t.Error(got)
	}
}
