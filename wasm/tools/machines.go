package main

import (
	"errors"

	"blkplay/core"
	"blkplay/core/scenario"
	"blkplay/core/stats"
	"blkplay/core/sweep"
	"blkplay/core/trace"
	"blkplay/wasm/abi"
)

// numbers counts what btt would of a scenario's run, and of the same without
// plugging.
//
// In: the scenario's text. Out, of the run and then of its ghost: the figures as
// JSON; the histogram of latencies as a list of from, to and number (i64 each);
// when the device had which slot busy, as a list of slot (u32), from and to (i64
// each, ns), empty if that is more than a picture can show.
func (t *tools) numbers(n int) int32 {
	return t.call(n, func(r *abi.Reader, w *abi.Writer) error {
		sc, err := scenarioOf(r)
		if err != nil {
			return err
		}
		ghost, _, err := scenario.Retarget(sc, []scenario.Change{{Name: "no_plugging", Value: "1"}})
		if err != nil {
			return err
		}
		for _, one := range []*scenario.Scenario{sc, ghost} {
			s := stats.New()
			var busy services
			err := play(one, func(_ *core.Machine, events []trace.Event) error {
				for i := range events {
					s.Add(&events[i])
					busy.add(&events[i])
				}
				return nil
			})
			if err != nil {
				return err
			}
			w.Bytes(s.AppendJSON(nil))
			bins := s.Histogram()
			w.U32(len(bins))
			for _, b := range bins {
				w.I64(b.From)
				w.I64(b.To)
				w.I64(b.N)
			}
			busy.write(w)
		}
		return nil
	})
}

// services are the times at the device, in order of their beginning.
type services []trace.Event

// servicesMost is how many are shown.
const servicesMost = 20_000

func (s *services) add(e *trace.Event) {
	if e.Kind == trace.Issue && len(*s) <= servicesMost {
		*s = append(*s, *e)
	}
}

func (s services) write(w *abi.Writer) {
	if len(s) > servicesMost {
		s = nil
	}
	w.U32(len(s))
	for i := range s {
		w.U32(int(s[i].Aux))
		w.I64(s[i].Time)
		w.I64(s[i].Arg)
	}
}

// retarget puts a scenario on another machine.
//
// In: the scenario's text; a list of changes, each a name and a value. Out: the
// new text; a list of what did not go along, each its kind (u32), name, value,
// how often and in which line (u32), whether it stays and does nothing (u32).
func (t *tools) retarget(n int) int32 {
	return t.call(n, func(r *abi.Reader, w *abi.Writer) error {
		text := r.Text()
		changes := changesOf(r)
		if r.Short {
			return errShort
		}
		sc, err := scenario.Parse(text)
		if err != nil {
			return err
		}
		moved, losses, err := scenario.Retarget(sc, changes)
		if err != nil {
			return err
		}
		to, err := scenario.FormatLike(text, moved)
		if err != nil {
			return err
		}
		w.Text(to)
		writeLosses(w, losses)
		return nil
	})
}

func changesOf(r *abi.Reader) (list []scenario.Change) {
	for n := r.U32(); n > 0 && !r.Short; n-- {
		list = append(list, scenario.Change{Name: r.Text(), Value: r.Text()})
	}
	return list
}

func writeLosses(w *abi.Writer, losses []scenario.Loss) {
	w.U32(len(losses))
	for i := range losses {
		l := &losses[i]
		w.U32(int(l.Kind))
		w.Text(l.Name)
		w.Text(l.Value)
		w.U32(l.Count)
		w.U32(l.Pos.Line)
		stays := 0
		if l.Stays {
			stays = 1
		}
		w.U32(stays)
	}
}

// sweepCells runs some cells of a sweep.
//
// In: the scenario's text; both axes, each a name and a list of values; the
// number of the first cell, row by row, and how many. Out: the metrics' names as a
// list of texts; for each cell how it ended (u32: 0 complete, 1 stuck, 2 at a
// limit, 3 refused) and its metrics (i64 each) and what did not go along as in
// retarget, or if it was refused why.
func (t *tools) sweepCells(n int) int32 {
	return t.call(n, func(r *abi.Reader, w *abi.Writer) error {
		text, x, y := r.Text(), axisOf(r), axisOf(r)
		from, count := r.U32(), r.U32()
		if r.Short {
			return errShort
		}
		sc, err := scenario.Parse(text)
		if err != nil {
			return err
		}
		s, err := sweep.New(sc, x, y)
		if err != nil {
			return err
		}
		if total := s.Columns() * s.Rows(); from+count > total {
			return errors.New("tools: the sweep has no such cells")
		}
		metrics := stats.Metrics()
		w.U32(len(metrics))
		for i := range metrics {
			w.Text(metrics[i].Name)
		}
		for i := range count {
			writeCell(w, s.Cell((from+i)%s.Columns(), (from+i)/s.Columns()))
			progress(float64(i+1), float64(count))
		}
		return nil
	})
}

func axisOf(r *abi.Reader) (a sweep.Axis) {
	a.Name = r.Text()
	for n := r.U32(); n > 0 && !r.Short; n-- {
		a.Values = append(a.Values, r.Text())
	}
	return a
}

// How a cell ended, as the page reads it.
const (
	cellComplete = iota
	cellStuck
	cellLimited
	cellRefused
)

func writeCell(w *abi.Writer, c sweep.Cell) {
	if c.Err != nil {
		w.U32(cellRefused)
		w.Text(abi.MessagesOf(c.Err)[0].Text)
		return
	}
	switch c.End {
	case core.Stuck:
		w.U32(cellStuck)
	case core.Limited:
		w.U32(cellLimited)
	default:
		w.U32(cellComplete)
	}
	for _, v := range c.Values {
		w.I64(v)
	}
	writeLosses(w, c.Lost)
}
