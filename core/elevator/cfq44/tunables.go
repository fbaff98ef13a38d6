package cfq44

import "math"

// Tunables are what sysfs shows in queue/iosched/. Times are jiffies.
type Tunables struct {
	quantum         int64
	fifoExpire      [2]int64 // async, sync
	backSeekMax     int64    // KiB
	backSeekPenalty int64
	slice           [2]int64 // async, sync
	sliceAsyncRQ    int64
	sliceIdle       int64
	groupIdle       int64
	lowLatency      int64
	targetLatency   int64
}

// defaults are fractions of HZ, rounded down. group_idle is 0 without group scheduling.
//
// Linux 4.4: block/cfq-iosched.c:cfq_init_queue(), cfq_init().
func defaults(hz int64) Tunables {
	return Tunables{
		quantum: 8, fifoExpire: [2]int64{hz / 4, hz / 8}, backSeekMax: 16 * 1024, backSeekPenalty: 2,
		slice: [2]int64{max(hz/25, 1), hz / 10}, sliceAsyncRQ: 2, sliceIdle: max(hz/125, 1),
		lowLatency: 1, targetLatency: hz * 3 / 10,
	}
}

// file is a tunable with the least and the most its store lets through.
type file struct {
	value    *int64
	min, max int64
	ms       bool // sysfs has ms
}

func (e *Elevator) file(name string) (f file, ok bool) {
	f.max = math.MaxUint32
	switch name {
	case "quantum":
		f.value, f.min = &e.quantum, 1
	case "fifo_expire_sync":
		f.value, f.min, f.ms = &e.fifoExpire[1], 1, true
	case "fifo_expire_async":
		f.value, f.min, f.ms = &e.fifoExpire[0], 1, true
	case "back_seek_max":
		f.value = &e.backSeekMax
	case "back_seek_penalty":
		f.value, f.min = &e.backSeekPenalty, 1
	case "slice_idle":
		f.value, f.ms = &e.sliceIdle, true
	case "group_idle":
		f.value, f.ms = &e.groupIdle, true
	case "slice_sync":
		f.value, f.min, f.ms = &e.slice[1], 1, true
	case "slice_async":
		f.value, f.min, f.ms = &e.slice[0], 1, true
	case "slice_async_rq":
		f.value, f.min = &e.sliceAsyncRQ, 1
	case "low_latency":
		f.value, f.max = &e.lowLatency, 1
	case "target_latency":
		f.value, f.min, f.ms = &e.targetLatency, 1, true
	default:
		return file{}, false
	}
	return f, true
}

// Store writes a tunable, in ms where sysfs has ms; values out of range are
// clamped. False: there is no such file.
//
// Linux 4.4: block/cfq-iosched.c: the functions of STORE_FUNCTION.
func (e *Elevator) Store(name string, value int64) bool {
	f, ok := e.file(name)
	if !ok {
		return false
	}
	value = min(max(value, f.min), f.max)
	if f.ms {
		value = e.q.Sys.Loop.MsecsToJiffies(value)
	}
	*f.value = value
	return true
}

// Show reads a tunable as sysfs prints it. False: there is no such file.
func (e *Elevator) Show(name string) (value int64, ok bool) {
	f, ok := e.file(name)
	if !ok {
		return 0, false
	}
	if f.ms {
		return e.q.Sys.Loop.JiffiesToMsecs(*f.value), true
	}
	return *f.value, true
}
