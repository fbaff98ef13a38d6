package follow

// Tasks numbers the processes of a trace from 1 in order of their first event: a record
// has 16 bits for a task, a pid has more. Pid 0 is task 0.
type Tasks struct {
	number map[uint32]uint16
	PIDs   []uint32 // PIDs[n-1] is task n's
}

// tasksMax is the last number; later processes share it.
const tasksMax = 1<<16 - 1

// Number returns the number of pid, and whether that is new.
func (t *Tasks) Number(pid uint32) (n uint16, first bool) {
	if pid == 0 {
		return 0, false
	}
	if n, known := t.number[pid]; known {
		return n, false
	}
	if len(t.PIDs) == tasksMax {
		return tasksMax, false
	}
	if t.number == nil {
		t.number = map[uint32]uint16{}
	}
	t.PIDs = append(t.PIDs, pid)
	n = uint16(len(t.PIDs))
	t.number[pid] = n
	return n, true
}
