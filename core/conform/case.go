package conform

import (
	"errors"

	"blkplay/core/observe"
	"blkplay/core/scenario"
)

// Case is a golden case: what to run, and what the kernel's own code did.
type Case struct {
	Name   string
	Kernel scenario.Kernel
	Want   Outcome

	sc scenario.Scenario
}

// Scenario returns the case's machine and workload; it is the caller's.
func (c *Case) Scenario() *scenario.Scenario {
	sc := c.sc
	return &sc
}

// Outcome is what is compared.
type Outcome struct {
	Events []Event
	Bios   [][2]int64 // submission and completion time, ns; completion -1: never

	// The rest is compared where the golden case has it.
	IOContexts []observe.IOContext
	Sets       []observe.Set
	Blocked    []observe.Blocked

	hasIOContexts, hasSets, hasBlocked bool
}

// parse reads one line of a golden file.
func (c *Case) parse(line []byte) error {
	in := scanner{text: line}
	in.members(func(name string) {
		switch name {
		case "name":
			c.Name = in.string()
		case "kernel":
			c.Kernel = scenario.Kernel(in.string())
		case "config":
			in.config(&c.sc)
		case "tasks":
			in.each(func() { c.sc.Tasks = append(c.sc.Tasks, in.task()) })
		case "events":
			in.each(func() { c.Want.Events = append(c.Want.Events, in.event()) })
		case "bios":
			in.each(func() { c.Want.Bios = append(c.Want.Bios, in.pair()) })
		case "ioc":
			c.Want.hasIOContexts = true
			in.each(func() { c.Want.IOContexts = append(c.Want.IOContexts, in.ioContext()) })
		case "sets":
			c.Want.hasSets = true
			in.each(func() { c.Want.Sets = append(c.Want.Sets, in.set()) })
		case "deadlock":
			c.Want.hasBlocked = true
			in.each(func() {
				p := in.pair()
				c.Want.Blocked = append(c.Want.Blocked, observe.Blocked{Task: int(p[0]), Bio: int(p[1])})
			})
		case "deadlock_in":
			i := 0
			in.each(func() {
				if where := in.string(); i < len(c.Want.Blocked) {
					c.Want.Blocked[i].In = where
				}
				i++
			})
			if i != len(c.Want.Blocked) {
				in.fail("deadlock_in is not as long as deadlock, which stands before it")
			}
		default:
			in.fail("unknown key " + name)
		}
	})
	if in.skip(); in.err == nil && in.at < len(in.text) {
		in.fail("there is more behind the case")
	}
	if in.err == nil && (c.Name == "" || c.Kernel == "" || c.sc.HZ == 0) {
		return errors.New("name, kernel or config is missing")
	}
	c.sc.Kernel = c.Kernel
	return in.err
}
