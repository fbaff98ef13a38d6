package blktrace

import "bytes"

// Names are the names of processes, by pid. As in blkparse the first name of a
// pid stays.
type Names map[uint32]string

// NameBytes is the length of the longest name. Linux: TASK_COMM_LEN less its NUL.
const NameBytes = 15

// Add gives pid a name if it has none, and reports whether it now has that name.
func (n Names) Add(pid uint32, name string) bool {
	if old, ok := n[pid]; ok {
		return old == name
	}
	n[pid] = name
	return true
}

// addNote adds what a PROCESS note tells.
func (n Names) addNote(rec *Record) bool {
	p := rec.Payload
	if i := bytes.IndexByte(p, 0); i >= 0 {
		p = p[:i]
	}
	p = p[:min(len(p), NameBytes)]
	if old, ok := n[rec.PID]; ok {
		return old == string(p)
	}
	n[rec.PID] = string(p)
	return true
}
