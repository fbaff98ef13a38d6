package export

import (
	"errors"

	"blkplay/core"
	"blkplay/core/scenario"
	"blkplay/core/trace"
)

// Sink takes the records of a run slice by slice; they are good until it returns.
type Sink func(m *core.Machine, events []trace.Event) error

// sliceRecords is how many records a slice of a run has at least, but for the last.
const sliceRecords = 8192

// Play runs sc to its end and gives what happens to to. If nothing was left to
// happen while bios waited, stuck says so; it is "" for a run that is complete. A
// run that met a limit is an error, and so is what to returns.
func Play(sc *scenario.Scenario, to Sink) (stuck string, err error) {
	m, err := core.New(sc, core.Options{Trace: true, Times: true,
		Limits: core.Limits{Records: scenario.RecordsMax, Time: scenario.TimeMaxNs}})
	if err != nil {
		return "", err
	}
	for more := true; more; {
		more = m.Run(core.Forever, sliceRecords) == core.Running
		if err := to(m, m.Trace().Events()); err != nil {
			return "", err
		}
		m.Trace().Drain()
	}
	switch m.Run(core.Forever, 0) {
	case core.Limited:
		return "", errors.New(m.EndText())
	case core.Stuck:
		return m.EndText(), nil
	}
	return "", nil
}
