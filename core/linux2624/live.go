package linux2624

import (
	"blkplay/core/block"
	"blkplay/core/scenario"
	"blkplay/core/trace"
)

// live is what stores and elevator switches keep.
type live struct {
	bypass  bool // QUEUE_FLAG_ELVSWITCH: new requests pass the elevator by
	elvPriv int  // allocated requests of which the elevator knows
	mutex   sysfsMutex
}

// set writes a tunable. The files of the queue's sysfs folder are written under
// its mutex, so such a store sleeps while another task switches the elevator.
func (q *Queue) set(t *block.Task, op *scenario.Op) (done bool) {
	switch op.Name {
	case "nr_requests", "max_sectors":
		if !q.live.mutex.lock(q, t, &store{q: q, t: t, op: op}) {
			return false
		}
		q.storeLocked(op)
		q.live.mutex.unlock(q)
	case "unplug_thresh":
		q.plug.thresh = int(op.Value)
		q.recordSet(op, 0)
	case "unplug_delay_ms":
		q.plug.delay = unplugDelay(op.Value, q.Sys.Loop.HZ())
		q.recordSet(op, 0)
	default:
		q.storeTunable(op)
	}
	return true
}

// storeTunable writes a file of queue/iosched; one that the elevator lacks is no
// file, and nothing happens.
func (q *Queue) storeTunable(op *scenario.Op) {
	if q.elevator.Store(op.Name, op.Value) {
		q.recordSet(op, 0)
	} else {
		q.recordSet(op, noSuchFile)
	}
}

const (
	noSuchFile  = -2  // -ENOENT
	invalidData = -22 // -EINVAL
)

func (q *Queue) recordSet(op *scenario.Op, answer int64) {
	if q.Sys.Trace == nil {
		return
	}
	e := q.Record(trace.Set)
	e.Aux, e.Sector, e.Arg = uint16(scenario.NameIndex(op.Name)), op.Value, answer
}

// storeLocked runs a store of the queue's own folder.
func (q *Queue) storeLocked(op *scenario.Op) {
	switch op.Name {
	case "nr_requests":
		q.storeNrRequests(op)
	case "max_sectors":
		q.storeMaxSectors(op)
	}
}

// storeNrRequests sets nr_requests, flags directions full or not full anew and
// wakes at most one sleeper of each.
//
// Linux 2.6.24: block/ll_rw_blk.c:queue_requests_store().
func (q *Queue) storeNrRequests(op *scenario.Op) {
	l := &q.list
	l.setNr(op.Value)
	q.recordSet(op, 0)
	before := q.Because()
	for dir := range l.count {
		if l.count[dir] >= l.nr {
			q.setFull(dir, true)
		} else {
			q.setFull(dir, false)
			q.wakeSleeper(dir, trace.WokenByStore)
		}
	}
	q.Therefore(before)
}

// storeMaxSectors sets the limit of a request, in KiB as the file has it.
//
// Linux 2.6.24: block/ll_rw_blk.c:queue_max_sectors_store().
func (q *Queue) storeMaxSectors(op *scenario.Op) {
	const pageKiB = 4
	kib := op.Value / 2
	if kib > int64(q.maxHWSectors)/2 || kib < pageKiB {
		q.recordSet(op, invalidData)
		return
	}
	q.maxSectors = int32(2 * kib)
	q.recordSet(op, 0)
}

// store is a task that sleeps for the sysfs mutex before a store.
type store struct {
	q  *Queue
	t  *block.Task
	op *scenario.Op
}
