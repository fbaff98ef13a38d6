package trace

// Recorder collects the records of a run. Make one with [NewRecorder]; a nil
// *Recorder does not, and costs one comparison at each place that would record.
type Recorder struct {
	events []Event
	base   int32 // number of events[0]
	by     int32 // the record that leads to what is recorded now
}

// NewRecorder returns an empty recorder.
func NewRecorder() *Recorder { return &Recorder{by: None} }

// Add appends a record of kind at time, with Bio and Req None and By the current
// context, and returns it to be filled in. The pointer is good until the next Add.
func (r *Recorder) Add(time int64, kind Kind, task int) *Event {
	if len(r.events) == cap(r.events) {
		r.grow()
	}
	n := len(r.events)
	r.events = r.events[:n+1]
	e := &r.events[n]
	*e = Event{Time: time, Kind: kind, Task: uint16(task), Bio: None, Req: None, By: r.by}
	return e
}

func (r *Recorder) grow() {
	bigger := make([]Event, len(r.events), max(1024, 2*cap(r.events)))
	copy(bigger, r.events)
	r.events = bigger
}

// Last returns the number of the record added last, None if there is none.
func (r *Recorder) Last() int32 { return r.base + int32(len(r.events)) - 1 }

// Because makes record number by the context of the records that follow and
// returns the one it replaces, to be given to a later Because.
func (r *Recorder) Because(by int32) (before int32) {
	before, r.by = r.by, by
	return before
}

// Context returns the record that leads to what is recorded now.
func (r *Recorder) Context() int32 { return r.by }

// Events returns the records kept, the first of which has the number [Recorder.Base].
// They are good until the next Add or Drain.
func (r *Recorder) Events() []Event { return r.events }

// Base returns the number of the first record kept.
func (r *Recorder) Base() int32 { return r.base }

// Len returns how many records were ever added.
func (r *Recorder) Len() int { return int(r.base) + len(r.events) }

// Drain forgets the records kept, but not how many there were.
func (r *Recorder) Drain() {
	r.base += int32(len(r.events))
	r.events = r.events[:0]
}
