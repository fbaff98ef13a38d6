package realkernel

import (
	"strconv"

	"blkplay/core"
	"blkplay/core/export"
	"blkplay/core/scenario"
	"blkplay/core/trace"
	"blkplay/core/trace/blkparse"
	"blkplay/core/trace/iolog"
)

// Recipe is how a scenario is done on a real kernel.
type Recipe struct {
	Job   string // fio's job file; it takes the disk from the environment: DEV
	Logs  []File // what its tasks replay
	Setup string // shell: the disk, the elevator, the queue, the tunables
	Trace string // shell: blktrace around fio, and what to read of it
	Notes []Note // what is different there, the most telling first
}

// File is a file by the name that others know it by.
type File struct{ Name, Text string }

// Files are what fio needs in its folder: the job, then the logs it replays.
func (r *Recipe) Files() []File { return append([]File{{jobName, r.Job}}, r.Logs...) }

// Note is something that differs. Key is its name in tables of other languages, in
// which Value stands at the end.
type Note struct{ Key, Text, Value string }

// Names of the files that a recipe is made of.
const (
	jobName  = "blkplay.fio"
	wholeLog = "blkplay.iolog"
)

// logLinesMax is how many bios a recipe's own logs have at most.
const logLinesMax = 4000

// task is what a task of the run becomes.
type task struct {
	of     *scenario.Task // nil: the hand, or a task that only the hand lets do things
	number int
	name   string
	log    *iolog.Writer
	text   []byte
	bios   int
	first  int64 // ns: its first bio
	bytes  int64 // end of the last byte it reaches
}

// store is what the run stores to sysfs while it goes on.
type store struct {
	at       int64  // ns
	name     string // of a tunable or of the queue's; "" switches the elevator
	value    int64
	elevator string
}

// run is what there is to know of a scenario's run.
type run struct {
	tasks  []*task // those that submit, in the scenario's order
	stores []store
	lines  int // bios so far
}

// New makes the recipe of sc. It runs sc, which must not meet a limit.
func New(sc *scenario.Scenario) (*Recipe, error) {
	r := &run{}
	if _, err := export.Play(sc, func(m *core.Machine, events []trace.Event) error {
		if r.tasks == nil {
			r.begin(sc, m)
		}
		for i := range events {
			r.take(&events[i])
		}
		return nil
	}); err != nil {
		return nil, err
	}
	r.leaveIdle()
	j := newJob(sc, r.tasks)
	recipe := &Recipe{Job: j.text(), Logs: j.logs, Setup: setup(sc, j.reach), Trace: traced(sc, r.stores)}
	recipe.Notes = notes(sc, j, len(r.stores) > 0)
	return recipe, nil
}

func (r *run) begin(sc *scenario.Scenario, m *core.Machine) {
	for _, t := range m.System().Tasks {
		p := &task{number: t.ID, name: t.Name, log: iolog.NewWriter(iolog.Version3)}
		for i := range sc.Tasks {
			if sc.Tasks[i].ID == t.ID {
				p.of = &sc.Tasks[i]
			}
		}
		r.tasks = append(r.tasks, p)
	}
}

func (r *run) task(number uint16) *task {
	for _, t := range r.tasks {
		if t.number == int(number) {
			return t
		}
	}
	return nil
}

func (r *run) take(e *trace.Event) {
	switch e.Kind {
	case trace.Queue:
		if t := r.task(e.Task); t != nil {
			t.take(e, r.lines < logLinesMax)
			r.lines++
		}
	case trace.Set:
		r.stores = append(r.stores, store{at: e.Time, name: scenario.NameAt(int(e.Aux)), value: e.Sector})
	case trace.Switch:
		if e.Aux == 1 {
			r.stores = append(r.stores, store{at: e.Time, elevator: scenario.ElevatorAt(int(e.Sector))})
		}
	}
}

// leaveIdle drops the tasks that submitted nothing.
func (r *run) leaveIdle() {
	busy := r.tasks[:0]
	for _, t := range r.tasks {
		if t.bios > 0 {
			busy = append(busy, t)
		}
	}
	r.tasks = busy
}

// take counts a bio of the task, and keeps its line while there is room.
func (t *task) take(e *trace.Event, keep bool) {
	if t.bios == 0 {
		t.first = e.Time
	}
	t.bios++
	t.bytes = max(t.bytes, (e.Sector+int64(e.Sectors))*512)
	if keep {
		t.text = t.log.Append(t.text, e, blkparse.Device)
	}
}

// Script is the whole recipe as one shell script.
func (r *Recipe) Script() string {
	b := []byte("#!/bin/sh\n# Made by blkplay. It writes to the disk that DEV names: what is there is lost.\n")
	for _, n := range r.Notes {
		b = comment(b, n.Text)
	}
	b = append(b, "set -e\n\n"...)
	b = append(b, r.Setup...)
	for _, f := range r.Files() {
		b = document(b, f.Name, f.Text)
	}
	b = append(b, '\n')
	return string(append(b, r.Trace...))
}

// document appends shell that writes a file. The text holds no line that ends it early.
func document(b []byte, name, text string) []byte {
	b = append(b, "\ncat > "+name+" <<'END-OF-FILE'\n"...)
	b = append(b, text...)
	return append(b, "END-OF-FILE\n"...)
}

// comment appends text as comments of at most about 100 characters a line.
func comment(b []byte, text string) []byte {
	const most = 100
	for len(text) > 0 {
		cut := len(text)
		if cut > most {
			for cut = most; cut > 0 && text[cut] != ' '; cut-- {
			}
			if cut == 0 {
				cut = len(text)
			}
		}
		b = append(b, "# "+text[:cut]+"\n"...)
		text = text[min(cut+1, len(text)):]
	}
	return b
}

func decimal(v int64) string { return strconv.FormatInt(v, 10) }
