package conform

import (
	"fmt"
	"slices"
	"strings"

	"blkplay/core/observe"
)

// Difference is the first thing in which an outcome departs from the golden one.
type Difference struct {
	What  string // "event", "bio", "ioc", "sets", "deadlock", "run"
	Index int    // its number in the list
	Text  string // what came, what was due, and what stands around it
}

func (d *Difference) Error() string { return d.Text }

// Context shown around the first differing entry.
const (
	entriesBefore = 5
	entriesAfter  = 2
)

// Diff returns nil if got is what the golden case wants.
func (c *Case) Diff(got *Outcome) *Difference {
	want := &c.Want
	if d := diffList("event", want.Events, got.Events, same[Event]); d != nil {
		return d
	}
	if d := diffList("bio", want.Bios, got.Bios, same[[2]int64]); d != nil {
		return d
	}
	if want.hasSets {
		if d := diffList("sets", want.Sets, got.Sets, same[observe.Set]); d != nil {
			return d
		}
	}
	if want.hasIOContexts {
		if d := diffList("ioc", want.IOContexts, got.IOContexts, sameIOContext); d != nil {
			return d
		}
	}
	if want.hasBlocked {
		return diffList("deadlock", want.Blocked, got.Blocked, same[observe.Blocked])
	}
	return nil
}

func same[T comparable](a, b T) bool { return a == b }

func sameIOContext(a, b observe.IOContext) bool {
	return a.Time == b.Time && a.Task == b.Task && a.Label == b.Label &&
		a.RefCount == b.RefCount && a.NrTasks == b.NrTasks && a.ActiveRef == b.ActiveRef &&
		a.ICQs == b.ICQs && a.IOPrio == b.IOPrio && a.ID == b.ID &&
		slices.Equal(a.SharedWith, b.SharedWith) && sameAnswer(a.Answer, b.Answer)
}

// sameAnswer compares without regard to order: the golden form is an object.
func sameAnswer(a, b []observe.Field) bool {
	if len(a) != len(b) {
		return false
	}
	for _, f := range a {
		if !slices.Contains(b, f) {
			return false
		}
	}
	return true
}

func diffList[T any](what string, want, got []T, same func(a, b T) bool) *Difference {
	n := min(len(want), len(got))
	at := 0
	for at < n && same(want[at], got[at]) {
		at++
	}
	if at == len(want) && at == len(got) {
		return nil
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s %d of %d differs (%d came)\n", what, at, len(want), len(got))
	for i := max(0, at-entriesBefore); i < at; i++ {
		fmt.Fprintf(&b, "          %v\n", show(want[i]))
	}
	around(&b, "  want", want, at)
	around(&b, "  got ", got, at)
	return &Difference{What: what, Index: at, Text: b.String()}
}

// around writes the entry at and the ones after it.
func around[T any](b *strings.Builder, who string, list []T, at int) {
	if at >= len(list) {
		fmt.Fprintf(b, "%s  > (nothing)\n", who)
	}
	for i := at; i <= at+entriesAfter && i < len(list); i++ {
		mark := ' '
		if i == at {
			mark = '>'
		}
		fmt.Fprintf(b, "%s  %c %v\n", who, mark, show(list[i]))
	}
}

func show(entry any) string {
	if e, ok := entry.(Event); ok {
		return e.String()
	}
	return fmt.Sprintf("%+v", entry)
}
