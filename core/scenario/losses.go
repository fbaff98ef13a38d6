package scenario

import (
	"slices"
	"strconv"
)

// LossKind says what did not go along to another machine.
type LossKind uint8

const (
	LostOp        LossKind = iota // an op that the kernel lacks
	LostPlugEach                  // a stream's plug_each: its bios go without a plug
	LostQueue                     // a setting of the queue
	LostTunable                   // a tunable of the elevator
	LostWhatIf                    // a what_if
	OtherElevator                 // an elevator; Value is the one in its place
	OtherValue                    // a setting's value; Value is the one in its place
	SplitBio                      // a bio too long for the kernel goes as several; Value is the longest, in sectors
)

// Loss is something of a scenario that did not go along to another machine.
type Loss struct {
	Kind  LossKind
	Name  string // the op's with what it sets, the setting's, the elevator's
	Value string
	Count int  // how often it stood there
	Pos   Pos  // of the first
	Stays bool // the scenario is lenient: the op is still there and does nothing
}

// Text tells the loss in a sentence; k is the kernel it did not go along to.
func (l *Loss) Text(k Kernel) string {
	text := ""
	if l.Pos.Line > 0 {
		text = "line " + strconv.Itoa(l.Pos.Line) + ": "
	}
	kernel := "kernel " + string(k)
	switch l.Kind {
	case LostOp:
		text += l.Name + ": " + kernel + " has no such op; "
		if l.Stays {
			text += "it does nothing"
		} else {
			text += "it is left out"
		}
	case LostPlugEach:
		text += "plug_each: " + kernel + " has no task plug; the stream goes without"
	case LostQueue:
		text += l.Name + ": " + kernel + " has no such setting"
	case LostTunable:
		text += l.Name + ": the elevator there has no such tunable, or means another thing by it"
	case LostWhatIf:
		text += "what_if " + l.Name + ": " + kernel + " has none"
	case OtherElevator:
		text += "elevator " + l.Name + ": " + kernel + " has none; " + l.Value + " in its place"
	case OtherValue:
		text += l.Name + ": " + kernel + " does not take the value; " + l.Value + " in its place"
	case SplitBio:
		text += "a bio of more than " + l.Value + " sectors: " + kernel + " does not split bios; it goes as several"
	}
	if l.Count > 1 {
		text += " (" + strconv.Itoa(l.Count) + " times)"
	}
	return text
}

// lose keeps l, together with others of its kind and name.
func (r *retargeting) lose(l Loss) {
	l.Count = 1
	for i := range r.losses {
		if have := &r.losses[i]; have.Kind == l.Kind && have.Name == l.Name {
			have.Count++
			return
		}
	}
	r.losses = append(r.losses, l)
}

// workload takes along the ops that the new kernel has. Lists that lose nothing
// stay as they are.
func (r *retargeting) workload() {
	longest := (&checker{sc: r.sc, info: r.info}).sectorsMax()
	shared := true
	for i := range r.sc.Tasks {
		ops := r.sc.Tasks[i].Ops
		kept := r.ops(ops, longest)
		if len(kept) > 0 && len(ops) > 0 && &kept[0] == &ops[0] && len(kept) == len(ops) {
			continue
		}
		if len(kept) == 0 && len(ops) == 0 {
			continue
		}
		if shared {
			r.sc.Tasks, shared = slices.Clone(r.sc.Tasks), false
		}
		r.sc.Tasks[i].Ops = kept
	}
	r.hand(longest)
	slices.SortStableFunc(r.losses, func(a, b Loss) int {
		if a.Kind != b.Kind {
			return int(a.Kind) - int(b.Kind)
		}
		return a.Pos.Line - b.Pos.Line
	})
}

// hand takes along what the hand does.
func (r *retargeting) hand(longest int64) {
	var at []AtOp
	same := true
	for _, x := range r.sc.At {
		one := []Op{x.Op}
		kept := r.ops(one, longest)
		same = same && len(kept) == 1 && &kept[0] == &one[0]
		for _, op := range kept {
			at = append(at, AtOp{x.Time, x.Task, op})
		}
	}
	if !same {
		r.sc.At = at
	}
}

// ops returns those of ops that go along, ops itself if all do.
func (r *retargeting) ops(ops []Op, longest int64) []Op {
	kept, changed := ops, false
	for i := range ops {
		op := &ops[i]
		if r.goes(op, longest) {
			if changed {
				kept = append(kept, *op)
			}
			continue
		}
		if !changed {
			kept, changed = slices.Clone(ops[:i]), true
		}
		kept = r.instead(kept, op, longest)
	}
	return kept
}

// goes reports whether the new machine takes op as it is.
func (r *retargeting) goes(op *Op, longest int64) bool {
	switch op.Kind {
	case Submit:
		return op.IO.Sectors <= longest
	case Stream:
		return op.Stream == nil || op.Stream.PlugEach == 0 || r.info.Has(StartPlug)
	case Set:
		return r.info.Has(Set) && r.info.CanSet(op.Name)
	}
	return r.info.Has(op.Kind)
}

// instead appends what goes in the place of an op that does not, and tells so.
func (r *retargeting) instead(kept []Op, op *Op, longest int64) []Op {
	switch op.Kind {
	case Submit:
		r.lose(Loss{Kind: SplitBio, Value: strconv.FormatInt(longest, 10), Pos: op.Pos})
		return appendSplit(kept, op, longest)
	case Stream:
		r.lose(Loss{Kind: LostPlugEach, Name: "plug_each", Pos: op.Pos, Stays: r.sc.Lenient})
		if r.sc.Lenient {
			return append(kept, *op)
		}
		less, pattern := *op, *op.Stream
		pattern.PlugEach = 0
		less.Stream = &pattern
		return append(kept, less)
	}
	r.lose(Loss{Kind: LostOp, Name: opName(op), Pos: op.Pos, Stays: r.sc.Lenient})
	if r.sc.Lenient {
		return append(kept, *op)
	}
	return kept
}

func opName(op *Op) string {
	switch op.Kind {
	case Set, SwitchElevator:
		return op.Kind.Word() + " " + op.Name
	}
	return op.Kind.Word()
}

// appendSplit appends op's bios, each as several of at most longest sectors.
func appendSplit(list []Op, op *Op, longest int64) []Op {
	for i := range op.IO.Count {
		part := *op
		part.IO.Sector += i * op.IO.Step
		part.IO.Sectors, part.IO.Step = longest, longest
		part.IO.Count = op.IO.Sectors / longest
		if part.IO.Count == 1 {
			part.IO.Step = 0
		}
		list = append(list, part)
		if rest := op.IO.Sectors % longest; rest > 0 {
			part.IO.Sector += part.IO.Count * longest
			part.IO.Sectors, part.IO.Count, part.IO.Step = rest, 1, 0
			list = append(list, part)
		}
		if len(list) > OpsMax {
			break // Check refuses it
		}
	}
	return list
}
