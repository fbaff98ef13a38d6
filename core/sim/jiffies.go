package sim

// tick turns instants into jiffies. Division is slow beside the rest of a run,
// so the end of the current jiffy is kept.
type tick struct {
	hz   int64
	now  Jiffies // the current jiffy
	till Time    // first instant behind it
}

func (k *tick) init(hz int64) {
	k.hz = hz
	k.now, k.till = InitialJiffies, k.start(1)
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
	if l.now >= l.tick.till {
		l.tick.advance(l.now)
	}
	return l.tick.now
}

// advance makes the jiffy of now the current one. It stands alone so that
// [Loop.Jiffies] is inlined.
//
//go:noinline
func (k *tick) advance(now Time) {
	seconds, rest := int64(now/Second), int64(now%Second)
	ticks := seconds*k.hz + rest*k.hz/int64(Second)
	k.now, k.till = InitialJiffies+Jiffies(ticks), k.start(ticks+1)
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
