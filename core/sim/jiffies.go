package sim

// tick turns instants into jiffies. Division is slow beside the rest of a run,
// so the span of the current jiffy is kept.
type tick struct {
	hz         int64
	from, till Time // the current jiffy is [from, till)
	count      int64
}

func (k *tick) init(hz int64) {
	k.hz = hz
	k.from, k.till, k.count = 0, k.start(1), 0
}

// start returns the first instant of tick n: the least t with t*hz/1e9 >= n.
func (k *tick) start(n int64) Time {
	seconds, rest := n/k.hz, n%k.hz
	return Time(seconds)*Second + (Time(rest)*Second+Time(k.hz)-1)/Time(k.hz)
}

// HZ returns the number of ticks a second.
func (l *Loop) HZ() int64 { return l.tick.hz }

// Jiffies returns jiffies at the current instant: InitialJiffies + floor(now*hz/1e9).
func (l *Loop) Jiffies() Jiffies {
	k := &l.tick
	if l.now >= k.till {
		seconds, rest := int64(l.now/Second), int64(l.now%Second)
		k.count = seconds*k.hz + rest*k.hz/int64(Second)
		k.from, k.till = k.start(k.count), k.start(k.count+1)
	}
	return InitialJiffies + Jiffies(k.count)
}

// JiffyStart returns the first instant at which jiffies is j (0 for a j at or before [InitialJiffies]).
func (l *Loop) JiffyStart(j Jiffies) Time {
	if j <= InitialJiffies {
		return 0
	}
	return l.tick.start(int64(j - InitialJiffies))
}

// MsecsToJiffies converts as the kernel's sysfs stores do: rounded up to whole
// ticks; a negative ms means never and gives 1<<62 - 1.
//
// Linux 2.6.24: include/linux/jiffies.h:msecs_to_jiffies(). Linux 4.4, 6.18: kernel/time/time.c.
func (l *Loop) MsecsToJiffies(ms int64) int64 {
	if ms < 0 {
		return 1<<62 - 1
	}
	return (ms*l.tick.hz + 999) / 1000
}

// JiffiesToMsecs converts for display, as the sysfs show functions do.
func (l *Loop) JiffiesToMsecs(j int64) int64 { return j * 1000 / l.tick.hz }

// After reports whether a is later than b, safe against wrapping: the kernel's time_after.
func (a Jiffies) After(b Jiffies) bool { return int64(b-a) < 0 }

// Before reports whether a is earlier than b: the kernel's time_before.
func (a Jiffies) Before(b Jiffies) bool { return int64(a-b) < 0 }
