package sim

// Timer is a kernel timer: it fires at the instant at which jiffies first
// reaches its expiry. Bind its event once with [Item.Bind] before use.
type Timer struct {
	Item
	expires Jiffies
}

// Expires returns the jiffy the timer is, or was last, armed for.
func (t *Timer) Expires() Jiffies { return t.expires }

// Mod arms t for expires, as mod_timer does. A pending timer that already has
// this expiry keeps its place among what is due then; any other arming takes a
// new place. An expiry at or before the current jiffy fires at the next tick.
//
// Linux 2.6.24, 4.4: kernel/timer.c:mod_timer().
func (l *Loop) Mod(t *Timer, expires Jiffies) {
	if t.Pending() {
		if t.expires == expires {
			return
		}
		l.Cancel(&t.Item)
	}
	t.expires = expires
	if now := l.Jiffies(); !expires.After(now) {
		expires = now + 1
	}
	l.At(l.JiffyStart(expires), &t.Item)
}

// Del disarms t and reports whether it was pending, as del_timer does.
func (l *Loop) Del(t *Timer) bool { return l.Cancel(&t.Item) }

// Work is a work item of kblockd, the block layer's work queue: it runs at the
// current instant, in FIFO order with everything else that is due.
type Work struct{ Item }

// Queue queues w unless it is pending, which it leaves where it is; it reports
// whether it queued. An item counts as not pending from the moment it starts to run.
//
// Linux 2.6.24, 4.4: kernel/workqueue.c:queue_work().
func (l *Loop) Queue(w *Work) bool {
	if w.Pending() {
		return false
	}
	l.Soon(&w.Item)
	return true
}

// Requeue queues w, moving it to the end if it is pending, as
// mod_delayed_work with delay 0 does.
func (l *Loop) Requeue(w *Work) {
	l.Cancel(&w.Item)
	l.Soon(&w.Item)
}
