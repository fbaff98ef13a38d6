package scenario

// This file is the meaning of a text, as data. Times are nanoseconds, sectors are
// 512 bytes; words are the kernel's and sysfs's.

// Kernel names an exact kernel whose block layer is modelled.
type Kernel string

const (
	Linux2624 Kernel = "2.6.24"
	Linux44   Kernel = "4.4"
	Linux618  Kernel = "6.18"
)

// Scenario is a machine and a workload. [Default] gives one with a kernel's defaults.
type Scenario struct {
	Kernel   Kernel
	HZ       int64
	Elevator string    // sysfs name; 2.6.24's anticipatory is "as"
	Tunables []Setting // elevator tunables set before the run, sysfs names and units
	Queue    Queue
	Device   Device
	WhatIf   WhatIf
	Lenient  bool // ops the kernel lacks do nothing, instead of being refused
	Tasks    []Task
	At       []AtOp // what a hand did, in order of time
}

// Setting is a named integer.
type Setting struct {
	Name  string
	Value int64
	Pos   Pos
}

// Queue is the request queue's configuration.
type Queue struct {
	NrRequests    int64
	MaxSectors    int64 // 512-byte sectors
	MaxHWSectors  int64 // 4.4: what the max_sectors store checks against; 0: equal to MaxSectors
	MaxSegments   int64
	UnplugThresh  int64 // 2.6.24: requests
	UnplugDelayMs int64 // 2.6.24
	NoMerges      int64 // 6.18: 0, 1, 2
}

// Device is a disk: its model by name and that model's parameters.
type Device struct {
	Model         string // "linear", or a name of package disk
	Depth         int64  // requests it takes at once
	BaseNs        int64  // linear: service = base + n*per_sector + min(seek_max, distance*seek/1024)
	PerSectorNs   int64
	SeekNsPer1024 int64
	SeekMaxNs     int64
	Table         *ServiceTable // of "table"; nothing changes it
}

// WhatIf switches are no kernel's behaviour.
type WhatIf struct {
	NoUnplugTimer  bool // 2.6.24
	NoUnplugThresh bool // 2.6.24
	NoPlugging     bool // every kernel: each request is dispatched as it comes
	UntrackedPlug  bool // 4.4: schedule does not see the task's plug
}

// Task is a process and its list of ops. A task with a parent starts when that forks it.
type Task struct {
	ID     int
	Name   string // "" reads as "taskN"
	Parent int    // 0: starts at time 0
	IOPrio *IOPrio
	Ops    []Op
	Pos    Pos
}

// IOPrio is an I/O priority; class 0 none, 1 RT, 2 BE, 3 idle.
type IOPrio struct {
	Class int
	Data  int // level, 0 first to 7 last
}

// AtOp is an op with a time of its own: what a hand does to a running machine.
// Task 0 is the hand itself, a task without a list; a task given runs the op
// after its list and after its earlier AtOps, not before Time.
type AtOp struct {
	Time int64
	Task int
	Op   Op
}

// OpKind is what an op does.
type OpKind uint8

const (
	Submit OpKind = iota
	Stream
	Sleep      // until Time, or for Time if Relative
	Compute    // likewise
	Wait       // until no more than Value bios of the task are not complete
	StartPlug  // 4.4, 6.18
	FinishPlug // 4.4, 6.18
	Unplug     // 2.6.24: blk_unplug
	SetIOPrio
	Fork           // Task, CloneIO
	Set            // Name, Value
	SwitchElevator // Name
	FailAllocIOC   // Value: how many allocations fail
	FailAllocICQ   // Value
	IOCCreateFor   // Task
	IOCGet         // Task
	IOCPut
	ExitBegin
	Reclaim // Value: number of a bio
)

// Op is one step of a task.
type Op struct {
	Kind     OpKind
	Relative bool // Sleep, Compute: Time is a span
	CloneIO  bool
	IO       IO     // Submit, Stream
	Time     int64  // Sleep, Compute; ns
	Task     int    // Fork, IOCCreateFor, IOCGet
	Name     string // Set, SwitchElevator
	Value    int64  // Wait, Set, FailAlloc*, Reclaim
	Prio     IOPrio // SetIOPrio
	Stream   *Pattern
	Pos      Pos
}

// IO says what Submit sends: Count bios, each Step sectors after the one before.
type IO struct {
	Write   bool
	Sync    bool
	Meta    bool
	Ahead   bool
	Sector  int64
	Sectors int64
	Count   int64 // at least 1
	Step    int64 // sectors; may be negative
}

// Pattern is a Stream: IO.Count bios from a rule, made while the run goes on.
type Pattern struct {
	Random    bool   // else sequential from IO.Sector
	Seed      uint64 // xorshift64 with shifts 13, 7, 17; not 0
	Span      int64  // Random: sectors are (x mod Span) * IO.Sectors + IO.Sector
	JumpOneIn int64  // sequential: after a bio also jump with probability 1/JumpOneIn (0: never)...
	JumpMax   int64  // ...by IO.Sectors * (1 + x mod JumpMax) sectors
	EveryNs   int64  // sleep so long between bios (0: not at all)
	WaitEach  int64  // wait after so many bios (0: never)...
	WaitLeft  int64  // ...until so many, or fewer, are not complete
	PlugEach  int64  // hold so many bios in one plug (0: no plug)
}

// Pos is a place in the text, from 1; the zero Pos is none.
type Pos struct{ Line, Column int }
