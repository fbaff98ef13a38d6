// Package workload has the workloads that the kernels' own C code was measured with.
package workload

import "blkplay/core/scenario"

// Workload is what the kernels' own C code was measured with, compiled with gcc
// 12 -O2 into a user-space harness with the same event loop, tracing off.
type Workload struct {
	Kernel scenario.Kernel
	Name   string
	tasks  func(bios int64) []scenario.Task
	// Steps are the yardstick's steps that the C code takes for a bio, by elevator.
	Steps []Reference
}

// Reference is what the C code takes with an elevator.
type Reference struct {
	Elevator string
	Steps    int
}

// All are the workloads, by kernel.
var All = []Workload{
	{scenario.Linux2624, "seqw", sequentialWrites(0), []Reference{{"noop", 48}, {"deadline", 52}, {"cfq", 54}, {"as", 52}}},
	{scenario.Linux2624, "randw", randomWrites(0), []Reference{{"noop", 127}, {"deadline", 210}, {"cfq", 235}, {"as", 203}}},
	{scenario.Linux2624, "randr", randomReads, []Reference{{"noop", 131}, {"deadline", 200}, {"cfq", 216}, {"as", 210}}},
	{scenario.Linux44, "plugw", sequentialWrites(32), []Reference{{"noop", 59}, {"deadline", 64}, {"cfq", 66}}},
	{scenario.Linux44, "plugrandw", randomWrites(32), []Reference{{"noop", 169}, {"deadline", 254}, {"cfq", 290}}},
	{scenario.Linux44, "randr", randomReads, []Reference{{"noop", 120}, {"deadline", 218}, {"cfq", 265}}},
	{scenario.Linux618, "plugw", sequentialWrites(32), []Reference{{"none", 49}, {"mq-deadline", 58}, {"kyber", 52}}},
	{scenario.Linux618, "plugrandw", randomWrites(32), []Reference{{"none", 152}, {"mq-deadline", 536}, {"kyber", 287}}},
	{scenario.Linux618, "randr", randomReads, []Reference{{"none", 183}, {"mq-deadline", 312}, {"kyber", 301}}},
}

// sequentialWrites jumps ahead after one bio of 64; plug is how many bios share a plug, 0 for none.
func sequentialWrites(plug int64) func(int64) []scenario.Task {
	return func(bios int64) []scenario.Task {
		return []scenario.Task{stream(1, true, bios, &scenario.Pattern{Seed: 12345, JumpOneIn: 64, JumpMax: 1024, PlugEach: plug})}
	}
}

func randomWrites(plug int64) func(int64) []scenario.Task {
	return func(bios int64) []scenario.Task {
		return []scenario.Task{stream(1, true, bios, &scenario.Pattern{Random: true, Seed: 12345, Span: 1 << 25, PlugEach: plug})}
	}
}

// randomReads are four tasks that wait after 32 reads each.
func randomReads(bios int64) []scenario.Task {
	var tasks []scenario.Task
	for i := range 4 {
		tasks = append(tasks, stream(1+i, false, bios/4, &scenario.Pattern{Random: true, Seed: 777 + uint64(i), Span: 1 << 25, WaitEach: 32}))
	}
	return tasks
}

func stream(task int, write bool, bios int64, pattern *scenario.Pattern) scenario.Task {
	op := scenario.Op{Kind: scenario.Stream, IO: scenario.IO{Write: write, Sectors: 8, Count: bios}, Stream: pattern}
	return scenario.Task{ID: task, Ops: []scenario.Op{op}}
}

// Scenario is w on an elevator.
func (w *Workload) Scenario(elevator string, bios int64) *scenario.Scenario {
	sc := scenario.Default(w.Kernel)
	sc.HZ = 1000
	sc.Elevator = elevator
	sc.Queue.NrRequests = 128
	if elevator == "none" {
		sc.Queue.NrRequests = 32
	}
	sc.Queue.MaxSectors = 1024
	sc.Queue.MaxSegments = 128
	sc.Queue.UnplugThresh = 4
	sc.Queue.UnplugDelayMs = 3
	sc.Device = scenario.Device{
		Model: "linear", Depth: 32, BaseNs: 100_000, PerSectorNs: 1000,
		SeekNsPer1024: 100, SeekMaxNs: 8_000_000,
	}
	sc.Tasks = w.tasks(bios)
	return sc
}
