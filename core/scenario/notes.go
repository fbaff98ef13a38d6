package scenario

import "strconv"

// Notes says what in sc is legal but not what it seems: values that the kernel
// moves to the nearest it keeps, ops that do nothing, plugs that are left open.
func Notes(sc *Scenario) []Error {
	n := noter{sc: sc, info: sc.Kernel.Info(), hands: map[int]bool{}}
	if n.info == nil {
		return nil
	}
	if e := n.info.Elevator(sc.Elevator); e != nil {
		for _, s := range sc.Tunables {
			n.clamped(s.Pos, e.Tunable(s.Name), s.Value)
		}
	}
	for i := range n.info.Queue {
		q := &n.info.Queue[i]
		n.clamped(Pos{}, q, *sc.Queue.Field(q.Name))
	}
	n.bios = sc.Bios()
	for i := range sc.At {
		n.hands[sc.At[i].Task] = true
	}
	for i := range sc.Tasks {
		n.task(&sc.Tasks[i])
	}
	for i := range sc.At {
		n.op(&sc.At[i].Op)
	}
	return n.notes
}

type noter struct {
	sc    *Scenario
	info  *KernelInfo
	notes []Error
	bios  int64
	hands map[int]bool // tasks that a hand lets do things
}

func (n *noter) note(at Pos, text string) {
	if len(n.notes) < errorsMax {
		n.notes = append(n.notes, Error{at, text})
	}
}

func (n *noter) clamped(at Pos, p *Parameter, v int64) {
	if p == nil || v == p.Default(n.sc) {
		return
	}
	if kept, ok := p.Keeps(v); ok && kept != v {
		n.note(at, p.Name+"="+strconv.FormatInt(v, 10)+": the kernel makes it "+strconv.FormatInt(kept, 10))
	}
}

func (n *noter) task(t *Task) {
	var plugs []Pos
	var open extents
	for i := range t.Ops {
		op := &t.Ops[i]
		n.op(op)
		open.add(op)
		switch {
		case op.Kind == StartPlug:
			plugs = append(plugs, op.Pos)
		case op.Kind == FinishPlug && len(plugs) > 0:
			plugs = plugs[:len(plugs)-1]
		}
	}
	if len(plugs) > 0 && n.info.Has(StartPlug) && !n.hands[t.ID] {
		n.note(plugs[0], "this plug is still open at the task's end")
	}
	open.look()
	if open.found != "" {
		n.note(open.at, open.found)
	}
}

func (n *noter) op(op *Op) {
	switch {
	case !n.info.Has(op.Kind):
		n.note(op.Pos, op.Kind.Word()+" does nothing: kernel "+string(n.info.Name)+" lacks it, and lenient stands above")
	case op.Kind == Set && !n.info.CanSet(op.Name):
		n.note(op.Pos, "set "+op.Name+" does nothing: kernel "+string(n.info.Name)+" lacks it, and lenient stands above")
	case op.Kind == Set:
		n.clamped(op.Pos, n.info.settable(op.Name), op.Value)
	case op.Kind == SwitchElevator && n.info.Elevator(op.Name) == nil:
		n.note(op.Pos, "kernel "+string(n.info.Name)+" has no elevator "+op.Name+": nothing changes")
	case op.Kind == Reclaim && op.Value >= n.bios:
		n.note(op.Pos, "there is no bio "+strconv.FormatInt(op.Value, 10)+": reclaim does nothing")
	}
}
