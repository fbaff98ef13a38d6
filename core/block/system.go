package block

import (
	"blkplay/core/observe"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

// System is what surrounds a block layer: the clock, the recorder, the tasks
// and the bios.
type System struct {
	Loop    *sim.Loop
	Trace   *trace.Recorder // nil: nothing is recorded
	Tasks   []*Task         // in the order of the scenario
	Current *Task           // the kernel's current; [System.Idle] in interrupts, timers and kblockd
	Idle    Task            // task 0
	Times   []BioTime       // by bio, if KeepTimes
	// Observe takes counters and answers that golden data has; nil takes nothing.
	Observe *observe.Log
	// OnBioEnd, if set, is called when a bio is complete, before its task hears of it.
	OnBioEnd func(*Bio)

	KeepTimes bool
	bios      int32
	freeBios  []*Bio
	openBios  int
}

// BioTime is when a bio was submitted and when it was complete (-1: not yet).
type BioTime struct{ Submit, Done sim.Time }

// NewSystem returns a system at time 0 without tasks.
func NewSystem(hz int64, tr *trace.Recorder) *System {
	s := &System{Loop: sim.NewLoop(hz), Trace: tr}
	s.Current = &s.Idle
	return s
}

// TaskByID returns the task that the scenario numbers id, nil if there is none.
func (s *System) TaskByID(id int) *Task {
	for _, t := range s.Tasks {
		if t.ID == id {
			return t
		}
	}
	return nil
}

// NewBio returns the next bio of t, which counts as open from now on.
func (s *System) NewBio(t *Task, flags trace.RWBS, sector int64, sectors int32) *Bio {
	b := s.takeBio()
	*b = Bio{ID: s.bios, Flags: flags, Sector: sector, Sectors: sectors, Segments: SegmentsOf(sectors), Task: t}
	s.bios++
	s.openBios++
	t.Open++
	if s.KeepTimes {
		s.Times = append(s.Times, BioTime{s.Loop.Now(), -1})
	}
	return b
}

// SplitBio cuts the first sectors off b and returns them as a bio of their own
// with b's number, marked [Bio.NoMerge]; b keeps the rest. Segments of both are
// ceil(n/8) of pages counted from the start of the whole.
//
// Linux 4.4, 6.18: block/bio.c:bio_split().
func (s *System) SplitBio(b *Bio, sectors, segments, restSegments int32) *Bio {
	root := b
	if b.Parent != nil {
		root = b.Parent
	}
	root.Parts++
	front := s.takeBio()
	*front = Bio{ID: b.ID, Flags: b.Flags, Sector: b.Sector, Sectors: sectors, Segments: segments,
		Task: b.Task, Parent: root, IOPrio: b.IOPrio, NoMerge: true}
	b.Sector += int64(sectors)
	b.Sectors -= sectors
	b.Segments = restSegments
	front.Offset, b.Offset = b.Offset, (b.Offset+sectors)%8
	return front
}

func (s *System) takeBio() *Bio {
	if n := len(s.freeBios); n > 0 {
		b := s.freeBios[n-1]
		s.freeBios = s.freeBios[:n-1]
		return b
	}
	more := make([]Bio, bioChunk)
	for i := range more[1:] {
		s.freeBios = append(s.freeBios, &more[1+i])
	}
	return &more[0]
}

// bioChunk is how many bios are made when none is free.
const bioChunk = 32

// EndBio completes b: its end_io runs, and if it was the last open bio of a task
// that waits, that task is woken. A part of a split bio ends the whole when all
// parts have ended. b may be reused at once: read b.Next before.
func (s *System) EndBio(b *Bio) {
	whole := b
	if b.Parent != nil {
		whole = b.Parent
		s.freeBios = append(s.freeBios, b)
	}
	if whole.Parts > 0 { // as many ends are to come as there were cuts, and one
		whole.Parts--
		return
	}
	if s.KeepTimes {
		s.Times[whole.ID].Done = s.Loop.Now()
	}
	if s.Trace != nil {
		e := s.Trace.Add(int64(s.Loop.Now()), trace.BioEnd, s.Current.ID)
		e.Bio = whole.ID
		e.Sector = int64(whole.Task.ID)
	}
	if s.OnBioEnd != nil {
		s.OnBioEnd(whole)
	}
	t := whole.Task
	s.openBios--
	t.Open--
	s.freeBios = append(s.freeBios, whole)
	if t.Open <= t.Left && t.Waiting {
		t.Waiting = false
		s.Wake(t, trace.WokenByBio)
	}
}

// Wake makes t runnable at the current instant.
func (s *System) Wake(t *Task, why trace.Cause) {
	if s.Trace != nil {
		s.Trace.Add(int64(s.Loop.Now()), trace.TaskWake, t.ID).Cause = why
		t.By = s.Trace.Last()
	}
	s.Loop.Wake(&t.Task)
}

// Slept records that t blocks; until is 0 if it blocks until woken.
func (s *System) Slept(t *Task, why trace.Cause, until sim.Time, bio int32) {
	if s.Trace == nil {
		return
	}
	e := s.Trace.Add(int64(s.Loop.Now()), trace.TaskSleep, t.ID)
	e.Cause, e.Sector, e.Bio, e.Arg = why, int64(until), bio, int64(t.Open)
}

// Bios returns how many bios were submitted.
func (s *System) Bios() int { return int(s.bios) }

// OpenBios returns how many bios are not complete.
func (s *System) OpenBios() int { return s.openBios }
