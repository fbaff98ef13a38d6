package blktrace

// Report counts what was read, and what of it was not as expected.
type Report struct {
	Records     int64 // all, notes included
	Events      [len(actionLetters)]int64
	Processes   int64 // notes with a process's name
	Timestamps  int64
	Messages    int64
	OtherNotes  int64
	CGroups     int64 // records with a cgroup id
	Hidden      int64 // messages with a cgroup id, which are not handed on
	Flushes     int64 // Q events with a flush
	Discards    int64 // Q events that discard
	Zoned       int64 // events of operations on zones, and of their write plugs
	Unknown     int64 // events whose action has no letter; not printed, not replayed
	BadPayload  int64 // events whose payload has the wrong length
	NoCategory  int64 // events without a category, which blkparse does not print
	Renamed     int64 // names that were not taken: the pid had another, or there are too many
	Missing     int64 // sequence numbers that were left out: records lost
	Gaps        int64 // in how many places
	Lost        int64 // records that ftrace says it lost
	LostUnknown int64 // times that it says so without a number
	Skipped     int64 // records that blkparse says it did not find
	Backwards   int64 // records earlier than the one before them in the same file
	Disorder    int64 // records handed on after a later one of another CPU
	OtherCPU    int64 // records that stood in another CPU's file and were dropped
}

// Count counts an event or a message that is handed on.
func (p *Report) Count(rec *Record) {
	p.Records++
	switch {
	case rec.IsMessage():
		p.Messages++
	case rec.Action.Letter() == "":
		p.Unknown++
	default:
		p.Events[rec.Action]++
		if rec.Category == 0 {
			p.NoCategory++
		}
		if rec.Action == Queue && rec.Category&(Flush|Discard) != 0 {
			p.countSpecial(rec)
		}
		if rec.Category&zoned != 0 || rec.Action > Remap {
			p.Zoned++
		}
	}
	if rec.HasCGroup {
		p.CGroups++
	}
	if rec.BadPayload {
		p.BadPayload++
	}
}

// countSpecial counts a Q that is more than data, or other.
func (p *Report) countSpecial(rec *Record) {
	if rec.Category&Flush != 0 {
		p.Flushes++
	}
	if rec.Category&Discard != 0 {
		p.Discards++
	}
}
