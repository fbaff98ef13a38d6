// Package sweep runs one workload on many machines that differ in one or two
// settings, and tells a few figures of each run.
//
//	   unplug_thresh
//	      1   2   4
//	1 ms  ·   ·   ·      a cell is a run: the scenario with both settings
//	3 ms  ·   ·   ·
//
// A cell depends on nothing but the scenario and its two values, so cells can be
// run in any order and in several places at once.
package sweep

import (
	"errors"
	"strconv"

	"blkplay/core"
	"blkplay/core/scenario"
	"blkplay/core/stats"
)

// CellsMax bounds a sweep.
const CellsMax = 10_000

// Axis is a setting and the values it takes, as [scenario.Change] has them. An
// axis without values takes the scenario as it is, once.
type Axis struct {
	Name   string
	Values []string
}

// Sweep is a workload and the machines it is to run on.
type Sweep struct {
	sc      *scenario.Scenario
	x, y    Axis
	figures *stats.Stats // of the cell run last: each takes over its memory
}

// New returns the sweep of sc over x and y. It fails for names that no machine of
// the sweep knows, for equal names and for more than [CellsMax] cells.
func New(sc *scenario.Scenario, x, y Axis) (*Sweep, error) {
	s := &Sweep{sc: sc, x: x, y: y, figures: stats.New()}
	if len(x.Values) == 0 && x.Name != "" || len(y.Values) == 0 && y.Name != "" {
		return nil, errors.New("sweep: an axis has no values")
	}
	if x.Name != "" && x.Name == y.Name {
		return nil, errors.New("sweep: both axes are " + x.Name)
	}
	if n := s.Columns() * s.Rows(); n > CellsMax {
		return nil, errors.New("sweep: " + strconv.Itoa(n) + " cells; at most " + strconv.Itoa(CellsMax) + " are run")
	}
	return s, s.possible()
}

// possible fails if no cell at all could be run, with the reason of the first.
func (s *Sweep) possible() error {
	var first error
	for i := range s.Columns() * s.Rows() {
		_, _, err := s.Scenario(i%s.Columns(), i/s.Columns())
		if err == nil {
			return nil
		}
		if first == nil {
			first = err
		}
	}
	return first
}

// Columns returns how many values x has.
func (s *Sweep) Columns() int { return max(1, len(s.x.Values)) }

// Rows returns how many values y has.
func (s *Sweep) Rows() int { return max(1, len(s.y.Values)) }

// Scenario returns the scenario of a cell and what did not go along to its machine.
//
// Preconditions: 0 <= column < Columns, 0 <= row < Rows.
func (s *Sweep) Scenario(column, row int) (*scenario.Scenario, []scenario.Loss, error) {
	var changes []scenario.Change
	if s.x.Name != "" {
		changes = append(changes, scenario.Change{Name: s.x.Name, Value: s.x.Values[column]})
	}
	if s.y.Name != "" {
		changes = append(changes, scenario.Change{Name: s.y.Name, Value: s.y.Values[row]})
	}
	return scenario.Retarget(s.sc, changes)
}

// Cell is what a run gave.
type Cell struct {
	Column, Row int
	Values      []int64 // by number in [stats.Metrics]; nil if there was no run
	End         core.Status
	Lost        []scenario.Loss
	Err         error // why there was no run
}

// Cell runs a cell.
//
// Preconditions: as of [Sweep.Scenario].
func (s *Sweep) Cell(column, row int) Cell {
	c := Cell{Column: column, Row: row}
	sc, lost, err := s.Scenario(column, row)
	if err != nil {
		c.Err = err
		return c
	}
	c.Lost = lost
	end, err := s.run(sc)
	if err != nil {
		c.Err = err
		return c
	}
	c.End = end
	metrics := stats.Metrics()
	c.Values = make([]int64, len(metrics))
	for i := range metrics {
		c.Values[i] = metrics[i].Of(s.figures)
	}
	return c
}

// Cells runs the cells one after the other, row by row, until yield does not want
// more: for c := range s.Cells.
func (s *Sweep) Cells(yield func(Cell) bool) {
	for row := range s.Rows() {
		for column := range s.Columns() {
			if !yield(s.Cell(column, row)) {
				return
			}
		}
	}
}

// sliceRecords is how many records are kept at a time: few enough to stay in the
// processor's cache.
const sliceRecords = 512

// run runs sc and counts its trace, of which nothing is kept.
func (s *Sweep) run(sc *scenario.Scenario) (core.Status, error) {
	m, err := core.New(sc, core.Options{Trace: true,
		Limits: core.Limits{Records: scenario.RecordsMax, Time: scenario.TimeMaxNs}})
	if err != nil {
		return core.Running, err
	}
	s.figures.Reset()
	for {
		end := m.Run(core.Forever, sliceRecords)
		events := m.Trace().Events()
		for i := range events {
			s.figures.Add(&events[i])
		}
		m.Trace().Drain()
		if end != core.Running {
			return end, nil
		}
	}
}
