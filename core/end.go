package core

import (
	"strconv"

	"blkplay/core/sim"
	"blkplay/core/trace"
)

// status tells how far the run is, and records its end once it is over.
func (m *Machine) status() Status {
	next, more := m.sys.Loop.Next()
	tr := m.sys.Trace
	switch {
	case more && m.limit.Time > 0 && next > m.limit.Time,
		more && m.limit.Records > 0 && tr != nil && tr.Len() >= m.limit.Records:
		m.recordEnd(trace.RunLimit)
		return Limited
	case more:
		return Running
	case m.sys.OpenBios() > 0 || len(m.Blocked()) > 0:
		m.recordStuck()
		return Stuck
	}
	m.recordEnd(trace.RunComplete)
	return Complete
}

func (m *Machine) recordEnd(how trace.Cause) *trace.Event {
	if m.sys.Trace == nil {
		return &trace.Event{}
	}
	e := m.sys.Trace.Add(int64(m.Now()), trace.End, 0)
	e.Sector, e.Cause = int64(m.sys.OpenBios()), how
	return e
}

// EndText says in a sentence how the run ended; "" while it goes on.
func (m *Machine) EndText() string {
	switch m.stat {
	case Complete:
		return "complete: " + count(m.sys.Bios(), "bio") + " in " + milliseconds(m.Now()) + " ms"
	case Stuck:
		if text := m.deadlockText(); text != "" {
			return text
		}
		return "nothing left to happen: " + m.stuckText()
	case Limited:
		if tr := m.sys.Trace; tr != nil && m.limit.Records > 0 && tr.Len() > m.limit.Records {
			return "stopped after " + count(m.limit.Records, "record") + ", the limit of a run"
		}
		return "stopped at " + milliseconds(m.limit.Time) + " ms, the limit of a run"
	}
	return ""
}

func (m *Machine) stuckText() string {
	open := m.sys.OpenBios()
	requests, plugged := m.layer.Waiting()
	switch {
	case open == 0:
		blocked := m.Blocked()
		return count(len(blocked), "task") + " of " + strconv.Itoa(len(m.procs)) + " blocked for ever, the first is task " + strconv.Itoa(blocked[0].Task)
	case plugged:
		return count(open, "bio") + wait(open) + "in a plugged queue" + m.openBios()
	default:
		return count(open, "bio") + wait(open) + "in " + count(requests, "request") + m.openBios()
	}
}

func wait(n int) string {
	if n == 1 {
		return " waits "
	}
	return " wait "
}

// openBios lists the first bios that are not complete, if the run keeps their times.
func (m *Machine) openBios() string {
	const most = 8
	text, n := "", 0
	for bio, t := range m.sys.Times {
		if t.Done >= 0 {
			continue
		}
		switch {
		case n == most:
			return text + ", ..."
		case n == 0:
			text = ": "
		default:
			text += ", "
		}
		text += strconv.Itoa(bio)
		n++
	}
	return text
}

func count(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return strconv.Itoa(n) + " " + what
}

// milliseconds prints t with three decimals, as the page does.
func milliseconds(t sim.Time) string {
	us := int64(t / sim.Microsecond)
	rest := strconv.FormatInt(1000+us%1000, 10)
	return strconv.FormatInt(us/1000, 10) + "." + rest[1:]
}
