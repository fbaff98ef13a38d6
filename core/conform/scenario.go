package conform

import "blkplay/core/scenario"

// config reads the machine.
func (in *scanner) config(sc *scenario.Scenario) {
	in.members(func(name string) {
		switch name {
		case "hz":
			sc.HZ = in.int()
		case "elevator":
			sc.Elevator = in.string()
		case "tunables":
			in.members(func(name string) {
				sc.Tunables = append(sc.Tunables, scenario.Setting{Name: name, Value: in.int()})
			})
		case "queue":
			in.numbers(sc.Queue.Field)
		case "device":
			sc.Device.Model = "linear"
			in.numbers(func(name string) *int64 { return deviceField(&sc.Device, name) })
		case "what_if":
			in.members(func(name string) {
				if field := sc.WhatIf.Field(name); field != nil {
					*field = in.bool()
				} else {
					in.fail("unknown what_if " + name)
				}
			})
		default:
			in.fail("unknown config key " + name)
		}
	})
}

// numbers reads an object of numbers into the fields of its names.
func (in *scanner) numbers(field func(name string) *int64) {
	in.members(func(name string) {
		if f := field(name); f != nil {
			*f = in.int()
		} else {
			in.fail("unknown key " + name)
		}
	})
}

func deviceField(d *scenario.Device, name string) *int64 {
	switch name {
	case "depth":
		return &d.Depth
	case "base_ns":
		return &d.BaseNs
	case "per_sector_ns":
		return &d.PerSectorNs
	case "seek_ns_per_1024":
		return &d.SeekNsPer1024
	case "seek_max_ns":
		return &d.SeekMaxNs
	}
	return nil
}

func (in *scanner) task() (t scenario.Task) {
	in.members(func(name string) {
		switch name {
		case "id":
			t.ID = int(in.int())
		case "parent":
			t.Parent = int(in.int())
		case "ops":
			in.each(func() { t.Ops = append(t.Ops, in.op()) })
		default:
			in.fail("unknown task key " + name)
		}
	})
	return t
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
				in.fail("unknown flag " + name)
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

// op reads an op, a word and its operands.
func (in *scanner) op() (op scenario.Op) {
	in.need('[')
	word := in.string()
	read := operands[word]
	if read == nil {
		in.fail("unknown op " + word)
		return op
	}
	read(in, &op)
	in.need(']')
	return op
}
