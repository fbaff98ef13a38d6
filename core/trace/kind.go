package trace

// Kind says what a record is. Values 1 to 15 are blktrace's action codes.
type Kind uint8

// blktrace actions. Task is the current task (0: interrupt, timer, kblockd).
// Bio events carry Bio; Req where a request is known; Sector, Sectors and RWBS
// as blktrace prints them.
const (
	Queue        Kind = 1  // Q: Bio
	BackMerge    Kind = 2  // M: Bio joins Req at its end; 6.18 also: a request joins its predecessor (Bio None, Arg the absorbed request)
	FrontMerge   Kind = 3  // F: Bio joins Req at its front
	GetRequest   Kind = 4  // G: Bio, Req is born
	SleepRequest Kind = 5  // S: Bio; the task goes to sleep for a free request
	Requeue      Kind = 6  // R: Req
	Issue        Kind = 7  // D: Req; Arg the instant its service ends, Aux the device slot (from 0)
	Complete     Kind = 8  // C: Req
	Plug         Kind = 9  // P: Arg the instant the unplug timer fires (2.6.24), else 0
	Unplug       Kind = 10 // U: Sectors the number of requests; Cause says who called
	UnplugTimer  Kind = 11 // UT: likewise
	Insert       Kind = 12 // I: Req; Arg the instant its fifo time ends (0: the elevator keeps none)
	Split        Kind = 13 // X: Bio; Arg the first sector of the rest
	Bounce       Kind = 14 // B
	Remap        Kind = 15 // A
)

// Records of our own. Sector is written A and Arg is written B here.
const (
	// PlugOff: the queue's plug is removed (2.6.24); Cause says why. This is the
	// unplug that blktrace hides. A = requests waiting, B = unplug_thresh.
	PlugOff Kind = 32 + iota
	// MergeFound: where the request of the next M or F was found (Cause: last_merge, hash, elevator, plug list). Bio, Req.
	MergeFound
	// MergeRefused: Bio was not merged with Req, Cause says which test failed.
	// A = what it would have become, B = the limit, where the cause has one.
	MergeRefused
	// Join: Req absorbed the request B (attempt_merge), silently in 2.6.24 and 4.4. Sectors = its size now, A = its first sector.
	Join
	// Closed: Req is marked REQ_NOMERGE by a refusal.
	Closed
	// Choose: the elevator chose Req for dispatch, Cause is its rule. A, B by cause.
	Choose
	// Hold: the elevator has requests but gives none, Cause is its rule. A, B by cause.
	Hold
	// Dispatch: Req moved from the elevator to the dispatch list. A = its place from the head.
	Dispatch
	// ElevatorState: a variable of the elevator changed: Aux = which (see the elevator's own constants), Req and A, B its value.
	ElevatorState
	// TimerArm: timer Aux (TimerUnplug, ...) armed; A = instant it fires, B = delay in jiffies.
	TimerArm
	// TimerDel: timer Aux removed before it fired.
	TimerDel
	// TimerFire: timer Aux fired.
	TimerFire
	// WorkQueue: work item Aux queued on kblockd. Cause says why.
	WorkQueue
	// WorkRun: work item Aux runs. 6.18: with a Cause it is a task that does the work itself, at once.
	WorkRun
	// BioEnd: Bio is complete. A = the task that submitted it.
	BioEnd
	// RequestFree: Req goes back to the pool. A = allocated reads (4.4: async), B = allocated writes (4.4: sync) after it.
	RequestFree
	// Full: the request list of direction Aux is flagged full (A = 1) or no longer (A = 0).
	Full
	// Batcher: Task may take A requests beyond the limit (ioc_set_batching).
	Batcher
	// TaskOp: Task begins op number A of its list, which stands in line B of the scenario text (0: none).
	TaskOp
	// TaskSleep: Task blocks; Cause says for what; A = until when (0: until woken), Bio where it is for a bio.
	TaskSleep
	// TaskCompute: Task computes until A.
	TaskCompute
	// TaskWake: Task is made runnable; Cause says by what.
	TaskWake
	// TaskRun: Task runs again after a sleep.
	TaskRun
	// TaskFork: Task started task A; B = 1 with CLONE_IO.
	TaskFork
	// TaskExit: Task ended.
	TaskExit
	// IOPrio: Task has the ioprio A (class<<13 | data).
	IOPrio
	// IOContext: the io_context numbered A of task Task changed, Cause says by which call:
	// Sectors = refcount, Req = nr_tasks, Bio = active_ref, B = number of icqs.
	IOContext
	// Set: tunable Aux (index in the scenario package's table of names) became A; B = 0 or the negative errno.
	Set
	// Switch: the elevator changed; Aux = 1 begins, 2 done. A = index of the elevator's name in the scenario package's table.
	Switch
	// Tags: driver tags in use A, scheduler tags in use B (6.18). Aux: waiters.
	Tags
	// SoftQueue: Req entered the software queue (6.18), or left it (Aux = 1).
	SoftQueue
	// HardQueue: Req entered the hardware queue's dispatch list (6.18), or left it (Aux = 1); Cause says why.
	HardQueue
	// TaskPlug: Task's plug (4.4, 6.18): Aux 1 started, 2 finished, 3 Req added (A = number of
	// requests in it), 4 flushed (A = number of requests, B = sectors of the oldest, Cause why).
	// 6.18 opens one around a bio whose task has none: Cause ImplicitPlug.
	TaskPlug
	// Note: something worth telling that changes nothing; Cause says what.
	Note
	// End: the run is over; Cause says how; A = incomplete bios.
	End
)

// Timers and works, for Aux of TimerArm and WorkQueue.
const (
	TimerUnplug uint16 = 1 + iota
	TimerAntic
	TimerIdleSlice
	TimerIdleClass
	TimerRerun
	TimerKyber
	WorkUnplug
	WorkAntic
	WorkKick
	WorkRunQueue
	WorkReleaseIOC
)

// Traced reports whether blktrace has this record.
func (k Kind) Traced() bool { return k < PlugOff }

// letters are blkparse's, by kind.
var letters = [...]string{
	Queue: "Q", BackMerge: "M", FrontMerge: "F", GetRequest: "G", SleepRequest: "S", Requeue: "R",
	Issue: "D", Complete: "C", Plug: "P", Unplug: "U", UnplugTimer: "UT", Insert: "I", Split: "X",
	Bounce: "B", Remap: "A",
}

// Letter returns blkparse's letter for a traced kind, "" for another.
func (k Kind) Letter() string {
	if int(k) < len(letters) {
		return letters[k]
	}
	return ""
}
