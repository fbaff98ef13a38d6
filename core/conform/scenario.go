package conform

import (
	"encoding/json"
	"fmt"

	"blkplay/core/scenario"
)

// Scenario returns the case's machine and workload as a scenario.
func (c *Case) Scenario() (*scenario.Scenario, error) {
	k := &c.config
	sc := &scenario.Scenario{
		Kernel: c.Kernel, HZ: k.HZ, Elevator: k.Elevator, Tunables: k.Tunables,
		Queue:  scenario.Queue(k.Queue),
		Device: device(k.Device),
	}
	for word, on := range k.WhatIf {
		if word != "untracked_plug" {
			return nil, fmt.Errorf("conform: %s: unknown what_if %q", c.Name, word)
		}
		sc.WhatIf.UntrackedPlug = on
	}
	for _, t := range c.tasks {
		task := scenario.Task{ID: t.ID, Parent: t.Parent}
		for i, raw := range t.Ops {
			op, err := parseOp(raw)
			if err != nil {
				return nil, fmt.Errorf("conform: %s: task %d: op %d: %w", c.Name, t.ID, i, err)
			}
			task.Ops = append(task.Ops, op)
		}
		sc.Tasks = append(sc.Tasks, task)
	}
	return sc, nil
}

func device(d caseDevice) scenario.Device {
	return scenario.Device{
		Model: "linear", Depth: d.Depth, BaseNs: d.BaseNs, PerSectorNs: d.PerSectorNs,
		SeekNsPer1024: d.SeekNsPer1024, SeekMaxNs: d.SeekMaxNs,
	}
}

// operands says how the operands of an op follow its word.
var operands = map[string]func(in *scanner, op *scenario.Op){
	"submit": func(in *scanner, op *scenario.Op) {
		op.Kind = scenario.Submit
		op.IO = scenario.IO{Write: in.string() == "W", Sector: in.int(), Sectors: in.int(), Count: 1}
		in.members(func(name string) {
			on := in.bool()
			switch name {
			case "sync":
				op.IO.Sync = on
			case "meta":
				op.IO.Meta = on
			case "ahead":
				op.IO.Ahead = on
			default:
				in.fail()
			}
		})
	},
	"sleep":       func(in *scanner, op *scenario.Op) { op.Kind, op.Time = scenario.Sleep, in.int() },
	"compute":     func(in *scanner, op *scenario.Op) { op.Kind, op.Time = scenario.Compute, in.int() },
	"wait":        func(in *scanner, op *scenario.Op) { op.Kind = scenario.Wait },
	"start_plug":  func(in *scanner, op *scenario.Op) { op.Kind = scenario.StartPlug },
	"finish_plug": func(in *scanner, op *scenario.Op) { op.Kind = scenario.FinishPlug },
	"unplug":      func(in *scanner, op *scenario.Op) { op.Kind = scenario.Unplug },
	"set_ioprio": func(in *scanner, op *scenario.Op) {
		op.Kind, op.Prio = scenario.SetIOPrio, scenario.IOPrio{Class: int(in.int()), Data: int(in.int())}
	},
	"fork": func(in *scanner, op *scenario.Op) {
		op.Kind, op.Task = scenario.Fork, int(in.int())
		in.members(func(name string) { op.CloneIO = in.bool() })
	},
	"set": func(in *scanner, op *scenario.Op) {
		op.Kind, op.Name, op.Value = scenario.Set, in.string(), in.int()
	},
	"elevator":       func(in *scanner, op *scenario.Op) { op.Kind, op.Name = scenario.SwitchElevator, in.string() },
	"fail_alloc_ioc": func(in *scanner, op *scenario.Op) { op.Kind, op.Value = scenario.FailAllocIOC, in.int() },
	"fail_alloc_icq": func(in *scanner, op *scenario.Op) { op.Kind, op.Value = scenario.FailAllocICQ, in.int() },
	"ioc_create_for": func(in *scanner, op *scenario.Op) { op.Kind, op.Task = scenario.IOCCreateFor, int(in.int()) },
	"ioc_get":        func(in *scanner, op *scenario.Op) { op.Kind, op.Task = scenario.IOCGet, int(in.int()) },
	"ioc_put":        func(in *scanner, op *scenario.Op) { op.Kind = scenario.IOCPut },
	"exit_begin":     func(in *scanner, op *scenario.Op) { op.Kind = scenario.ExitBegin },
	"reclaim":        func(in *scanner, op *scenario.Op) { op.Kind, op.Value = scenario.Reclaim, in.int() },
}

func parseOp(raw json.RawMessage) (op scenario.Op, err error) {
	in := scanner{text: raw}
	in.need('[')
	word := in.string()
	read := operands[word]
	if read == nil {
		return op, fmt.Errorf("unknown op %q", word)
	}
	read(&in, &op)
	in.need(']')
	return op, in.err
}
