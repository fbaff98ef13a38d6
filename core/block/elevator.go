package block

import "blkplay/core/sim"

// ElevatorDefaults has the hooks that most elevators leave NULL: each does what
// the kernel does without it. Embed it in an elevator.
type ElevatorDefaults struct{}

// Merge returns the request that bio could join at its front: none.
func (ElevatorDefaults) Merge(bio *Bio) *Request { return nil }

// Merged hears that a bio joined rq, at its front or its end.
func (ElevatorDefaults) Merged(rq *Request, front bool) {}

// AllowMerge reports whether bio, of the current task, may join rq: yes.
func (ElevatorDefaults) AllowMerge(rq *Request, bio *Bio) bool { return true }

// Activate hears that the driver begins with rq.
func (ElevatorDefaults) Activate(rq *Request) {}

// Completed hears that rq is complete.
func (ElevatorDefaults) Completed(rq *Request) {}

// MayQueue says what the elevator thinks of one more request of the current task: [May].
func (ElevatorDefaults) MayQueue(sync bool) Queueing { return May }

// SetRequest gives rq, just allocated for the current task, the elevator's private data.
func (ElevatorDefaults) SetRequest(rq *Request) {}

// PutRequest hears that rq, which SetRequest saw, is freed.
func (ElevatorDefaults) PutRequest(rq *Request) {}

// FifoSpan returns how many jiffies rq may wait before it counts as late, 0 if the elevator keeps no time.
func (ElevatorDefaults) FifoSpan(rq *Request) sim.Jiffies { return 0 }

// InitICQ hears that icq was made.
func (ElevatorDefaults) InitICQ(icq *IOCQ) {}

// ExitICQ hears that nobody will submit with icq any more. It comes once for each icq.
func (ElevatorDefaults) ExitICQ(icq *IOCQ) {}

// ExitContext hears that the task of ioc ended (2.6.24).
func (ElevatorDefaults) ExitContext(ioc *IOContext) {}

// Exit ends the elevator: its timers and work items are cancelled (2.6.24).
func (ElevatorDefaults) Exit() {}

// Store writes the tunable with that sysfs name, in sysfs units; false: there is no such file.
func (ElevatorDefaults) Store(name string, value int64) bool { return false }

// Show reads the tunable with that sysfs name, in sysfs units; false: there is no such file.
func (ElevatorDefaults) Show(name string) (value int64, ok bool) { return 0, false }

// Queueing is an elevator's answer about a further request.
type Queueing uint8

const (
	May  Queueing = iota // as the request list allows
	Must                 // even if the list is full
	No                   // not now (2.6.24)
)
