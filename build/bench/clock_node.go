//go:build js

package main

import (
	"syscall/js"
	"time"
)

// worked is that of the other platforms, by Node's own count.
func worked() time.Duration {
	use := js.Global().Get("process").Call("cpuUsage")
	return time.Duration(use.Get("user").Int()+use.Get("system").Int()) * time.Microsecond
}
