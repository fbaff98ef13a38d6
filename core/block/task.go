package block

import "blkplay/core/sim"

// Task is a process as the block layer sees it.
type Task struct {
	sim.Task
	IOPrio  IOPrio
	Context *IOContext // nil until the task first needs one
	Open    int        // bios submitted and not complete
	Waiting bool       // sleeps until Open is 0
	Exiting bool       // PF_EXITING
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
	// NrBatchRequests and LastWaited: how many requests beyond a full list the
	// task may still take, and since which jiffy.
	NrBatchRequests int32
	LastWaited      sim.Jiffies

	ICQs    []*IOCQ  // 4.4, 6.18: icq_list, the newest last
	Hint    *IOCQ    // 4.4: icq_hint, the one found last
	Release sim.Work // 4.4: release_work
	Freed   bool     // 4.4: the object is gone; nothing may touch it
}

// IOCQ is what an elevator keeps for one I/O context on one queue (struct io_cq).
type IOCQ struct {
	Context *IOContext
	Queue   *RequestQueue
	Slot    int32 // number in order of creation: elevators keep their private data by it
	Exited  bool  // ICQ_EXITED
}
