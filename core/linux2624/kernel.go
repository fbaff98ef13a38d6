package linux2624

import (
	"errors"

	"blkplay/core/block"
	"blkplay/core/disk"
	"blkplay/core/elevator/anticipatory"
	"blkplay/core/elevator/cfq2624"
	"blkplay/core/elevator/deadline"
	"blkplay/core/elevator/noop"
	"blkplay/core/scenario"
	"blkplay/core/sim"
)

// Elevator is what this kernel calls an I/O scheduler through (struct elevator_ops).
type Elevator interface {
	Merge(bio *block.Bio) *block.Request
	AllowMerge(rq *block.Request, bio *block.Bio) bool
	Merged(rq *block.Request, front bool)
	MergeRequests(rq, next *block.Request)
	AddRequest(rq *block.Request)
	Dispatch(force bool) bool
	QueueEmpty() bool
	Former(rq *block.Request) *block.Request
	Latter(rq *block.Request) *block.Request
	Activate(rq *block.Request)
	Completed(rq *block.Request)
	MayQueue(sync bool) block.Queueing
	SetRequest(rq *block.Request)
	PutRequest(rq *block.Request)
	FifoSpan(rq *block.Request) sim.Jiffies
	ExitContext(ioc *block.IOContext)
	Exit()
	Store(name string, value int64) bool
	Show(name string) (value int64, ok bool)
}

// elevators are the I/O schedulers there are, by sysfs name.
var elevators = []struct {
	name string
	new  func(*Queue) Elevator
}{
	{"noop", func(q *Queue) Elevator { return noop.New(&q.RequestQueue) }},
	{"deadline", func(q *Queue) Elevator {
		return deadline.New(&q.RequestQueue, deadline.Quirks{StrictExpiry: true, SeekEndsBatch: true, AliasDispatched: true})
	}},
	{"as", func(q *Queue) Elevator { return anticipatory.New(&q.RequestQueue, q) }},
	{"cfq", func(q *Queue) Elevator { return cfq2624.New(&q.RequestQueue, q) }},
}

// Queue is a request queue with its driver and its one device (struct request_queue).
type Queue struct {
	block.RequestQueue
	elevator     Elevator
	elevatorName string
	pool         block.Pool

	maxSectors   int32
	maxHWSectors int32
	maxSegments  int32

	list     requestList
	plug     plug
	inFlight int // taken by the driver and not complete
	driver   driver
	contexts contexts
	live     live
	whatIf   scenario.WhatIf
}

// New builds the queue that sc describes, at time 0. It fails for an elevator,
// tunable or device that there is not.
//
// Linux 2.6.24: block/ll_rw_blk.c:blk_init_queue().
func New(sys *block.System, sc *scenario.Scenario) (*Queue, error) {
	q := &Queue{whatIf: sc.WhatIf}
	q.Sys, q.Runner = sys, q
	q.setMaxSectors(sc.Queue.MaxSectors)
	q.maxSegments = int32(sc.Queue.MaxSegments)
	q.list.init(sys, sc.Queue.NrRequests)
	q.plug.init(q, sc.Queue.UnplugThresh, sc.Queue.UnplugDelayMs)
	q.contexts.init(sys)
	device, err := disk.New(sc.Device.Model, disk.Linear{
		Base: sc.Device.BaseNs, PerSector: sc.Device.PerSectorNs,
		SeekPer1024: sc.Device.SeekNsPer1024, SeekMax: sc.Device.SeekMaxNs, Table: (*disk.Table)(sc.Device.Table),
	})
	if err != nil {
		return nil, err
	}
	q.driver.init(q, device, int(sc.Device.Depth))
	make := elevatorNamed(sc.Elevator)
	if make == nil {
		return nil, errors.New("linux2624: no elevator " + sc.Elevator)
	}
	q.elevator, q.elevatorName = make(q), sc.Elevator
	for _, t := range sc.Tunables {
		if !q.elevator.Store(t.Name, t.Value) {
			return nil, errors.New("linux2624: elevator " + sc.Elevator + " has no tunable " + t.Name)
		}
	}
	return q, nil
}

// elevatorNamed returns what makes the elevator of that name, nil if there is none.
func elevatorNamed(name string) func(*Queue) Elevator {
	for i := range elevators {
		if elevators[i].name == name {
			return elevators[i].new
		}
	}
	return nil
}

// setMaxSectors sets the limit of a request and that of a bio.
//
// Linux 2.6.24: block/ll_rw_blk.c:blk_queue_max_sectors().
func (q *Queue) setMaxSectors(n int64) {
	const usual = 1024 // BLK_DEF_MAX_SECTORS
	hardware := int32(max(n, 8))
	q.maxSectors, q.maxHWSectors = min(hardware, usual), hardware
}

// Waiting returns how many requests are allocated and not at the device, and
// whether the queue is plugged.
func (q *Queue) Waiting() (requests int, plugged bool) { return q.waiting(), q.plug.on }

func (q *Queue) waiting() int { return q.list.count[0] + q.list.count[1] - q.inFlight }
