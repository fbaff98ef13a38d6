package sim

// WheelExpiry returns the jiffy at which a timer armed at now for expires fires:
// the timer wheel keeps far timers in coarser steps and never fires early, so even a
// near one comes a jiffy late.
//
// Preconditions: expires is not before now.
// Linux 6.18: kernel/time/timer.c:calc_wheel_index().
func WheelExpiry(now, expires Jiffies) Jiffies {
	const (
		levelSize  = 64
		levelShift = 3
		levelsMax  = 8
	)
	shift, span := 0, Jiffies(levelSize-1)
	for level := 1; level < levelsMax && expires-now >= span; level++ {
		shift += levelShift
		span <<= levelShift
	}
	return (expires>>shift + 1) << shift
}
