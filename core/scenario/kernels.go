package scenario

// Parameter is a number that a scenario can set: a queue's or an elevator's.
type Parameter struct {
	Name string // as in sysfs and in the text
	Unit string // "ms", "ns", "sectors", "KiB", "requests", "segments", "" for a plain number
	// The kernel keeps values in Min..Max.
	Min, Max int64
	// Clamps: a value outside is not refused but moved to the nearest inside.
	Clamps bool
	Live   bool // a set op may change it
	Text   string

	fixed       int64  // default, if jiffies is nil
	jiffies     *ticks // default, if a fraction of HZ
	sameAs      string // default: the value of this queue parameter
	deviceDepth bool   // default: follows from the device's depth
}

// ticks is a default in jiffies: HZ*Num/Den rounded down, at least Least.
type ticks struct{ num, den, least int64 }

// Default returns the parameter's default in its unit on sc's machine. Times are
// what sysfs shows: whole jiffies, in ms.
func (p *Parameter) Default(sc *Scenario) int64 {
	switch {
	case p.jiffies != nil:
		j := max(sc.HZ*p.jiffies.num/p.jiffies.den, p.jiffies.least)
		return j * 1000 / sc.HZ
	case p.sameAs == "nr_requests":
		return sc.Queue.NrRequests
	case p.deviceDepth && sc.Elevator == "none":
		return sc.Device.Depth
	case p.deviceDepth:
		return 2 * min(sc.Device.Depth, 128)
	}
	return p.fixed
}

// Keeps returns what the kernel makes of v, and whether it takes it at all. What
// only [QueueValueMax] forbids no kernel moves.
func (p *Parameter) Keeps(v int64) (kept int64, ok bool) {
	kept = min(max(v, p.Min), p.Max)
	return kept, kept == v || p.Clamps && kept != QueueValueMax
}

// ElevatorInfo is what there is to know about an elevator of a kernel.
type ElevatorInfo struct {
	Name     string
	Text     string
	Tunables []Parameter
}

// KernelInfo is what there is to know about a kernel. Ask by name; no place
// compares versions.
type KernelInfo struct {
	Name      Kernel
	Text      string
	Elevators []ElevatorInfo // the kernel's default is the first
	Queue     []Parameter
	Ops       []OpKind // besides those that every kernel has
	WhatIf    []string
	Live      []Parameter // queue files that only a set op knows

	bioSectorsMax int64 // 0: the queue's limits bound a bio
}

// Kernels lists the kernels, oldest first.
func Kernels() []KernelInfo { return kernels[:] }

// Info returns what there is to know about k, nil if it is unknown.
func (k Kernel) Info() *KernelInfo {
	for i := range kernels {
		if kernels[i].Name == k {
			return &kernels[i]
		}
	}
	return nil
}

// Elevator returns the kernel's elevator of that name, nil if it has none.
func (k *KernelInfo) Elevator(name string) *ElevatorInfo {
	for i := range k.Elevators {
		if k.Elevators[i].Name == name {
			return &k.Elevators[i]
		}
	}
	return nil
}

// Tunable returns the elevator's tunable of that name, nil if it has none.
func (e *ElevatorInfo) Tunable(name string) *Parameter { return find(e.Tunables, name) }

// QueueParameter returns the queue's parameter of that name, nil if it has none.
func (k *KernelInfo) QueueParameter(name string) *Parameter { return find(k.Queue, name) }

func find(list []Parameter, name string) *Parameter {
	for i := range list {
		if list[i].Name == name {
			return &list[i]
		}
	}
	return nil
}

// Has reports whether the kernel has the op.
func (k *KernelInfo) Has(op OpKind) bool {
	switch op {
	case Submit, Stream, Sleep, Compute, Wait, SetIOPrio, Fork:
		return true
	}
	for _, o := range k.Ops {
		if o == op {
			return true
		}
	}
	return false
}

// CanSet reports whether a set op may name it on this kernel: a live queue
// parameter, or a tunable of any of its elevators.
func (k *KernelInfo) CanSet(name string) bool { return k.settable(name) != nil }

// settable returns what a set op names, nil if it may not name it. Elevators that
// share a name share its range.
func (k *KernelInfo) settable(name string) *Parameter {
	if p := k.QueueParameter(name); p != nil {
		if !p.Live {
			return nil
		}
		return p
	}
	for i := range k.Elevators {
		if p := k.Elevators[i].Tunable(name); p != nil {
			return p
		}
	}
	return find(k.Live, name)
}

// Settable lists the names that a set op may have.
func (k *KernelInfo) Settable() []string {
	var list []string
	for _, p := range k.Queue {
		if p.Live {
			list = append(list, p.Name)
		}
	}
	for _, p := range k.Live {
		list = append(list, p.Name)
	}
	for _, e := range k.Elevators {
		for _, p := range e.Tunables {
			if index(list, p.Name) < 0 {
				list = append(list, p.Name)
			}
		}
	}
	return list
}

// having returns the kernels for which has holds, as words of a message.
func having(has func(*KernelInfo) bool) string {
	var list []string
	for i := range kernels {
		if has(&kernels[i]) {
			list = append(list, string(kernels[i].Name))
		}
	}
	switch len(list) {
	case 0:
		return "no kernel has it"
	case 1:
		return "kernel " + list[0] + " has it"
	}
	return "kernels " + join(list) + " have it"
}
