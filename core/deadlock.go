package core

import (
	"strconv"

	"blkplay/core/block"
	"blkplay/core/trace"
)

// plugger is a layer whose tasks hold requests back in plugs of their own.
type plugger interface {
	// PlugOf returns the task in whose plug a bio sits, nil if it sits in none.
	PlugOf(bio int32) *block.Task
	// Plugged returns how many requests sit in t's plug.
	Plugged(t *block.Task) int
}

// edge is a task that waits for what a sleeping task, perhaps itself, holds in its plug.
type edge struct {
	waiter, holder *block.Task
	bio            int32 // the bio waited for; trace.None: any request
	held           int   // requests in the plug
}

// deadlock returns who waits for whom, nil if no task waits for a plug.
func (m *Machine) deadlock() (edges []edge) {
	layer, ok := m.layer.(plugger)
	if !ok {
		return nil
	}
	blocked := m.Blocked()
	for _, b := range blocked {
		waiter := m.sys.TaskByID(b.Task)
		if b.In == "get_request" {
			for _, other := range blocked {
				holder := m.sys.TaskByID(other.Task)
				if n := layer.Plugged(holder); n > 0 {
					edges = append(edges, edge{waiter, holder, trace.None, n})
				}
			}
		} else if holder := layer.PlugOf(b.Bio); holder != nil && b.Bio >= 0 {
			edges = append(edges, edge{waiter, holder, b.Bio, layer.Plugged(holder)})
		}
	}
	return edges
}

// recordStuck records that nothing is left to happen: each wait for a plug, and the end.
func (m *Machine) recordStuck() {
	edges := m.deadlock()
	if len(edges) == 0 {
		m.recordEnd(trace.RunStuck)
		return
	}
	if tr := m.sys.Trace; tr != nil {
		for _, e := range edges {
			r := tr.Add(int64(m.Now()), trace.Note, e.waiter.ID)
			r.Bio, r.Sector, r.Arg, r.Cause = e.bio, int64(e.holder.ID), int64(e.held), trace.WaitsForPlug
			if e.bio == trace.None {
				r.Cause = trace.StarvedByPlug
			}
		}
	}
	r := m.recordEnd(trace.RunDeadlocked)
	r.Task, r.Bio, r.Arg = uint16(edges[0].waiter.ID), edges[0].bio, int64(edges[0].holder.ID)
}

// deadlockText says who waits for what in whose plug; "" if nobody does.
func (m *Machine) deadlockText() string {
	text := ""
	for i, e := range m.deadlock() {
		if i == 0 {
			text = "deadlock: "
		} else {
			text += "; "
		}
		text += "task " + strconv.Itoa(e.waiter.ID) + " waits for "
		if e.bio == trace.None {
			text += "a free request, and " + count(e.held, "request")
			if e.held == 1 {
				text += " sits"
			} else {
				text += " sit"
			}
		} else {
			text += "bio " + strconv.Itoa(int(e.bio)) + ", which sits"
		}
		text += " in the plug of task " + strconv.Itoa(e.holder.ID)
	}
	return text
}
