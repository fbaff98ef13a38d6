package linux44

import (
	"blkplay/core/block"
	"blkplay/core/observe"
	"blkplay/core/scenario"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

// Op runs the ops that not every kernel has.
func (q *Queue) Op(t *block.Task, op *scenario.Op) (done bool) {
	k := q.task(t)
	switch op.Kind {
	case scenario.StartPlug:
		q.startPlug(k)
	case scenario.FinishPlug:
		q.finishPlug(k)
	case scenario.Set:
		q.set(t, op.Name, op.Value)
	case scenario.FailAllocIOC:
		q.failIOC = op.Value
	case scenario.FailAllocICQ:
		q.failICQ = op.Value
	case scenario.IOCCreateFor:
		q.createFor(t, op.Task)
	case scenario.IOCGet:
		q.getFor(k, op.Task)
	case scenario.IOCPut:
		q.putHeld(k)
	case scenario.ExitBegin:
		t.Exiting = true
		q.observe("exit-begin", t, t.Context)
	case scenario.Reclaim:
		return q.reclaim(k, int32(op.Value))
	}
	return true
}

// set writes a sysfs file of the queue or of its elevator.
func (q *Queue) set(t *block.Task, name string, value int64) {
	s := observe.Set{Time: int64(q.Sys.Loop.Now()), Task: t.ID, Name: name, Value: value}
	switch name {
	case "nr_requests":
		s.Ret = q.storeNrRequests(value)
		s.Shown = int64(q.nrRequests)
	case "max_sectors":
		s.Ret = q.storeMaxSectors(value)
		s.Shown = int64(q.maxSectors)
	case "nomerges":
		s.Ret = q.storeNoMerges(value)
		s.Shown = q.nomerges
	default:
		if !q.elevator.Store(name, value) {
			s.Ret = eNoEnt
		}
		s.Shown, _ = q.elevator.Show(name)
	}
	if q.recording() {
		e := q.Record(trace.Set)
		e.Aux, e.Sector, e.Arg = uint16(scenario.NameIndex(name)), s.Shown, s.Ret
	}
	if name == "nr_requests" && s.Ret == 0 {
		before := q.Because()
		q.resizeLists()
		q.Therefore(before)
	}
	for i := range q.lists {
		list := &q.lists[i]
		s.Count[i], s.Full[i], s.Congested[i] = int64(list.count), bit(list.full), bit(list.congested)
	}
	q.Sys.Observe.Set(s)
}

func bit(b bool) int64 {
	if b {
		return 1
	}
	return 0
}

// storeNrRequests sets how many requests each list may have.
//
// Linux 4.4: block/blk-sysfs.c:queue_requests_store().
func (q *Queue) storeNrRequests(value int64) (ret int64) {
	if value < 0 || value > 1<<30 {
		return eInval
	}
	q.nrRequests = int32(max(value, nrRequestsMin))
	return 0
}

// resizeLists brings the flags of both request lists in line with nr_requests; a
// sleeper of each goes on if there is room.
//
// Linux 4.4: block/blk-core.c:blk_update_nr_requests().
func (q *Queue) resizeLists() {
	for _, pool := range [...]int{syncPool, asyncPool} {
		list := &q.lists[pool]
		if list.count >= q.congestionOn() {
			list.congested = true
		} else if list.count < q.congestionOff() {
			list.congested = false
		}
	}
	for _, pool := range [...]int{syncPool, asyncPool} {
		if q.lists[pool].count >= q.nrRequests {
			q.setFull(pool, true)
		} else {
			q.setFull(pool, false)
			q.wakeSleeper(pool, trace.WokenByStore)
		}
	}
}

// storeMaxSectors takes sectors; the file is in KiB.
//
// Linux 4.4: block/blk-sysfs.c:queue_max_sectors_store().
func (q *Queue) storeMaxSectors(value int64) (ret int64) {
	const pageKiB = 4
	kib := value / 2
	if kib > q.maxHWSectors/2 || kib < pageKiB {
		return eInval
	}
	q.maxSectors = int32(kib * 2)
	return 0
}

// storeNoMerges takes 0, 2, or anything else for 1.
//
// Linux 4.4: block/blk-sysfs.c:queue_nomerges_store().
func (q *Queue) storeNoMerges(value int64) (ret int64) {
	switch {
	case value < 0:
		return eInval
	case value == nomergesNone || value == nomergesAll:
		q.nomerges = value
	default:
		q.nomerges = nomergesSimple
	}
	return 0
}

// createFor has t create a context for the task id, which may have one, or be exiting.
func (q *Queue) createFor(t *block.Task, id int) {
	target := q.Sys.TaskByID(id)
	ret := int64(eSrch)
	var ioc *block.IOContext
	if target != nil && target.Forked {
		ret = q.createContext(target)
		ioc = target.Context
	}
	q.observeFor("ioc-create-for", t, target, ioc,
		observe.Field{Name: "target", Value: int64(id)}, observe.Field{Name: "ret", Value: ret})
}

// getFor has k take a reference on the context of the task id and hold it.
func (q *Queue) getFor(k *task, id int) {
	target := q.Sys.TaskByID(id)
	var ioc *block.IOContext
	if target != nil && target.Forked {
		ioc = q.getTaskContext(target)
	}
	k.held = append(k.held, ioc)
	q.observeFor("ioc-get", k.Task, target, ioc,
		observe.Field{Name: "target", Value: int64(id)}, observe.Field{Name: "got", Value: bit(ioc != nil)})
}

// observeFor shows ioc after t did something with it on behalf of target.
func (q *Queue) observeFor(label string, t, target *block.Task, ioc *block.IOContext, answer ...observe.Field) {
	log := q.Sys.Observe
	if log == nil {
		return
	}
	q.observe(label, t, ioc, answer...)
	if ioc != nil {
		log.IOContexts[len(log.IOContexts)-1].SharedWith = q.sharers(ioc, target)
	}
}

// putHeld has k put the reference it took last; the nil of one that failed is put to no effect.
func (q *Queue) putHeld(k *task) {
	n := len(k.held)
	if n == 0 {
		return
	}
	ioc := k.held[n-1]
	k.held = k.held[:n-1]
	q.PutContext(ioc, trace.ContextPut)
	q.observe("ioc-put", k.Task, ioc)
}

// reclaimer is a task that waits for one bio.
type reclaimer struct {
	k   *task
	bio int32
}

// reclaim blocks k until a bio is complete, if that is submitted and not complete.
//
// Linux 4.4: include/linux/pagemap.h:wait_on_page_writeback(), mm/filemap.c:bit_wait_io().
func (q *Queue) reclaim(k *task, bio int32) (done bool) {
	if q.findBio(bio) == nil {
		return true
	}
	q.sleepers = append(q.sleepers, reclaimer{k, bio})
	k.in, k.on = "reclaim", bio
	k.State = (*waitState)(k)
	q.ioSchedule(k, trace.SleepForReclaim, trace.FlushReclaim, bio)
	return false
}

// wakeReclaimers wakes who waits for bio, the newest first: prepare_to_wait()
// puts those who are not exclusive at the head.
func (q *Queue) wakeReclaimers(bio int32) {
	for i := len(q.sleepers) - 1; i >= 0; i-- {
		if s := q.sleepers[i]; s.bio == bio {
			q.sleepers = append(q.sleepers[:i], q.sleepers[i+1:]...)
			q.wakeUp(s.k, trace.WokenByBio)
		}
	}
}

// eachBio calls f for every bio, or part of one, that is not complete, until f says stop.
func (q *Queue) eachBio(f func(*block.Bio) (stop bool)) {
	for _, rq := range q.pool.All() {
		for bio := rq.Bio; bio != nil; bio = bio.Next {
			if f(bio) {
				return
			}
		}
	}
	for i := range q.tasks {
		k := &q.tasks[i]
		if k.bio != nil && f(k.bio) || k.rest != nil && f(k.rest) {
			return
		}
	}
}

// findBio returns a part of the bio with that number, nil if it is complete or not submitted.
func (q *Queue) findBio(id int32) (found *block.Bio) {
	q.eachBio(func(bio *block.Bio) bool {
		if bio.ID == id {
			found = bio
		}
		return found != nil
	})
	return found
}

// Stuck names what t waits for when nothing can happen any more.
func (q *Queue) Stuck(t *block.Task) (bio int32, in string) {
	k := q.task(t)
	switch k.in {
	case "reclaim":
		return k.on, k.in
	case "get_request":
		return k.bio.ID, k.in
	case "wait":
		lowest := int32(trace.None)
		q.eachBio(func(bio *block.Bio) bool {
			if bio.Task == t && (lowest < 0 || bio.ID < lowest) {
				lowest = bio.ID
			}
			return false
		})
		return lowest, k.in
	}
	return trace.None, k.in
}

// PlugOf returns the task in whose plug a bio, or a part of it, sits, nil if it sits in none.
func (q *Queue) PlugOf(bio int32) *block.Task {
	for i := range q.tasks {
		k := &q.tasks[i]
		for rq := k.plug.list.First(); rq != nil; rq = rq.Next() {
			for b := rq.Bio; b != nil; b = b.Next {
				if b.ID == bio {
					return k.Task
				}
			}
		}
	}
	return nil
}

// Plugged returns how many requests sit in t's plug.
func (q *Queue) Plugged(t *block.Task) int { return q.task(t).plug.list.Len() }

// Waiting returns how many requests wait to be dispatched, and whether some do so in a plug.
func (q *Queue) Waiting() (requests int, plugged bool) {
	requests = q.NrSorted + q.Head.Len()
	for i := range q.tasks {
		n := q.tasks[i].plug.list.Len()
		requests += n
		plugged = plugged || n > 0
	}
	return requests, plugged
}

var _ sim.State = (*waitState)(nil)
