package core

import (
	"errors"

	"blkplay/core/scenario"
)

// Snapshot is a place in a run. A run is a function of its scenario, so all
// there is to keep is how far it is: going back is running again.
type Snapshot struct {
	fired int64
}

// Snapshot returns the place where the run is.
func (m *Machine) Snapshot() Snapshot { return Snapshot{m.fired} }

// Restore builds the machine of sc and runs it to the place s, which is to come
// from a run of the same scenario; whether that was traced does not matter. It
// fails where [New] does, and if the run is over before.
func Restore(sc *scenario.Scenario, opt Options, s Snapshot) (*Machine, error) {
	m, err := New(sc, opt)
	if err != nil {
		return nil, err
	}
	for m.fired < s.fired {
		if !m.sys.Loop.Step(Forever) {
			return nil, errors.New("core: the snapshot is of another scenario: this run is over before")
		}
		m.fired++
	}
	return m, nil
}
