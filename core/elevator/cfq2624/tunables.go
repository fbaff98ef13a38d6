package cfq2624

import "math"

// Tunables are what sysfs shows in queue/iosched/; times in jiffies.
type Tunables struct {
	quantum         int64
	fifoExpire      [2]int64 // fifo_expire_async, fifo_expire_sync
	backSeekMax     int64    // KiB
	backSeekPenalty int64
	sliceLength     [2]int64 // slice_async, slice_sync
	sliceAsyncRq    int64
	sliceIdle       int64
}

// defaults are fractions of HZ, rounded down.
func defaults(hz int64) Tunables {
	return Tunables{
		quantum:         4,
		fifoExpire:      [2]int64{async: hz / 4, sync: hz / 8},
		backSeekMax:     16 * 1024,
		backSeekPenalty: 2,
		sliceLength:     [2]int64{async: max(hz/25, 1), sync: hz / 10},
		sliceAsyncRq:    2,
		sliceIdle:       max(hz/125, 1),
	}
}

// file returns where a tunable is, its least value and whether it is a time in ms.
func (e *Elevator) file(name string) (value *int64, least int64, ms bool) {
	switch name {
	case "quantum":
		return &e.quantum, 1, false
	case "fifo_expire_sync":
		return &e.fifoExpire[sync], 1, true
	case "fifo_expire_async":
		return &e.fifoExpire[async], 1, true
	case "back_seek_max":
		return &e.backSeekMax, 0, false
	case "back_seek_penalty":
		return &e.backSeekPenalty, 1, false
	case "slice_sync":
		return &e.sliceLength[sync], 1, true
	case "slice_async":
		return &e.sliceLength[async], 1, true
	case "slice_async_rq":
		return &e.sliceAsyncRq, 1, false
	case "slice_idle":
		return &e.sliceIdle, 0, true
	}
	return nil, 0, false
}

// Store writes a tunable, in ms where it is a time, clamped to its least value.
// False: there is no such file.
//
// Linux 2.6.24: block/cfq-iosched.c: the functions of STORE_FUNCTION.
func (e *Elevator) Store(name string, value int64) bool {
	file, least, ms := e.file(name)
	if file == nil {
		return false
	}
	value = min(max(value, least), math.MaxUint32)
	if ms {
		value = e.q.Sys.Loop.MsecsToJiffies(value)
	}
	*file = value
	return true
}

// Show reads a tunable, in ms where it is a time. False: there is no such file.
func (e *Elevator) Show(name string) (value int64, ok bool) {
	file, _, ms := e.file(name)
	switch {
	case file == nil:
		return 0, false
	case ms:
		return e.q.Sys.Loop.JiffiesToMsecs(*file), true
	}
	return *file, true
}
