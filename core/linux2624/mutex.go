package linux2624

import (
	"blkplay/core/block"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

// sysfsMutex is the mutex of the queue's sysfs folder. Who unlocks it frees it
// and wakes the first waiter, which stays first until it has the mutex: another
// task may take it before that one runs.
//
// Linux 2.6.24: kernel/mutex.c.
type sysfsMutex struct {
	held    bool
	waiters []*block.Task
}

// lock takes the mutex and reports true, or lets t sleep until it can be had, to
// go on with state then.
func (m *sysfsMutex) lock(q *Queue, t *block.Task, state sim.State) bool {
	if !m.held {
		m.held = true
		return true
	}
	m.waiters = append(m.waiters, t)
	m.sleep(q, t, state)
	return false
}

func (m *sysfsMutex) sleep(q *Queue, t *block.Task, state sim.State) {
	t.State = state
	q.Sys.Slept(t, trace.SleepForMutex, 0, trace.None)
}

// relock is lock for t, which was woken: it takes the mutex and leaves the
// waiters, or sleeps again in its place.
func (m *sysfsMutex) relock(q *Queue, t *block.Task, state sim.State) bool {
	if m.held {
		m.sleep(q, t, state)
		return false
	}
	m.held = true
	for i, waiter := range m.waiters {
		if waiter == t {
			m.waiters = append(m.waiters[:i], m.waiters[i+1:]...)
			break
		}
	}
	return true
}

func (m *sysfsMutex) unlock(q *Queue) {
	m.held = false
	if len(m.waiters) > 0 {
		q.Sys.Wake(m.waiters[0], trace.WokenByMutex)
	}
}

// Resume goes on with the store once the mutex is had.
func (s *store) Resume(*sim.Task) (done bool) {
	m := &s.q.live.mutex
	if !m.relock(s.q, s.t, s) {
		return false
	}
	s.q.storeLocked(s.op)
	m.unlock(s.q)
	return true
}
