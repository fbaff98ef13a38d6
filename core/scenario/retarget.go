package scenario

import "slices"

// Change makes one thing of a machine otherwise. Name is "kernel", "elevator",
// "hz", "device" (for a model), a parameter of the device as a device line has
// it, a parameter of the queue, a tunable of the elevator, or a what_if's word,
// whose Value is 0 or 1.
type Change struct{ Name, Value string }

// Retarget returns sc on a machine with these changes, and what of sc did not go
// along, in order of kind and place. What is as the kernel has it by default
// follows the new kernel's default. sc itself stays as it is; tasks that lose
// nothing are shared with it.
//
// An elevator that the new kernel lacks gives way to the nearest one it has,
// unless the changes name one. An op that the new kernel lacks is left out, or in
// a lenient scenario stays and does nothing; either way it is told. It fails for a
// change that the machine does not know or take, and for a scenario that cannot be
// run on it at all.
func Retarget(sc *Scenario, changes []Change) (*Scenario, []Loss, error) {
	moved := *sc
	moved.Tunables = slices.Clone(sc.Tunables)
	r := retargeting{sc: &moved, info: sc.Kernel.Info()}
	if r.info == nil {
		return nil, nil, Errors{{Text: quote(string(sc.Kernel)) + " is no kernel that is modelled"}}
	}
	r.findDefaults()
	for _, read := range machineChanges {
		for _, c := range changes {
			if c.Name == read.name {
				if err := read.change(&r, c.Value); err != nil {
					return nil, nil, err
				}
			}
		}
	}
	for _, c := range changes {
		if field := r.deviceField(c.Name); field != nil {
			if err := r.device(c); err != nil {
				return nil, nil, err
			}
		}
	}
	r.putDefaults()
	for _, c := range changes {
		if err := r.setting(c); err != nil {
			return nil, nil, err
		}
	}
	r.tags(changes)
	r.workload()
	if errs := Check(r.sc); len(errs) > 0 {
		return nil, nil, errs
	}
	return r.sc, r.losses, nil
}

// machineChanges are those that others depend on, in the order in which they are made.
var machineChanges = [...]struct {
	name   string
	change func(r *retargeting, value string) error
}{
	{"kernel", (*retargeting).kernel},
	{"elevator", (*retargeting).elevator},
	{"device", (*retargeting).model},
	{"hz", (*retargeting).hz},
}

// retargeting is a scenario on its way to another machine.
type retargeting struct {
	sc       *Scenario
	info     *KernelInfo
	defaults []string // queue parameters that were as the kernel has them
	losses   []Loss
}

func (r *retargeting) findDefaults() {
	for i := range r.info.Queue {
		p := &r.info.Queue[i]
		if *r.sc.Queue.Field(p.Name) == p.Default(r.sc) {
			r.defaults = append(r.defaults, p.Name)
		}
	}
}

// putDefaults gives what was as the old machine has it the new machine's default.
func (r *retargeting) putDefaults() {
	for i := range r.info.Queue {
		p := &r.info.Queue[i]
		if index(r.defaults, p.Name) >= 0 {
			*r.sc.Queue.Field(p.Name) = p.Default(r.sc)
		}
	}
}

// kernel moves the machine to another kernel.
func (r *retargeting) kernel(value string) error {
	to := Kernel(value).Info()
	if to == nil {
		return changeError("kernel", value, "is no kernel that is modelled"+oneOf(value, kernelNames()))
	}
	if to == r.info {
		return nil
	}
	from := r.info
	r.sc.Kernel, r.info = to.Name, to
	r.queueFrom(from)
	r.nearestElevator()
	for _, word := range whatIfWords {
		if field := r.sc.WhatIf.Field(word); *field && index(to.WhatIf, word) < 0 {
			*field = false
			r.lose(Loss{Kind: LostWhatIf, Name: word})
		}
	}
	return nil
}

// queueFrom keeps the queue's settings that both kernels have, and gives those
// only the new one has its defaults.
func (r *retargeting) queueFrom(from *KernelInfo) {
	old := r.sc.Queue
	r.sc.Queue = Queue{}
	for i := range from.Queue {
		p := &from.Queue[i]
		if r.info.QueueParameter(p.Name) == nil && index(r.defaults, p.Name) < 0 {
			r.lose(Loss{Kind: LostQueue, Name: p.Name})
		}
	}
	for i := range r.info.Queue {
		p := &r.info.Queue[i]
		if v := *old.Field(p.Name); from.QueueParameter(p.Name) != nil {
			*r.sc.Queue.Field(p.Name) = v
		} else {
			r.defaults = append(r.defaults, p.Name)
		}
	}
}

// elevatorsInPlace names, for an elevator that a kernel lacks, others that it may have,
// the nearest first. Kin are one algorithm: their tunables mean the same.
var elevatorsInPlace = [...]struct {
	name, other string
	kin         bool
}{
	{"deadline", "mq-deadline", true},
	{"mq-deadline", "deadline", true},
	{"noop", "none", true},
	{"none", "noop", true},
	{"as", "deadline", false},
	{"as", "mq-deadline", false},
}

func (r *retargeting) nearestElevator() {
	from := r.sc.Elevator
	if e := r.info.Elevator(from); e != nil {
		r.keepTunables(e)
		return
	}
	to, kin := r.info.Elevators[0].Name, false
	for _, n := range elevatorsInPlace {
		if n.name == from && r.info.Elevator(n.other) != nil {
			to, kin = n.other, n.kin
			break
		}
	}
	r.lose(Loss{Kind: OtherElevator, Name: from, Value: to})
	r.sc.Elevator = to
	if kin {
		r.keepTunables(r.info.Elevator(to))
	} else {
		r.keepTunables(nil)
	}
}

// keepTunables keeps the tunables that e has and takes, none if e is nil.
func (r *retargeting) keepTunables(e *ElevatorInfo) {
	kept := r.sc.Tunables[:0]
	for _, s := range r.sc.Tunables {
		var p *Parameter
		if e != nil {
			p = e.Tunable(s.Name)
		}
		if p != nil {
			if _, ok := p.Keeps(s.Value); ok {
				kept = append(kept, s)
				continue
			}
		}
		r.lose(Loss{Kind: LostTunable, Name: s.Name, Pos: s.Pos})
	}
	r.sc.Tunables = kept
}

func (r *retargeting) elevator(value string) error {
	name := elevatorName(value)
	e := r.info.Elevator(name)
	if e == nil {
		return Errors{{Text: noElevator(r.info, name)}}
	}
	r.losses = slices.DeleteFunc(r.losses, func(l Loss) bool { return l.Kind == OtherElevator }) // it was asked for
	if name != r.sc.Elevator {
		r.sc.Elevator = name
		r.keepTunables(nil)
	}
	return nil
}
