package kyber

import (
	"testing"

	"blkplay/core/block"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

// nobody is a queue that does nothing for the elevator.
type nobody struct{}

func (nobody) ListMerge(*block.RequestList, *block.Bio) bool { return false }
func (nobody) Inserted(*block.Request, sim.Time)             {}
func (nobody) RunAsync(trace.Cause)                          {}

// TestTokens: the tokens of a domain follow where its total latency lies between its target's quarters, only if
// the device is congested or the domain misses its own target; and they come back no further than they began.
// Linux 6.18: block/kyber-iosched.c:kyber_timer_fn(), kyber_resize_domain().
func TestTokens(t *testing.T) {
	type look struct {
		congested bool
		bucket    int // of all of 500 writes' total latencies, none: too few to tell
		want      int // tokens
	}
	for _, c := range []struct {
		rule  string
		looks []look
	}{
		{"no congestion: good latencies change nothing", []look{{false, 0, 128}, {false, 3, 128}}},
		{"a domain that keeps its target gives up tokens", []look{{true, 0, 32}, {true, 1, 16}, {true, 3, 16}}},
		{"none is below 1", []look{{true, 0, 32}, {true, 0, 8}, {true, 0, 2}, {true, 0, 1}, {true, 0, 1}}},
		{"one that misses it gets more, up to what it began with", []look{{true, 1, 64}, {false, 4, 80}, {false, 7, 128}, {true, 7, 128}}},
		{"good latencies do not bring tokens back", []look{{true, 1, 64}, {false, 3, 64}, {false, 0, 64}}},
		{"what was seen last counts once, when the device is congested", []look{{false, 1, 128}, {true, none, 64}, {true, none, 64}}},
	} {
		e := New(&block.RequestQueue{Sys: block.NewSystem(250, nil)}, nobody{}, 128)
		d := &e.domain[write]
		for i, l := range c.looks {
			if l.bucket != none {
				d.total[l.bucket] += samplesMin
			}
			d.adjust(l.congested)
			if got := d.tokens.Depth(); got != l.want {
				t.Errorf("%s: %d tokens after look %d, want %d", c.rule, got, i+1, l.want)
				break
			}
		}
	}
}

// TestTokensBeyondAreOut: tokens out when their number is lowered go on to count until they come back.
func TestTokensBeyondAreOut(t *testing.T) {
	e := New(&block.RequestQueue{Sys: block.NewSystem(250, nil)}, nobody{}, 128)
	d := &e.domain[write]
	for range tokensMost[write] {
		d.tokens.Get()
	}
	d.resize(32)
	if nr := d.tokens.Get(); nr >= 0 {
		t.Fatalf("token %d given, though all of 32 are out", nr)
	}
	d.tokens.Put(100)
	if nr := d.tokens.Get(); nr >= 0 {
		t.Fatalf("token %d given for one beyond 32", nr)
	}
	d.resize(128)
	if nr := d.tokens.Get(); nr != 100 {
		t.Fatalf("token %d given, want the one that came back", nr)
	}
}
