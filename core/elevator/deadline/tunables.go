package deadline

import "math"

// Tunables are what sysfs shows in queue/iosched/.
type Tunables struct {
	expire        [2]int64 // jiffies: read_expire, write_expire
	writesStarved int64
	frontMerges   int64
	fifoBatch     int64
}

// defaults are fractions of HZ, rounded down.
func defaults(hz int64) Tunables {
	return Tunables{expire: [2]int64{hz / 2, 5 * hz}, writesStarved: 2, frontMerges: 1, fifoBatch: 16}
}

// Store writes a tunable, in ms where sysfs has ms; values out of range are
// clamped. False: there is no such file.
//
// Linux 2.6.24, 4.4: block/deadline-iosched.c: the functions of STORE_FUNCTION.
func (e *Elevator) Store(name string, value int64) bool {
	loop := e.q.Sys.Loop
	positive := min(max(value, 0), math.MaxInt32)
	switch name {
	case "read_expire":
		e.expire[read] = loop.MsecsToJiffies(positive)
	case "write_expire":
		e.expire[write] = loop.MsecsToJiffies(positive)
	case "writes_starved":
		e.writesStarved = min(max(value, math.MinInt32), math.MaxInt32)
	case "front_merges":
		e.frontMerges = min(positive, 1)
	case "fifo_batch":
		e.fifoBatch = positive
	default:
		return false
	}
	return true
}

// Show reads a tunable as sysfs prints it. False: there is no such file.
func (e *Elevator) Show(name string) (value int64, ok bool) {
	loop := e.q.Sys.Loop
	switch name {
	case "read_expire":
		return loop.JiffiesToMsecs(e.expire[read]), true
	case "write_expire":
		return loop.JiffiesToMsecs(e.expire[write]), true
	case "writes_starved":
		return e.writesStarved, true
	case "front_merges":
		return e.frontMerges, true
	case "fifo_batch":
		return e.fifoBatch, true
	}
	return 0, false
}
