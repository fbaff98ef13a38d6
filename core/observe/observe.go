// Package observe holds what a run shows besides its trace: the counters of
// io_contexts at named moments, the answers of sysfs stores, and the tasks that
// are still blocked when nothing can happen any more.
//
// A machine keeps a [Log] only when it is asked to; a nil *Log takes nothing.
package observe

// IOContext is an io_context seen at a moment.
type IOContext struct {
	Time       int64  // ns
	Task       int    // the current task; 0 in a release worker and at the end
	Label      string // the moment: "first-io", "fork-parent", "exit-after", "free", "end"...
	RefCount   int64
	NrTasks    int64
	ActiveRef  int64
	ICQs       int64 // length of its icq_list
	IOPrio     int64 // class<<13 | data
	SharedWith []int // other tasks whose io_context it is, in the scenario's order
	ID         int64 // number of the object in order of creation, from 0; -1: there is none
	Answer     []Field
}

// Field is a further named answer of a call, with the moments that have one:
// "ret", "target", "child", "left"; "got" is 0 or 1.
type Field struct {
	Name  string
	Value int64
}

// Set is a store to a sysfs file, seen right after it.
type Set struct {
	Time      int64 // ns
	Task      int
	Name      string
	Value     int64    // as written
	Ret       int64    // 0 or the negative errno
	Shown     int64    // what the file shows then
	Count     [2]int64 // allocated requests: async, sync
	Full      [2]int64 // 0 or 1
	Congested [2]int64 // 0 or 1
}

// Blocked is a task that is still blocked when nothing can happen any more.
type Blocked struct {
	Task int
	Bio  int    // the bio it waits for
	In   string // "reclaim", "wait" or "get_request"
}

// Log is what was seen in a run, each list in the order in which it was seen.
type Log struct {
	IOContexts []IOContext
	Sets       []Set
}

// IOContext adds s; a nil log drops it.
func (l *Log) IOContext(s IOContext) {
	if l != nil {
		l.IOContexts = append(l.IOContexts, s)
	}
}

// Set adds s; a nil log drops it.
func (l *Log) Set(s Set) {
	if l != nil {
		l.Sets = append(l.Sets, s)
	}
}
