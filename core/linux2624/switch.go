package linux2624

import (
	"blkplay/core/block"
	"blkplay/core/scenario"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

// switching is a task that writes queue/scheduler.
type switching struct {
	q     *Queue
	t     *block.Task
	name  string
	next  Elevator // nil until the task has the mutex
	timer sim.Timer
}

// switchElevator lets t write name to queue/scheduler: drain the old elevator,
// wait until its requests are gone, attach the new one.
//
// Linux 2.6.24: block/elevator.c:elv_iosched_store(), elevator_switch().
func (q *Queue) switchElevator(t *block.Task, name string) (done bool) {
	s := &switching{q: q, t: t, name: name}
	s.timer.Bind((*sleepOver)(s))
	return q.live.mutex.lock(q, t, s) && s.begin()
}

// Resume goes on with the mutex, or after a sleep, or after both.
func (s *switching) Resume(*sim.Task) (done bool) {
	if s.next == nil {
		return s.q.live.mutex.relock(s.q, s.t, s) && s.begin()
	}
	s.q.drain()
	return s.waitForRequests()
}

// begin attaches nothing yet: the new elevator is made, the old one bypassed and drained.
func (s *switching) begin() (done bool) {
	q := s.q
	make := elevatorNamed(s.name)
	if make == nil || s.name == q.elevatorName {
		q.live.mutex.unlock(q)
		return true
	}
	s.record(1)
	s.next = make(q)
	q.live.bypass = true
	q.drain()
	return s.waitForRequests()
}

// waitForRequests runs the queue and sleeps while requests of the old elevator
// are allocated, and ends the switch once there is none.
func (s *switching) waitForRequests() (done bool) {
	q := s.q
	if q.live.elvPriv > 0 {
		q.removePlug(trace.PlugOffDrain)
		q.requestFn()
		s.sleep()
		return false
	}
	q.elevator.Exit()
	q.elevator, q.elevatorName = s.next, s.name
	q.live.bypass = false
	s.record(2)
	q.live.mutex.unlock(q)
	return true
}

// sleep is msleep(10): one tick more than 10 ms take, and not ended by completions.
//
// Linux 2.6.24: kernel/timer.c:msleep().
func (s *switching) sleep() {
	loop := s.q.Sys.Loop
	loop.Mod(&s.timer, loop.Jiffies()+sim.Jiffies(loop.MsecsToJiffies(10)+1))
	s.t.State = s
	s.q.Sys.Slept(s.t, trace.SleepForSwitch, s.timer.When(), trace.None)
}

// sleepOver is a switching task whose timer fires.
type sleepOver switching

func (o *sleepOver) Fire() { o.q.Sys.Wake(o.t, trace.WokenByTime) }

func (s *switching) record(step uint16) {
	if s.q.Sys.Trace == nil {
		return
	}
	e := s.q.Record(trace.Switch)
	e.Aux, e.Sector = step, int64(scenario.ElevatorIndex(s.name))
}
