package anticipatory

import (
	"blkplay/core/block"
	"blkplay/core/trace"
)

// Dispatch moves one request, or with force all, to the dispatch list and
// reports whether there was one.
//
// Linux 2.6.24: block/as-iosched.c:as_dispatch_request().
func (e *Elevator) Dispatch(force bool) bool {
	if force {
		return e.drain()
	}
	reads, writes := !e.fifo[sync].Empty(), !e.fifo[async].Empty()
	if e.batch == async && !reads && (e.currentWriteCount == 0 || !writes) {
		e.writeBatchIdled = true
	}
	if !reads && !writes {
		return false
	}
	if e.waiting() {
		e.q.Hold(trace.AnticWaits, 0, 0)
		return false
	}
	if e.changedBatch {
		e.q.Hold(trace.AnticBatchDrains, e.nrDispatched, 0)
		return false
	}
	rq, rule := e.pick(reads, writes)
	if rq == nil {
		return false
	}
	if e.changedBatch && !e.beginBatch() {
		e.q.Hold(trace.AnticBatchDrains, e.nrDispatched, 0)
		return false
	}
	e.q.Choose(rq, rule, int64(e.batch), e.currentWriteCount)
	e.move(rq)
	return true
}

// pick chooses the request to dispatch, changing the batch if that is due; nil:
// the disk is to wait.
//
// Preconditions: reads or writes.
func (e *Elevator) pick(reads, writes bool) (*block.Request, trace.Cause) {
	if !(reads && writes && e.batchExpired()) {
		rq := e.next[e.batch]
		if e.batch == sync && e.anticExpire != 0 {
			if e.fifoExpired(sync) {
				return e.fifo[sync].First(), trace.AnticLate
			}
			if e.canAnticipate(rq) {
				e.wait()
				e.q.Hold(trace.AnticWaits, 0, 0)
				return nil, 0
			}
		}
		if rq != nil {
			if reads && !writes {
				e.batchExpires = e.q.Jiffies() + e.batchExpire[sync]
			}
			return e.unlessLate(rq, trace.AnticNext)
		}
	}
	if reads && !(writes && e.batch == sync) {
		if e.batch == async {
			e.changedBatch = true
		}
		e.batch = sync
	} else {
		if e.batch == sync {
			e.changedBatch = true
			e.newBatch = false
		}
		e.batch = async
		e.currentWriteCount = e.writeBatchCount
		e.writeBatchIdled = false
	}
	e.checked[e.batch] = e.q.Jiffies()
	return e.unlessLate(e.fifo[e.batch].First(), trace.AnticOldest)
}

// unlessLate returns rq, or the oldest of the batch's kind if that is late.
func (e *Elevator) unlessLate(rq *block.Request, rule trace.Cause) (*block.Request, trace.Cause) {
	if e.fifoExpired(e.batch) {
		return e.fifo[e.batch].First(), trace.AnticLate
	}
	return rq, rule
}

// beginBatch begins the batch changed to, unless requests of the last are still out.
func (e *Elevator) beginBatch() bool {
	if e.nrDispatched != 0 {
		return false
	}
	if e.batch == async {
		e.batchExpires = e.q.Jiffies() + e.batchExpire[async]
	} else {
		e.newBatch = true
	}
	e.changedBatch = false
	e.recordBatch()
	return true
}

func (e *Elevator) recordBatch() {
	if e.q.Sys.Trace != nil {
		r := e.q.Record(trace.ElevatorState)
		r.Aux, r.Sector, r.Arg = StateBatch, int64(e.batch), int64(e.batchTime())
	}
}

// batchExpired reports whether the batch had its time, or its count of writes.
//
// Linux 2.6.24: block/as-iosched.c:as_batch_expired().
func (e *Elevator) batchExpired() bool {
	if e.changedBatch || e.newBatch {
		return false
	}
	return e.q.Jiffies().After(e.batchExpires) || e.batch == async && e.currentWriteCount == 0
}

// fifoExpired reports whether the oldest request of a kind is late. It looks at
// most once in that kind's expiry time.
//
// Linux 2.6.24: block/as-iosched.c:as_fifo_expired().
func (e *Elevator) fifoExpired(k int) bool {
	now := e.q.Jiffies()
	if now-e.checked[k] < e.fifoExpire[k] {
		return false
	}
	e.checked[k] = now
	return !e.fifo[k].Empty() && now.After(e.fifo[k].First().FifoTime)
}

// move dispatches rq, which ends any wait.
//
// Linux 2.6.24: block/as-iosched.c:as_move_to_dispatch().
func (e *Elevator) move(rq *block.Request) {
	k := kind(rq)
	e.stopWaiting()
	e.setStatus(off)
	e.lastSector[k] = rq.End()
	if k == sync {
		e.remember(rq.Context)
	} else {
		e.remember(nil)
		if e.currentWriteCount != 0 {
			e.currentWriteCount--
		}
	}
	e.iocFinished = false
	e.next[k] = e.nextBySector(rq)
	e.remove(rq)
	e.q.DispatchSort(rq)
	rq.Context.AS.NrDispatched++
	e.nrDispatched++
}

// drain moves everything, SYNC first.
func (e *Elevator) drain() bool {
	e.batch, e.changedBatch, e.newBatch = sync, false, false
	moved := false
	for _, k := range [...]int{sync, async} {
		for e.next[k] != nil {
			e.move(e.next[k])
			moved = true
		}
		e.checked[k] = e.q.Jiffies()
	}
	return moved
}

// Activate hears that rq goes from queue_head to the device.
//
// Linux 2.6.24: block/as-iosched.c:as_activate_request().
func (e *Elevator) Activate(rq *block.Request) { rq.Context.AS.NrDispatched-- }

// Completed hears that rq is complete: a batch may begin, a wait too.
//
// Linux 2.6.24: block/as-iosched.c:as_completed_request().
func (e *Elevator) Completed(rq *block.Request) {
	if e.changedBatch && e.nrDispatched == 1 {
		e.queueWork()
		e.changedBatch = false
		if e.batch == sync {
			e.newBatch = true
		}
		e.recordBatch()
	}
	e.nrDispatched--
	if e.newBatch && e.batch == kind(rq) {
		e.adaptWriteBatch()
		e.batchExpires = e.q.Jiffies() + e.batchExpire[sync]
		e.newBatch = false
	}
	if rq.Context == e.ioc && e.ioc != nil {
		e.anticStart = e.q.Jiffies()
		e.iocFinished = true
		if e.status == waitReq {
			e.waitForNext()
		}
	}
	e.finish(rq)
}

// adaptWriteBatch changes how many requests an ASYNC batch may have, by how long
// the last one took.
//
// Linux 2.6.24: block/as-iosched.c:update_write_batch().
func (e *Elevator) adaptWriteBatch() {
	batch := int64(e.batchExpire[async])
	took := max(int64(e.q.Jiffies()-e.batchExpires)+batch, 0)
	switch {
	case took > batch && !e.writeBatchIdled:
		if took > batch*3 {
			e.writeBatchCount /= 2
		} else {
			e.writeBatchCount--
		}
	case took < batch && e.currentWriteCount == 0:
		if batch > took*3 {
			e.writeBatchCount *= 2
		} else {
			e.writeBatchCount++
		}
	}
	e.writeBatchCount = max(e.writeBatchCount, 1)
}
