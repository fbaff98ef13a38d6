package sim

// Task is a process with a CPU of its own: it runs until it blocks.
//
// Where it can block, what it has still to do is data, a [State], and not a
// goroutine: a state can be shown, costs nothing, and makes a run repeatable.
type Task struct {
	Item         // its next run
	ID    int    // as the scenario numbers it; 0 is the kernel itself
	Index int    // place in the scenario's list of tasks, from 0
	Name  string // as the trace prints it
	State State  // how to go on when woken; nil if it was not inside a call
}

// State is a place inside the kernel in which a task sleeps.
type State interface {
	// Resume goes on after the sleep and reports whether the call it was in is
	// finished; if not, the task sleeps again and has a state anew.
	Resume(t *Task) (done bool)
}

// Wake schedules t at the current instant, as try_to_wake_up does; it does
// nothing if t is about to run already.
func (l *Loop) Wake(t *Task) {
	if !t.Pending() {
		l.Soon(&t.Item)
	}
}
