package conform

import "blkplay/core/observe"

// event reads [t, action, rwbs, sector, sectors, task].
func (in *scanner) event() Event {
	in.need('[')
	e := Event{
		Time: in.int(), Action: in.string(), RWBS: in.string(),
		Sector: in.int(), Sectors: in.int(), Task: in.int(),
	}
	in.need(']')
	return e
}

// ioContext reads a snapshot of ten elements, or of eleven, the last of which is
// an object.
func (in *scanner) ioContext() observe.IOContext {
	in.need('[')
	s := observe.IOContext{
		Time: in.int(), Task: int(in.int()), Label: in.string(),
		RefCount: in.int(), NrTasks: in.int(), ActiveRef: in.int(), ICQs: in.int(), IOPrio: in.int(),
	}
	in.each(func() { s.SharedWith = append(s.SharedWith, int(in.int())) })
	s.ID = in.int()
	if in.take(']') {
		return s
	}
	in.members(func(name string) {
		f := observe.Field{Name: name}
		if name != "got" {
			f.Value = in.int()
		} else if in.bool() {
			f.Value = 1
		}
		s.Answer = append(s.Answer, f)
	})
	in.need(']')
	return s
}

// set reads what a store did.
func (in *scanner) set() observe.Set {
	in.need('[')
	s := observe.Set{
		Time: in.int(), Task: int(in.int()), Name: in.string(), Value: in.int(),
		Ret: in.int(), Shown: in.int(), Count: in.pair(), Full: in.pair(), Congested: in.pair(),
	}
	in.need(']')
	return s
}
