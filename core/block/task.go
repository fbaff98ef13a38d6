package block

import "blkplay/core/sim"

// Task is a process as the block layer sees it.
type Task struct {
	sim.Task
	IOPrio  IOPrio
	Context *IOContext // nil until the task first needs one
	Open    int        // bios submitted and not complete
	Waiting bool       // sleeps until Open is no more than Left
	Left    int        // see Waiting
	Exiting bool       // PF_EXITING
	By      int32      // the record that made it runnable, trace.None if none did
	Forked  bool       // started: a task with a parent exists only from its fork on
}

// IOContext is the I/O context of one task or, from 2.6.26 on, of several. Each
// generation keeps what it has; which counters exist depends on the kernel.
type IOContext struct {
	ID        int32
	RefCount  int32
	NrTasks   int32 // 4.4
	ActiveRef int32 // 4.4
	IOPrio    IOPrio
	// IOPrioChanged: 2.6.24: the elevator has still to look at the task's new ioprio.
	IOPrioChanged bool
	// Task: 2.6.24: who it belongs to, nil once that exited.
	Task *Task
	// AS: 2.6.24: what anticipatory knows of the task; nil until it first needs it.
	AS *ASContext
	// NrBatchRequests and LastWaited: how many requests beyond a full list the
	// task may still take, and since which jiffy.
	NrBatchRequests int32
	LastWaited      sim.Jiffies

	ICQs    []*IOCQ  // 4.4, 6.18: icq_list, the newest last
	Hint    *IOCQ    // 4.4: icq_hint, the one found last
	Release sim.Work // 4.4: release_work
	By      int32    // 4.4: the record that queued it
	Freed   bool     // 4.4: the object is gone; nothing may touch it
}

// IOCQ is what an elevator keeps for one I/O context on one queue (struct io_cq).
type IOCQ struct {
	Context *IOContext
	Queue   *RequestQueue
	Slot    int32 // number in order of creation: elevators keep their private data by it
	Exited  bool  // ICQ_EXITED
}

// ASContext is what anticipatory keeps of a task. It belongs to the I/O context
// and outlives a switch of elevators (struct as_io_context).
type ASContext struct {
	Running        bool // the task has not ended
	IOStarted      bool // it has had a request
	IORunning      bool // a request of it has ended
	NrQueued       int64
	NrDispatched   int64 // on the dispatch list, not at the device
	LastEnd        sim.Jiffies
	TtimeSamples   int64 // think time: weight of 256 and sums of jiffies times 256
	TtimeTotal     int64
	TtimeMean      int64
	SeekSamples    int64 // likewise, distances in sectors
	SeekTotal      int64
	SeekMean       int64
	LastRequestPos int64 // behind its last request
}

// LookupICQ returns what q's elevator keeps for the context, nil if nothing yet.
//
// Linux 4.4: block/blk-ioc.c:ioc_lookup_icq(). Unlike Linux, which has a radix
// tree by queue, this walks the list: there is one queue.
func (ioc *IOContext) LookupICQ(q *RequestQueue) *IOCQ {
	if ioc.Hint != nil && ioc.Hint.Queue == q {
		return ioc.Hint
	}
	for _, icq := range ioc.ICQs {
		if icq.Queue == q {
			ioc.Hint = icq
			return icq
		}
	}
	return nil
}
