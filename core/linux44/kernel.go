package linux44

import (
	"errors"
	"strconv"

	"blkplay/core/block"
	"blkplay/core/disk"
	"blkplay/core/elevator/cfq44"
	"blkplay/core/elevator/deadline"
	"blkplay/core/elevator/noop"
	"blkplay/core/scenario"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

// Queue is the request queue of Linux 4.4's legacy path, with its driver and
// with what each task holds of it: the whole layer as tasks call it.
type Queue struct {
	block.RequestQueue
	elevator   Elevator
	elevatorID elevatorType
	tasks      []task // by index of the task

	nrRequests   int32
	maxSectors   int32
	maxHWSectors int64
	maxSegments  int32
	nomerges     int64
	lists        [2]requestList // async, sync
	pool         block.Pool

	driver
	delayWork sim.Work // delay_work: runs the queue from kblockd

	contexts
	sleepers []reclaimer // who waits for one bio, in the order in which they came
	sorted   []*block.Request
	whatIf   scenario.WhatIf
}

// elevatorType is an elevator that this kernel has.
type elevatorType struct {
	name string
	// icq: it keeps data for each io_context (icq_cache).
	icq  bool
	make func(q *Queue) Elevator
}

// elevators are those of block/Kconfig.iosched of 4.4.
var elevators = []elevatorType{
	{name: "noop", make: func(q *Queue) Elevator { return noop.New(&q.RequestQueue) }},
	{name: "deadline", make: func(q *Queue) Elevator { return deadline.New(&q.RequestQueue, deadline.Quirks{}) }},
	{name: "cfq", icq: true, make: func(q *Queue) Elevator { return cfq44.New(&q.RequestQueue, q) }},
}

// New returns the layer of sc on sys. It fails for an unknown elevator, tunable or device.
func New(sys *block.System, sc *scenario.Scenario) (*Queue, error) {
	q := &Queue{
		tasks:       make([]task, len(sys.Tasks)),
		nrRequests:  int32(max(sc.Queue.NrRequests, nrRequestsMin)),
		maxSectors:  int32(sc.Queue.MaxSectors),
		maxSegments: int32(sc.Queue.MaxSegments),
		nomerges:    sc.Queue.NoMerges,
		whatIf:      sc.WhatIf,
	}
	q.Sys, q.Runner = sys, q
	q.maxHWSectors = sc.Queue.MaxHWSectors
	if q.maxHWSectors == 0 {
		q.maxHWSectors = sc.Queue.MaxSectors
	}
	for i := range q.tasks {
		k := &q.tasks[i]
		k.q, k.Task = q, sys.Tasks[i]
	}
	sys.OnBioEnd = q.bioEnded
	q.delayWork.Bind((*delayWork)(q))
	if err := q.initDriver(sc.Device); err != nil {
		return nil, err
	}
	if err := q.initElevator(sc.Elevator, sc.Tunables); err != nil {
		return nil, err
	}
	for _, t := range sc.Tasks {
		if t.IOPrio != nil && t.Parent == 0 {
			q.SetIOPrio(sys.TaskByID(t.ID), block.MakeIOPrio(t.IOPrio.Class, t.IOPrio.Data))
		}
	}
	return q, nil
}

func (q *Queue) initElevator(name string, tunables []scenario.Setting) error {
	known := ""
	for _, e := range elevators {
		known += " " + e.name
		if e.name != name {
			continue
		}
		q.elevatorID = e
		q.elevator = e.make(q)
		for _, s := range tunables {
			if !q.elevator.Store(s.Name, s.Value) {
				return errors.New("line " + strconv.Itoa(s.Pos.Line) + ": elevator " + name + " of kernel 4.4 has no tunable " + s.Name)
			}
		}
		return nil
	}
	return errors.New("kernel 4.4 has no elevator " + name + "; it has" + known)
}

func (q *Queue) initDriver(d scenario.Device) error {
	dev, err := disk.New(d.Model, disk.Linear{
		Base: d.BaseNs, PerSector: d.PerSectorNs, SeekPer1024: d.SeekNsPer1024, SeekMax: d.SeekMaxNs, Table: (*disk.Table)(d.Table),
	})
	if err != nil {
		return err
	}
	q.driver.init(q, dev, int(d.Depth))
	return nil
}

// recording reports whether the run is recorded.
func (q *Queue) recording() bool { return q.Sys.Trace != nil }

// note records something worth telling that changes nothing.
func (q *Queue) note(why trace.Cause) {
	if q.recording() {
		q.Record(trace.Note).Cause = why
	}
}
