package conform

import (
	"fmt"

	"blkplay/core"
	"blkplay/core/observe"
	"blkplay/core/scenario"
)

// observer is a [core.Layer] that shows more than its trace holds. It writes to
// the [observe.Log] of its block.System what it sees while the run goes on, and in
// ObserveEnd what is still there when nothing can happen any more.
type observer interface {
	ObserveEnd()
}

// Run runs the case and returns nil if everything came out as in the golden data.
// A panic of the model is a difference like any other.
func (c *Case) Run() (diff *Difference) {
	defer func() {
		if p := recover(); p != nil {
			diff = &Difference{What: "run", Text: fmt.Sprintf("panic: %v\n", p)}
		}
	}()
	out, err := c.outcome()
	if err != nil {
		return &Difference{What: "run", Text: err.Error() + "\n"}
	}
	return c.Diff(out)
}

// A run that leaves so many more records than the golden case has events is
// stopped: it goes round in circles.
const (
	recordsMin      = 200_000
	recordsPerEvent = 100
)

func (c *Case) outcome() (*Outcome, error) {
	sc := c.Scenario()
	if wrong := scenario.Check(sc); len(wrong) > 0 {
		return nil, wrong
	}
	log := new(observe.Log)
	m, err := core.New(sc, core.Options{Trace: true, Observe: log})
	if err != nil {
		return nil, err
	}
	most := recordsMin + recordsPerEvent*len(c.Want.Events)
	for m.Run(core.Forever, 4096) == core.Running && m.Trace().Len() < most {
	}
	if o, ok := m.Layer().(observer); ok {
		o.ObserveEnd()
	}
	var blocked []observe.Blocked
	for _, b := range m.Blocked() {
		blocked = append(blocked, observe.Blocked{Task: b.Task, Bio: int(b.Bio), In: b.In})
	}
	return outcomeOf(m.Trace().Events(), log, blocked), nil
}

// Modelled returns nil if core can build the case's machine.
func (c *Case) Modelled() error {
	_, err := core.New(c.Scenario(), core.Options{})
	return err
}
