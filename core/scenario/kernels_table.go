package scenario

// kernels says what each kernel has. Texts are one line each.
var kernels = [...]KernelInfo{
	{
		Name: Linux2624,
		Text: "January 2008: the queue is plugged, and unplugged by a threshold, a timer or whoever waits.",
		Elevators: []ElevatorInfo{
			cfq2624, deadlineLegacy, anticipatory, noop,
		},
		Queue: []Parameter{
			nrRequests,
			{Name: "max_sectors", Unit: "sectors", Min: 8, Max: QueueValueMax, fixed: 1024, Live: true, Text: "longest request; above 1024 it bounds only a bio"},
			maxSegments,
			{Name: "unplug_thresh", Unit: "requests", Min: 0, Max: QueueValueMax, fixed: 4, Live: true, Text: "so many waiting requests unplug the queue"},
			{Name: "unplug_delay_ms", Unit: "ms", Min: 0, Max: TimeMaxNs / 1_000_000, fixed: 3, Live: true, Text: "a plugged queue unplugs itself after this time, in whole jiffies rounded down, at least one"},
		},
		Ops:    []OpKind{Unplug, Set, SwitchElevator},
		WhatIf: []string{"no_unplug_timer", "no_unplug_thresh", "no_plugging"},
	},
	{
		Name: Linux44,
		Text: "January 2016: the task has a plug of its own, and schedule flushes it.",
		Elevators: []ElevatorInfo{
			cfq44, deadlineLegacy, noop,
		},
		Queue: []Parameter{
			nrRequests,
			maxSectors,
			{Name: "max_hw_sectors", Unit: "sectors", Min: 0, Max: QueueValueMax, fixed: 0, Text: "what a store to max_sectors is checked against; 0: max_sectors itself"},
			maxSegments,
		},
		Live: []Parameter{nomerges},
		Ops: []OpKind{StartPlug, FinishPlug, Set, FailAllocIOC, FailAllocICQ,
			IOCCreateFor, IOCGet, IOCPut, ExitBegin, Reclaim},
		WhatIf:        []string{"no_plugging", "untracked_plug"},
		bioSectorsMax: 2048,
	},
	{
		Name: Linux618,
		Text: "November 2025: blk-mq; tags do the limiting, software and hardware queues stand between plug and device.",
		Elevators: []ElevatorInfo{
			mqDeadline, kyber,
			{Name: "none", Text: "no elevator: first come, first served"},
		},
		Queue: []Parameter{
			{Name: "nr_requests", Unit: "requests", Min: 4, Max: QueueValueMax, Clamps: true, deviceDepth: true, Text: "tags to get: of the scheduler, or with none of the driver"},
			maxSectors, maxSegments, nomerges,
		},
		Ops:           []OpKind{StartPlug, FinishPlug},
		WhatIf:        []string{"no_plugging"},
		bioSectorsMax: 2048,
	},
}

var (
	nrRequests  = Parameter{Name: "nr_requests", Unit: "requests", Min: 4, Max: QueueValueMax, Clamps: true, fixed: 128, Live: true, Text: "requests for each direction; who wants more sleeps"}
	maxSectors  = Parameter{Name: "max_sectors", Unit: "sectors", Min: 8, Max: QueueValueMax, fixed: 2560, Live: true, Text: "longest request"}
	maxSegments = Parameter{Name: "max_segments", Unit: "segments", Min: 1, Max: QueueValueMax, fixed: 128, Text: "most 4 KiB pages in a request"}
	nomerges    = Parameter{Name: "nomerges", Min: 0, Max: 2, Clamps: true, Live: true, Text: "0 all merges, 1 only the simple ones, 2 none"}
)

var (
	noop = ElevatorInfo{Name: "noop", Text: "one list, first come, first served"}

	deadlineLegacy = ElevatorInfo{Name: "deadline", Text: "by sector in batches, by age when a deadline passed",
		Tunables: []Parameter{
			{Name: "read_expire", Unit: "ms", Max: TunableMax, Clamps: true, jiffies: &ticks{1, 2, 0}, Text: "a read is due so long after its insertion"},
			{Name: "write_expire", Unit: "ms", Max: TunableMax, Clamps: true, jiffies: &ticks{5, 1, 0}, Text: "a write is due so long after its insertion"},
			{Name: "writes_starved", Min: TunableMin, Max: TunableMax, fixed: 2, Text: "so many batches of reads may pass writes"},
			{Name: "front_merges", Max: 1, Clamps: true, fixed: 1, Text: "1: look for a request that starts where the bio ends"},
			{Name: "fifo_batch", Unit: "requests", Max: TunableMax, Clamps: true, fixed: 16, Text: "requests taken in sector order before deadlines are looked at"},
		}}

	anticipatory = ElevatorInfo{Name: "as", Text: "deadline that waits a moment behind a read for the reader's next one",
		Tunables: []Parameter{
			{Name: "read_expire", Unit: "ms", Max: TunableMax, Clamps: true, jiffies: &ticks{1, 8, 0}, Text: "a read or sync write is due so long after its insertion"},
			{Name: "write_expire", Unit: "ms", Max: TunableMax, Clamps: true, jiffies: &ticks{1, 4, 0}, Text: "an async write is due so long after its insertion"},
			{Name: "read_batch_expire", Unit: "ms", Max: TunableMax, Clamps: true, jiffies: &ticks{1, 2, 0}, Text: "longest batch of reads"},
			{Name: "write_batch_expire", Unit: "ms", Max: TunableMax, Clamps: true, jiffies: &ticks{1, 8, 0}, Text: "longest batch of writes"},
			{Name: "antic_expire", Unit: "ms", Max: TunableMax, Clamps: true, jiffies: &ticks{1, 150, 1}, Text: "longest wait for the next read of a task; 0: none"},
		}}

	cfq2624 = ElevatorInfo{Name: "cfq", Text: "a queue for each task, slices of time by ioprio",
		Tunables: cfqTunables(4)}

	cfq44 = ElevatorInfo{Name: "cfq", Text: "a queue for each task, slices of time by ioprio and service tree",
		Tunables: append(cfqTunables(8),
			Parameter{Name: "group_idle", Unit: "ms", Max: TunableMax, Clamps: true, Text: "idle for a group; groups are not modelled"},
			Parameter{Name: "low_latency", Max: 1, Clamps: true, fixed: 1, Text: "1: cut slices so that every task's turn comes within target_latency"},
			Parameter{Name: "target_latency", Unit: "ms", Min: 1, Max: TunableMax, Clamps: true, jiffies: &ticks{3, 10, 0}, Text: "one round through all tasks should take so long"},
		)}

	mqDeadline = ElevatorInfo{Name: "mq-deadline", Text: "deadline with three priorities, for blk-mq",
		Tunables: []Parameter{
			{Name: "read_expire", Unit: "ms", Max: TunableMax, Clamps: true, jiffies: &ticks{1, 2, 0}, Text: "a read is due so long after its insertion"},
			{Name: "write_expire", Unit: "ms", Max: TunableMax, Clamps: true, jiffies: &ticks{5, 1, 0}, Text: "a write is due so long after its insertion"},
			{Name: "writes_starved", Min: TunableMin, Max: TunableMax, Clamps: true, fixed: 2, Text: "so many batches of reads may pass writes"},
			{Name: "front_merges", Max: 1, Clamps: true, fixed: 1, Text: "1: look for a request that starts where the bio ends"},
			{Name: "fifo_batch", Unit: "requests", Max: TunableMax, Clamps: true, fixed: 16, Text: "requests taken in sector order before deadlines are looked at"},
			{Name: "async_depth", Unit: "requests", Min: 1, Max: TunableMax, Clamps: true, sameAs: "nr_requests", Text: "tags that all but synchronous reads may use"},
			{Name: "prio_aging_expire", Unit: "ms", Max: TunableMax, Clamps: true, jiffies: &ticks{10, 1, 0}, Text: "a lower priority is served after so long"},
		}}

	kyber = ElevatorInfo{Name: "kyber", Text: "tokens for reads and writes, fewer when latency is above its target",
		Tunables: []Parameter{
			{Name: "read_lat_nsec", Unit: "ns", Min: 1, Max: TimeMaxNs, fixed: 2_000_000, Text: "latency to aim at for reads"},
			{Name: "write_lat_nsec", Unit: "ns", Min: 1, Max: TimeMaxNs, fixed: 10_000_000, Text: "latency to aim at for writes"},
		}}
)

// cfqTunables are those that cfq has in 2.6.24 and in 4.4.
func cfqTunables(quantum int64) []Parameter {
	return []Parameter{
		{Name: "quantum", Unit: "requests", Min: 1, Max: TunableMax, Clamps: true, fixed: quantum, Text: "requests moved to the device at a time"},
		{Name: "fifo_expire_sync", Unit: "ms", Min: 1, Max: TunableMax, Clamps: true, jiffies: &ticks{1, 8, 0}, Text: "a sync request is due so long after its insertion"},
		{Name: "fifo_expire_async", Unit: "ms", Min: 1, Max: TunableMax, Clamps: true, jiffies: &ticks{1, 4, 0}, Text: "an async request is due so long after its insertion"},
		{Name: "back_seek_max", Unit: "KiB", Max: TunableMax, Clamps: true, fixed: 16384, Text: "farthest it goes back for a request"},
		{Name: "back_seek_penalty", Min: 1, Max: TunableMax, Clamps: true, fixed: 2, Text: "going back counts so many times as far"},
		{Name: "slice_sync", Unit: "ms", Min: 1, Max: TunableMax, Clamps: true, jiffies: &ticks{1, 10, 0}, Text: "slice of a sync queue at priority 4"},
		{Name: "slice_async", Unit: "ms", Min: 1, Max: TunableMax, Clamps: true, jiffies: &ticks{1, 25, 1}, Text: "slice of an async queue at priority 4"},
		{Name: "slice_async_rq", Unit: "requests", Min: 1, Max: TunableMax, Clamps: true, fixed: 2, Text: "bounds the requests of an async slice"},
		{Name: "slice_idle", Unit: "ms", Max: TunableMax, Clamps: true, jiffies: &ticks{1, 125, 1}, Text: "longest wait for the next request of a sync queue; 0: none"},
	}
}

// Default returns a scenario on k with k's own defaults and no tasks, on a disk
// that takes one request at a time and serves 8 sectors in 108 us. An unknown
// kernel gives nil.
func Default(k Kernel) *Scenario {
	info := k.Info()
	if info == nil {
		return nil
	}
	sc := &Scenario{Kernel: k, HZ: defaultHZ, Elevator: info.Elevators[0].Name, Device: defaultDevice}
	for i := range info.Queue {
		p := &info.Queue[i]
		*sc.Queue.Field(p.Name) = p.Default(sc)
	}
	return sc
}

const defaultHZ = 250

var defaultDevice = Device{Model: "linear", Depth: 1, BaseNs: 100_000, PerSectorNs: 1_000}

// Field returns the queue's number of that name, nil if there is none.
func (q *Queue) Field(name string) *int64 {
	switch name {
	case "nr_requests":
		return &q.NrRequests
	case "max_sectors":
		return &q.MaxSectors
	case "max_hw_sectors":
		return &q.MaxHWSectors
	case "max_segments":
		return &q.MaxSegments
	case "unplug_thresh":
		return &q.UnplugThresh
	case "unplug_delay_ms":
		return &q.UnplugDelayMs
	case "nomerges":
		return &q.NoMerges
	}
	return nil
}
