package blktrace

// Counter counts the records of a trace in the order in which they are handed on,
// and what in that order is not as it should be.
type Counter struct {
	Report Report

	last    map[seqKey]uint32 // sequence numbers
	key     seqKey            // of lastSeq
	lastSeq uint32
	time    uint64 // of the record before
	cpu     uint32
}

// seqsMax are more CPUs and devices than there are; a trace with more is damaged,
// and its gaps are not counted further.
const seqsMax = 1 << 16

// seqKey is what numbers its records from 1.
type seqKey struct {
	device Device
	cpu    uint32
}

// Count counts an event or a message that is handed on.
func (c *Counter) Count(rec *Record) {
	c.Report.Count(rec)
	if rec.Time < c.time && rec.CPU != c.cpu {
		c.Report.Disorder++
	}
	c.time, c.cpu = rec.Time, rec.CPU
	c.sequence(rec)
}

// sequence looks for gaps in the numbers of rec's CPU and device. Notes are not
// numbered, and some tracers number nothing.
func (c *Counter) sequence(rec *Record) {
	if rec.Seq == 0 || rec.IsNote() {
		return
	}
	if key := (seqKey{rec.Device, rec.CPU}); key != c.key {
		if c.last == nil {
			c.last = map[seqKey]uint32{}
		}
		if len(c.last) >= seqsMax {
			return
		}
		c.last[c.key] = c.lastSeq
		c.key, c.lastSeq = key, c.last[key]
	}
	if c.lastSeq != 0 && rec.Seq > c.lastSeq+1 {
		c.Report.Gaps++
		c.Report.Missing += int64(rec.Seq - c.lastSeq - 1)
	}
	c.lastSeq = rec.Seq
}
