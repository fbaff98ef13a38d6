package blktrace

import "io"

// AnyCPU is the CPU of a file that holds the records of all.
const AnyCPU = -1

// Merge hands out the events and messages of several files in the order of time,
// as blkparse does: the file whose next record is the earliest gives it. At equal
// times the file that gave the last record goes on, then those that came to wait
// last (blkparse.c:ms_resort(), ms_sort()). Inside a file nothing is sorted.
// Notes other than messages go into Names and Report, and so do messages with a
// cgroup id, which blkparse 1.2.0 does not know: if they had a place in the order,
// events at equal times could come in another.
type Merge struct {
	Names Names
	Counter

	streams []*stream // by time of the next record
	started bool      // streams[0] gave the last record
	failed  error
}

// stream is a file and its next record.
type stream struct {
	r    *Reader
	cpu  int // or AnyCPU
	file int // in order of Add
	next Record
}

// NewMerge returns a merge without files.
func NewMerge() *Merge { return &Merge{Names: Names{}} }

// Add adds a file, the one of a cpu or of [AnyCPU]. Not after the first Next.
func (m *Merge) Add(r *Reader, cpu int) {
	m.streams = append(m.streams, &stream{r: r, cpu: cpu, file: len(m.streams)})
}

// FileError is an error in one of several files.
type FileError struct {
	File int // in order of Add, from 0
	Err  error
}

func (e *FileError) Error() string { return e.Err.Error() }

// Unwrap returns the error in the file.
func (e *FileError) Unwrap() error { return e.Err }

// Next reads the next event or message into rec, or returns io.EOF or a [FileError],
// and after that the same again. rec.Payload is good until the next call.
func (m *Merge) Next(rec *Record) error {
	if m.failed == nil {
		m.failed = m.step()
	}
	if m.failed != nil {
		return m.failed
	}
	*rec = m.streams[0].next
	m.Count(rec)
	return nil
}

// step makes streams[0] the one whose record comes next.
func (m *Merge) step() error {
	var err error
	if m.started {
		err = m.advance(m.streams[0])
	} else {
		m.started = true
		err = m.start()
	}
	if err == nil && len(m.streams) == 0 {
		err = io.EOF
	}
	return err
}

func (m *Merge) start() error {
	all := m.streams
	m.streams = make([]*stream, 0, len(all))
	for _, s := range all {
		if there, err := m.refill(s); err != nil {
			return err
		} else if there {
			m.insert(s)
		}
	}
	return nil
}

// advance moves s, the first stream, to its next record and to its new place.
func (m *Merge) advance(s *stream) error {
	before := s.next.Time
	there, err := m.refill(s)
	switch {
	case err != nil:
		return err
	case !there:
		m.removeFirst()
		return nil
	case s.next.Time < before:
		m.Report.Backwards++
	}
	if len(m.streams) > 1 && s.next.Time > m.streams[1].next.Time {
		m.removeFirst()
		m.insert(s)
	}
	return nil
}

func (m *Merge) removeFirst() {
	m.streams = m.streams[:copy(m.streams, m.streams[1:])]
}

// insert puts s before the streams whose next record is not earlier, but before
// the first only if that is later.
func (m *Merge) insert(s *stream) {
	t := s.next.Time
	i := 0
	if len(m.streams) > 0 && t >= m.streams[0].next.Time {
		for i = 1; i < len(m.streams) && m.streams[i].next.Time < t; i++ {
		}
	}
	m.streams = append(m.streams, nil)
	copy(m.streams[i+1:], m.streams[i:])
	m.streams[i] = s
}

// refill reads the next event or message of s, and reports whether there is one.
func (m *Merge) refill(s *stream) (bool, error) {
	for {
		err := s.r.Next(&s.next)
		if s.r.lost != 0 || s.r.lostUnknown != 0 {
			m.Report.Lost += s.r.lost
			m.Report.LostUnknown += s.r.lostUnknown
			s.r.lost, s.r.lostUnknown = 0, 0
		}
		if err == io.EOF {
			return false, nil
		} else if err != nil {
			return false, &FileError{s.file, err}
		}
		switch {
		case s.next.IsNote() && (!s.next.IsMessage() || s.next.HasCGroup):
			m.note(&s.next)
		case s.cpu != AnyCPU && s.next.CPU != uint32(s.cpu):
			m.Report.Records++
			m.Report.OtherCPU++
		default:
			return true, nil
		}
	}
}

func (m *Merge) note(rec *Record) {
	m.Report.Records++
	switch rec.Action {
	case NoteProcess:
		m.Report.Processes++
		if !m.Names.addNote(rec) {
			m.Report.Renamed++
		}
	case NoteTimestamp:
		m.Report.Timestamps++
	case NoteMessage:
		m.Report.Messages++
		m.Report.CGroups++
		m.Report.Hidden++
	default:
		m.Report.OtherNotes++
	}
}
