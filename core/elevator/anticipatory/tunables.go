package anticipatory

import (
	"math"

	"blkplay/core/sim"
)

// Tunables are what sysfs shows in queue/iosched/, in jiffies.
type Tunables struct {
	fifoExpire  [2]sim.Jiffies // write_expire, read_expire: when a request is late
	batchExpire [2]sim.Jiffies // write_batch_expire, read_batch_expire
	anticExpire sim.Jiffies    // how long to wait; 0: never
}

// defaults are fractions of HZ, rounded down.
func defaults(hz int64) Tunables {
	return Tunables{
		fifoExpire:  [2]sim.Jiffies{async: sim.Jiffies(hz / 4), sync: sim.Jiffies(hz / 8)},
		batchExpire: [2]sim.Jiffies{async: sim.Jiffies(hz / 8), sync: sim.Jiffies(hz / 2)},
		anticExpire: sim.Jiffies(max(hz/150, 1)),
	}
}

func (e *Elevator) file(name string) *sim.Jiffies {
	switch name {
	case "read_expire":
		return &e.fifoExpire[sync]
	case "write_expire":
		return &e.fifoExpire[async]
	case "read_batch_expire":
		return &e.batchExpire[sync]
	case "write_batch_expire":
		return &e.batchExpire[async]
	case "antic_expire":
		return &e.anticExpire
	}
	return nil
}

// Store writes a tunable, in ms, clamped to 0 and above. False: there is no such file.
//
// Linux 2.6.24: block/as-iosched.c: the functions of STORE_FUNCTION.
func (e *Elevator) Store(name string, value int64) bool {
	file := e.file(name)
	if file == nil {
		return false
	}
	*file = sim.Jiffies(e.q.Sys.Loop.MsecsToJiffies(min(max(value, 0), math.MaxInt32)))
	return true
}

// Show reads a tunable, in ms. False: there is no such file.
func (e *Elevator) Show(name string) (value int64, ok bool) {
	file := e.file(name)
	if file == nil {
		return 0, false
	}
	return e.q.Sys.Loop.JiffiesToMsecs(int64(*file)), true
}
