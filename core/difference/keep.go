package difference

import (
	"blkplay/core/replay"
	"blkplay/core/scenario"
	"blkplay/core/trace"
)

// keep takes over the records of the real trace, so that they can be looked at as those of
// the run are. A process that nothing is replayed of is task 0 if its pid is no task's
// number, or another task's.
func (r *Result) keep(of *real, simulated *side, plan []replay.Sent) {
	r.Records = of.records
	r.Same = make([]int32, of.Bios())
	for i := range r.Same {
		r.Same[i] = none
	}
	sent := make([]int, of.Bios()) // task of each bio, 0 for none
	for i := range min(len(plan), len(of.kept)) {
		s := &plan[i]
		bios := simulated.bioOfTask[uint16(s.Task)]
		if s.Task == 0 || s.First >= len(bios) {
			continue
		}
		r.Same[of.kept[i]] = bios[s.First]
		sent[of.kept[i]] = s.Task
	}
	tasks := map[uint16]uint16{}
	for i := range r.Records {
		if e := &r.Records[i]; e.Kind == trace.Queue && sent[e.Bio] != 0 {
			tasks[e.Task] = uint16(sent[e.Bio])
		}
	}
	taken := map[uint16]bool{}
	for i := range r.Scenario.Tasks {
		taken[uint16(r.Scenario.Tasks[i].ID)] = true
	}
	for i := range r.Records {
		e := &r.Records[i]
		e.Time -= r.Origin
		if task, known := tasks[e.Task]; known {
			e.Task = task
		} else if e.Task > scenario.TaskIDMax || taken[e.Task] {
			e.Task = 0
		}
	}
}
