package cfq44

import (
	"blkplay/core/block"
	"blkplay/core/block/rb"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

// Linux 4.4: block/cfq-iosched.c.
const (
	sliceScale   = 5        // CFQ_SLICE_SCALE
	minTreeTime  = 2        // CFQ_MIN_TT, jiffies
	seekyJump    = 800      // CFQQ_SEEK_THR, sectors
	closeBy      = 8 * 1024 // CFQQ_CLOSE_THR, sectors
	seekyMost    = 32 / 8   // of 32 jumps in seek_history, more than these make a queue seeky
	idleDelayHz  = 5        // CFQ_IDLE_DELAY is HZ/5
	levels       = 8        // IOPRIO_BE_NR
	levelNormal  = 4        // IOPRIO_NORM, and what nice 0 gives
	validSamples = 80       // sample_valid()
)

// Workload classes. Linux 4.4: enum wl_class_t.
const (
	classBE = iota
	classRT
	classIdle
)

// Workload types. Linux 4.4: enum wl_type_t.
const (
	typeAsync = iota
	typeSyncNoIdle
	typeSync
)

// Host is the block layer around the elevator.
type Host interface {
	block.Runner
	// GetContext and PutContext take and give back a reference.
	GetContext(ioc *block.IOContext, why trace.Cause)
	PutContext(ioc *block.IOContext, why trace.Cause)
}

// Elevator is cfq on a queue: Linux's struct cfq_data and its one cfq_group.
//
// Linux 4.4: block/cfq-iosched.c.
type Elevator struct {
	block.ElevatorDefaults
	q    *block.RequestQueue
	host Host
	Tunables

	queues []*queue // by number
	cics   []*cic   // by slot of the icq
	owner  []*queue // by slot of the request: RQ_CFQQ()

	trees    [2][3]serviceTree // class, type
	idleTree serviceTree
	prio     [levels]rb.Tree[queue] // queues with a request, by its sector
	async    [2][levels]*queue      // RT, BE
	asyncIdl *queue

	active    *queue
	activeCIC *cic

	servingClass, servingType int
	workloadExpires           sim.Jiffies
	saved                     struct {
		left        sim.Jiffies // 0: nothing saved
		class, kind int
	}

	busyQueues, busySyncQueues int
	nrQueues                   int // on the trees: the group's nr_cfqq
	busyAvg                    [2]int64
	rqQueued, rqInDriver       int
	rqInFlight                 [2]int // by sync of the queue
	lastPosition               int64
	lastDelayedSync            sim.Jiffies

	idleTimer  sim.Timer
	timerBy    int32 // the record that armed it
	unplugWork sim.Work
	workBy     int32 // the record that queued it
}

// queue is a struct cfq_queue.
type queue struct {
	id  int32
	ref int

	onRR, waitRequest, mustDispatch, mustAllocSlice, fifoExpire bool
	idleWindow, prioChanged, sliceNew, sync                     bool
	coop, splitCoop, deep, waitBusy                             bool

	tree       *serviceTree
	prev, next *queue // in tree
	key        sim.Jiffies

	place  rb.Node[queue] // in a tree of prio
	inPrio *rb.Tree[queue]

	sorted    block.Tree
	fifo      block.RequestList
	nextRQ    *block.Request
	queued    [2]int // by sync of the request
	allocated int

	sliceStart, sliceEnd sim.Jiffies
	sliceDispatch        int
	sliceResid           int64
	dispatched           int

	level, orgLevel int // ioprio, org_ioprio
	class           int // of block.Class*

	seekHistory    uint32
	lastRequestPos int64
	newQueue       *queue // new_cfqq: where it is to merge into
}

// cic is what cfq keeps for an io_context (struct cfq_io_cq).
type cic struct {
	icq    *block.IOCQ
	queue  [2]*queue // async, sync
	think  thinkTime
	ioprio block.IOPrio
}

// New returns cfq with its default tunables on the queue of host.
func New(q *block.RequestQueue, host Host) *Elevator {
	e := &Elevator{q: q, host: host, Tunables: defaults(q.Sys.Loop.HZ())}
	now := q.Jiffies()
	e.lastDelayedSync = now - sim.Jiffies(q.Sys.Loop.HZ())
	for class := range e.trees {
		for kind := range e.trees[class] {
			e.trees[class][kind].init(int32(class*3+kind), now)
		}
	}
	e.idleTree.init(6, now)
	e.idleTimer.Bind((*idleTimer)(e))
	e.unplugWork.Bind((*unplugWork)(e))
	return e
}

func index(sync bool) int {
	if sync {
		return 1
	}
	return 0
}

// wlClass is the queue's class of workload.
//
// Linux 4.4: block/cfq-iosched.c:cfqq_class().
func (c *queue) wlClass() int {
	switch c.class {
	case block.ClassIdle:
		return classIdle
	case block.ClassRT:
		return classRT
	}
	return classBE
}

// wlType is the queue's type of workload, as it is just now: the tree it sits in may be another's.
//
// Linux 4.4: block/cfq-iosched.c:cfqq_type().
func (c *queue) wlType() int {
	switch {
	case !c.sync:
		return typeAsync
	case !c.idleWindow:
		return typeSyncNoIdle
	}
	return typeSync
}

func (c *queue) empty() bool { return c.sorted.Empty() }
func (c *queue) idle() bool  { return c.class == block.ClassIdle }
func (c *queue) rt() bool    { return c.class == block.ClassRT }

// seeky reports whether more than an eighth of the last 32 requests were far from the one before.
func (c *queue) seeky() bool {
	n := 0
	for h := c.seekHistory; h != 0; h &= h - 1 {
		n++
	}
	return n > seekyMost
}

// treeFor is the service tree of a class and a type.
//
// Linux 4.4: block/cfq-iosched.c:st_for().
func (e *Elevator) treeFor(class, kind int) *serviceTree {
	if class == classIdle {
		return &e.idleTree
	}
	return &e.trees[class][kind]
}

// ownerOf returns the queue of a request.
func (e *Elevator) ownerOf(rq *block.Request) *queue { return e.owner[rq.Slot] }

// cicOf returns what cfq keeps for ioc, nil if nothing yet.
//
// Linux 4.4: block/cfq-iosched.c:cfq_cic_lookup().
func (e *Elevator) cicOf(ioc *block.IOContext) *cic {
	if ioc == nil {
		return nil
	}
	if icq := ioc.LookupICQ(e.q); icq != nil {
		return e.cics[icq.Slot]
	}
	return nil
}

// ActiveContext returns the io_context on which the active slice holds a reference, nil if there is none.
func (e *Elevator) ActiveContext() *block.IOContext {
	if e.activeCIC == nil {
		return nil
	}
	return e.activeCIC.icq.Context
}

// InitICQ makes the cic of icq.
//
// Linux 4.4: block/cfq-iosched.c:cfq_init_icq().
func (e *Elevator) InitICQ(icq *block.IOCQ) {
	for int(icq.Slot) >= len(e.cics) {
		e.cics = append(e.cics, nil)
	}
	e.cics[icq.Slot] = &cic{icq: icq, think: thinkTime{lastEnd: e.q.Jiffies()}}
}

// ExitICQ lets go of the queues of icq: async, then sync.
//
// Linux 4.4: block/cfq-iosched.c:cfq_exit_icq().
func (e *Elevator) ExitICQ(icq *block.IOCQ) {
	c := e.cics[icq.Slot]
	for i := range c.queue {
		if c.queue[i] != nil {
			e.exitQueue(c.queue[i])
			c.queue[i] = nil
		}
	}
}

// exitQueue gives up a cic's hold on c.
//
// Linux 4.4: block/cfq-iosched.c:cfq_exit_cfqq().
func (e *Elevator) exitQueue(c *queue) {
	if c == e.active {
		e.expire(c, false, trace.CFQ44ExpireExit)
		e.scheduleDispatch()
	}
	e.putCooperator(c)
	e.putQueue(c)
}

// putQueue gives a reference to c back.
//
// Linux 4.4: block/cfq-iosched.c:cfq_put_queue().
func (e *Elevator) putQueue(c *queue) {
	if c.ref <= 0 {
		panic("cfq44: cfq_put_queue: the queue has no reference left")
	}
	c.ref--
	if c.ref > 0 {
		return
	}
	if !c.empty() || c.allocated != 0 {
		panic("cfq44: cfq_put_queue: the queue still has requests")
	}
	if c == e.active {
		e.expire(c, false, trace.CFQ44ExpireEmpty)
		e.scheduleDispatch()
	}
	if c.onRR {
		panic("cfq44: cfq_put_queue: the queue is still on a service tree")
	}
	e.queues[c.id] = nil
}

// record adds a change of state; see the State constants.
func (e *Elevator) record(what uint16, a, b int64, why trace.Cause) {
	if e.q.Sys.Trace != nil {
		r := e.q.Record(trace.ElevatorState)
		r.Aux, r.Sector, r.Arg, r.Cause = what, a, b, why
	}
}

// What [trace.ElevatorState] records of cfq carry; queues by number.
const (
	StateActive   uint16 = 1 + iota // A the queue that becomes active; B requests in it
	StateExpired                    // A the queue that is active no more; B what is left of its slice, jiffies
	StateSlice                      // A the queue whose slice begins; B its length in jiffies
	StateWorkload                   // A number of the service tree (class*3 + type; 6 idle); B its time in jiffies
	StatePreempt                    // A the queue that preempts
	StateMerge                      // A is to merge into B
	StateSplit                      // A is shared no more
	StateQueue                      // A a new queue; B 1 if sync, for the current task
	StateRequest                    // Req belongs to queue A
)
