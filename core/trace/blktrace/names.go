package blktrace

import "bytes"

// Names are the names of processes, by pid. As in blkparse the first name of a
// pid stays.
type Names map[uint32]string

// NameBytes is the length of the longest name. Linux: TASK_COMM_LEN less its NUL.
const NameBytes = 15

// namesMax are more pids than a machine has in the time of a trace; what goes on
// beyond is no trace, and is not kept.
const namesMax = 1 << 20

// Add gives pid a name if it has none, and reports whether it now has that name.
func (n Names) Add(pid uint32, name string) bool { return n.AddBytes(pid, []byte(name)) }

// AddBytes is [Names.Add] for a name that need not be kept.
func (n Names) AddBytes(pid uint32, name []byte) bool {
	if old, ok := n[pid]; ok {
		return old == string(name)
	}
	if len(n) >= namesMax {
		return false
	}
	n[pid] = string(name)
	return true
}

// addNote adds what a PROCESS note tells.
func (n Names) addNote(rec *Record) bool {
	p := rec.Payload
	if i := bytes.IndexByte(p, 0); i >= 0 {
		p = p[:i]
	}
	return n.AddBytes(rec.PID, p[:min(len(p), NameBytes)])
}
