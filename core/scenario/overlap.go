package scenario

import (
	"cmp"
	"slices"
	"strconv"
)

// extents are the sectors of a task's bios sent at one instant: nothing orders
// these bios, so where two overlap and one writes, what the sectors hold in the
// end is left to chance. The kernel allows it.
type extents struct {
	list  []extent
	found string // what was found first, and where
	at    Pos
}

type extent struct {
	from, to int64
	write    bool
	at       Pos
}

// add looks at the next op of the task.
func (x *extents) add(op *Op) {
	switch {
	case x.found != "":
	case op.Kind == Wait, op.Kind == Sleep, op.Kind == Compute: // they may be complete then
		x.look()
		x.list = x.list[:0]
	case op.Kind == Submit:
		x.submit(op)
	}
}

func (x *extents) submit(op *Op) {
	io := &op.IO
	if step := max(io.Step, -io.Step); io.Write && io.Count > 1 && step < io.Sectors {
		x.found = "these bios overlap: the step " + strconv.FormatInt(io.Step, 10) + " is less than their length"
		x.at = op.Pos
		return
	}
	if step := max(io.Step, -io.Step); io.Count == 1 || step == io.Sectors { // one piece
		last := io.Sector + (io.Count-1)*io.Step
		x.list = append(x.list, extent{min(io.Sector, last), max(io.Sector, last) + io.Sectors, io.Write, op.Pos})
	}
}

// look searches what was collected.
func (x *extents) look() {
	if x.found != "" {
		return
	}
	slices.SortStableFunc(x.list, func(a, b extent) int { return cmp.Compare(a.from, b.from) })
	for i := 1; i < len(x.list); i++ {
		a, b := &x.list[i-1], &x.list[i]
		if b.from < a.to && (a.write || b.write) {
			if b.at.Line < a.at.Line {
				a, b = b, a
			}
			x.at = b.at
			x.found = "this overlaps the sectors of line " + strconv.Itoa(a.at.Line) +
				", with no wait or sleep in between: the order of the two is not certain"
			return
		}
	}
}
