package conform

import (
	"encoding/json"
	"fmt"

	"blkplay/core/observe"
	"blkplay/core/scenario"
)

// Case is a golden case: what to run, and what the kernel's own code did.
type Case struct {
	Name   string
	Kernel scenario.Kernel
	config caseConfig
	tasks  []caseTask
	Want   Outcome
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

// Event is a block-trace event as golden data has it.
type Event struct {
	Time    int64 // ns
	Action  string
	RWBS    string // "" for P, U and UT
	Sector  int64
	Sectors int64 // U, UT: number of requests
	Task    int64
}

func (e Event) String() string {
	return fmt.Sprintf("%12d %-2s %-4s %d + %d [%d]", e.Time, e.Action, e.RWBS, e.Sector, e.Sectors, e.Task)
}

type caseConfig struct {
	HZ       int64           `json:"hz"`
	Elevator string          `json:"elevator"`
	Tunables settings        `json:"tunables"`
	Queue    caseQueue       `json:"queue"`
	Device   caseDevice      `json:"device"`
	WhatIf   map[string]bool `json:"what_if"`
}

type caseQueue struct {
	NrRequests    int64 `json:"nr_requests"`
	MaxSectors    int64 `json:"max_sectors"`
	MaxHWSectors  int64 `json:"max_hw_sectors"`
	MaxSegments   int64 `json:"max_segments"`
	UnplugThresh  int64 `json:"unplug_thresh"`
	UnplugDelayMs int64 `json:"unplug_delay_ms"`
	NoMerges      int64 `json:"nomerges"`
}

type caseDevice struct {
	Depth         int64 `json:"depth"`
	BaseNs        int64 `json:"base_ns"`
	PerSectorNs   int64 `json:"per_sector_ns"`
	SeekNsPer1024 int64 `json:"seek_ns_per_1024"`
	SeekMaxNs     int64 `json:"seek_max_ns"`
}

type caseTask struct {
	ID     int       `json:"id"`
	Parent int       `json:"parent"`
	Ops    []caseOps `json:"ops"`
}

// caseOps is one op, not decoded yet.
type caseOps = json.RawMessage

// settings keeps the order of a JSON object of numbers.
type settings []scenario.Setting

func (s *settings) UnmarshalJSON(text []byte) error {
	in := scanner{text: text}
	in.members(func(name string) {
		*s = append(*s, scenario.Setting{Name: name, Value: in.int()})
	})
	return in.err
}

type eventList []Event

func (list *eventList) UnmarshalJSON(text []byte) error {
	in := scanner{text: text}
	in.each(func() {
		in.need('[')
		*list = append(*list, Event{
			Time: in.int(), Action: in.string(), RWBS: in.string(),
			Sector: in.int(), Sectors: in.int(), Task: in.int(),
		})
		in.need(']')
	})
	return in.err
}

type ioContextList []observe.IOContext

func (list *ioContextList) UnmarshalJSON(text []byte) error {
	in := scanner{text: text}
	in.each(func() {
		in.need('[')
		s := observe.IOContext{
			Time: in.int(), Task: int(in.int()), Label: in.string(),
			RefCount: in.int(), NrTasks: in.int(), ActiveRef: in.int(), ICQs: in.int(), IOPrio: in.int(),
		}
		in.each(func() { s.SharedWith = append(s.SharedWith, int(in.int())) })
		s.ID = in.int()
		if !in.take(']') {
			in.members(func(name string) {
				f := observe.Field{Name: name}
				if name != "got" {
					f.Value = in.int()
				} else if in.bool() {
					f.Value = 1
				}
				s.Answer = append(s.Answer, f)
			})
			in.need(']')
		}
		*list = append(*list, s)
	})
	return in.err
}

type setList []observe.Set

func (list *setList) UnmarshalJSON(text []byte) error {
	in := scanner{text: text}
	in.each(func() {
		in.need('[')
		*list = append(*list, observe.Set{
			Time: in.int(), Task: int(in.int()), Name: in.string(), Value: in.int(),
			Ret: in.int(), Shown: in.int(), Count: in.pair(), Full: in.pair(), Congested: in.pair(),
		})
		in.need(']')
	})
	return in.err
}

// UnmarshalJSON reads one line of a golden file.
func (c *Case) UnmarshalJSON(text []byte) error {
	var line struct {
		Name       string          `json:"name"`
		Kernel     scenario.Kernel `json:"kernel"`
		Config     caseConfig      `json:"config"`
		Tasks      []caseTask      `json:"tasks"`
		Events     eventList       `json:"events"`
		Bios       [][2]int64      `json:"bios"`
		IOContexts *ioContextList  `json:"ioc"`
		Sets       *setList        `json:"sets"`
		Deadlock   *[][2]int       `json:"deadlock"`
		DeadlockIn []string        `json:"deadlock_in"`
	}
	if err := json.Unmarshal(text, &line); err != nil {
		return err
	}
	*c = Case{Name: line.Name, Kernel: line.Kernel, config: line.Config, tasks: line.Tasks}
	c.Want.Events, c.Want.Bios = line.Events, line.Bios
	if line.IOContexts != nil {
		c.Want.IOContexts, c.Want.hasIOContexts = *line.IOContexts, true
	}
	if line.Sets != nil {
		c.Want.Sets, c.Want.hasSets = *line.Sets, true
	}
	if line.Deadlock != nil {
		c.Want.hasBlocked = true
		if len(*line.Deadlock) != len(line.DeadlockIn) {
			return fmt.Errorf("conform: %s: deadlock and deadlock_in differ in length", c.Name)
		}
		for i, d := range *line.Deadlock {
			c.Want.Blocked = append(c.Want.Blocked, observe.Blocked{Task: d[0], Bio: d[1], In: line.DeadlockIn[i]})
		}
	}
	return nil
}
