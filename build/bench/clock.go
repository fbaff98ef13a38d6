package main

import (
	"syscall"
	"time"
)

// worked returns how long this process has computed, on all its threads. Other
// work on the machine does not count, unlike on a clock on the wall.
func worked() time.Duration {
	var use syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &use); err != nil {
		panic(err)
	}
	return time.Duration(use.Utime.Nano() + use.Stime.Nano())
}
