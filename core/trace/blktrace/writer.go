package blktrace

// Writer turns records into version 7, little-endian. Ahead of a pid's first
// record it puts a PROCESS note with the pid's name, if that has one, on the same
// CPU at the same time.
//
// Appending each record to the bytes of its CPU gives per-CPU files, appending
// all to the same bytes a merged file, which blkparse takes on standard input only.
type Writer struct {
	Names Names
	told  map[uint32]bool
	order order
}

// NewWriter returns a writer that takes its names from names.
func NewWriter(names Names) *Writer {
	return &Writer{Names: names, told: map[uint32]bool{}, order: littleEndian}
}

// Append appends rec, and the note it may need, to b.
func (w *Writer) Append(b []byte, rec *Record) []byte {
	if !rec.IsNote() && !w.told[rec.PID] {
		w.told[rec.PID] = true
		if name, ok := w.Names[rec.PID]; ok {
			b = w.appendName(b, rec, name)
		}
	}
	return w.order.appendRecord(b, rec)
}

// appendName appends the note that rec's pid is called name.
// Linux: kernel/trace/blktrace.c:trace_note_tsk().
func (w *Writer) appendName(b []byte, rec *Record, name string) []byte {
	var padded [NameBytes + 1]byte
	copy(padded[:NameBytes], name)
	return w.order.appendRecord(b, &Record{
		Time: rec.Time, PID: rec.PID, Device: rec.Device, CPU: rec.CPU,
		Category: Notify, Action: NoteProcess, Payload: padded[:],
	})
}
