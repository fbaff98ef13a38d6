package follow

import "blkplay/core/trace"

// Follower follows the trace of one device.
type Follower struct {
	bios  []bio     // open, the oldest first
	reqs  []request // likewise
	slots []bool    // of the device: taken
	plugs map[uint16]int64
	open  [2]int64 // requests that are not complete: reads, writes

	nextBio, nextReq int32
	give             func(*trace.Event)
}

// bio is one that has not ended.
type bio struct {
	id          int32
	req         int32 // the request it is in; of a split one the last, trace.None before any
	sector, end int64
	left        int64 // sectors that are not complete
	write       bool
	task        uint16
}

// request is one that is not complete.
type request struct {
	id          int32
	sector, end int64
	write       bool
	issued      bool
	slot        int // none until it is first issued
}

const none = -1

// openMax is how many bios, and requests, are followed at once. Of more, as in a
// trace without completions, the oldest are given up.
const openMax = 4096

// New returns a follower that calls give with each event, and with what it leads to,
// in order. The event is good until give returns.
func New(give func(*trace.Event)) *Follower {
	return &Follower{plugs: map[uint16]int64{}, give: give}
}

// Bios returns how many bios there were so far.
func (f *Follower) Bios() int { return int(f.nextBio) }

// Add takes the next event of the device.
//
// Preconditions: e.Kind.Traced().
func (f *Follower) Add(e *trace.Event) {
	x := *e
	x.Bio, x.Req, x.By = trace.None, trace.None, trace.None
	switch x.Kind {
	case trace.Queue:
		f.queue(&x)
	case trace.Split:
		if b := f.bioAt(&x); b != nil {
			x.Bio = b.id
		}
		f.give(&x)
	case trace.GetRequest:
		f.getRequest(&x)
	case trace.BackMerge, trace.FrontMerge:
		f.merge(&x)
	case trace.Insert, trace.Requeue:
		if r := f.requestAt(&x, x.Kind == trace.Requeue); r != nil {
			x.Req = r.id
			r.issued = false
		}
		f.give(&x)
	case trace.Issue:
		f.issue(&x)
	case trace.Complete:
		f.complete(&x)
	case trace.Plug:
		f.give(&x)
		f.plugs[x.Task] = 1 // the request that stands before it in the trace
		f.plugged(&x)
	case trace.Unplug, trace.UnplugTimer:
		f.unplug(&x)
	default:
		f.give(&x)
	}
}

// direction is the index of a request in [Follower.open].
func direction(write bool) int {
	if write {
		return 1
	}
	return 0
}

func isWrite(e *trace.Event) bool { return e.RWBS&(trace.Write|trace.Discard) != 0 }

func (f *Follower) queue(e *trace.Event) {
	if len(f.bios) >= openMax {
		f.endBio(e, 0)
	}
	e.Bio = f.nextBio
	f.nextBio++
	n := int64(e.Sectors)
	f.bios = append(f.bios, bio{e.Bio, trace.None, e.Sector, e.Sector + n, n, isWrite(e), e.Task})
	f.give(e)
}

// bioAt returns the oldest bio with e's extent that has no request yet, else the oldest
// that holds e's extent; nil if there is none.
func (f *Follower) bioAt(e *trace.Event) *bio {
	end := e.Sector + int64(e.Sectors)
	var holds *bio
	for i := range f.bios {
		b := &f.bios[i]
		switch {
		case b.sector > e.Sector || b.end < end || b.write != isWrite(e):
		case b.req == trace.None && b.sector == e.Sector && b.end == end:
			return b
		case holds == nil && b.end-b.sector > int64(e.Sectors) && e.Sectors > 0:
			holds = b
		}
	}
	return holds
}

func (f *Follower) getRequest(e *trace.Event) {
	b := f.bioAt(e)
	r := f.newRequest(e)
	e.Req = r.id
	if b != nil {
		e.Bio, b.req = b.id, r.id
	}
	f.give(e)
	if n := f.plugs[e.Task]; n > 0 {
		f.plugs[e.Task] = n + 1
		f.plugged(e)
	}
}

func (f *Follower) newRequest(e *trace.Event) *request {
	if len(f.reqs) >= openMax {
		f.endRequest(e, 0)
	}
	f.reqs = append(f.reqs, request{f.nextReq, e.Sector, e.Sector + int64(e.Sectors), isWrite(e), false, none})
	f.nextReq++
	f.open[direction(isWrite(e))]++
	return &f.reqs[len(f.reqs)-1]
}

// requestAt returns the oldest request, issued or not, that begins where e does, one of
// e's length before any other; nil if there is none.
func (f *Follower) requestAt(e *trace.Event, issued bool) *request {
	var begins *request
	for i := range f.reqs {
		r := &f.reqs[i]
		switch {
		case r.sector != e.Sector || r.issued != issued:
		case r.end-r.sector == int64(e.Sectors):
			return r
		case begins == nil && e.Sectors > 0:
			begins = r
		}
	}
	return begins
}

// merge lets a bio, or a request, join the request that it touches.
func (f *Follower) merge(e *trace.Event) {
	end := e.Sector + int64(e.Sectors)
	var to *request
	for i := range f.reqs {
		r := &f.reqs[i]
		if !r.issued && r.write == isWrite(e) && (e.Kind == trace.BackMerge && r.end == e.Sector || e.Kind == trace.FrontMerge && r.sector == end) {
			to = r
			break
		}
	}
	b := f.bioAt(e)
	if to == nil {
		if b != nil {
			e.Bio = b.id
		}
		f.give(e)
		return
	}
	to.sector, to.end = min(to.sector, e.Sector), max(to.end, end)
	e.Req = to.id
	if b != nil && b.req == trace.None {
		e.Bio, b.req = b.id, to.id
		f.give(e)
		return
	}
	f.join(e, to.id, end)
}

// join tells that the request of e's extent is part of another now.
func (f *Follower) join(e *trace.Event, to int32, end int64) {
	for i := range f.reqs {
		r := &f.reqs[i]
		if r.id == to || r.issued || r.sector != e.Sector || r.end != end {
			continue
		}
		absorbed := r.id
		e.Arg = int64(absorbed)
		f.give(e)
		for k := range f.bios {
			if f.bios[k].req == absorbed {
				f.bios[k].req = to
			}
		}
		f.give(&trace.Event{Time: e.Time, Kind: trace.Join, Task: e.Task, Bio: trace.None, By: trace.None,
			Req: to, Arg: int64(absorbed), Sector: e.Sector, Sectors: e.Sectors})
		f.endRequest(e, i)
		return
	}
	f.give(e)
}

func (f *Follower) issue(e *trace.Event) {
	r := f.requestAt(e, false)
	if r == nil { // of a flush, or allocated before the trace began
		r = f.newRequest(e)
		born := *e
		born.Kind, born.Req = trace.GetRequest, r.id
		f.give(&born)
	}
	r.issued = true
	r.sector, r.end = e.Sector, e.Sector+int64(e.Sectors)
	if r.slot == none {
		r.slot = f.takeSlot()
	}
	e.Req, e.Aux = r.id, uint16(r.slot)
	f.give(e)
}

func (f *Follower) takeSlot() int {
	for i, taken := range f.slots {
		if !taken {
			f.slots[i] = true
			return i
		}
	}
	f.slots = append(f.slots, true)
	return len(f.slots) - 1
}

func (f *Follower) complete(e *trace.Event) {
	r := f.requestAt(e, true)
	end := e.Sector + int64(e.Sectors)
	id := int32(trace.None)
	whole := r != nil && r.end <= end
	if r != nil {
		id = r.id
		if whole {
			e.Req, e.Aux = id, uint16(r.slot)
		} else {
			r.sector = end // the rest goes on
		}
	}
	f.give(e)
	f.endBios(e, id, end)
	if !whole {
		return
	}
	for i := range f.reqs {
		if f.reqs[i].id == id {
			f.endRequest(e, i)
			return
		}
	}
}

// endBios ends the bios of which the last sector is complete with e.
func (f *Follower) endBios(e *trace.Event, req int32, end int64) {
	for i := 0; i < len(f.bios); i++ {
		b := &f.bios[i]
		shared := min(b.end, end) - max(b.sector, e.Sector)
		switch {
		case e.Sectors == 0:
			if b.end > b.sector || b.sector != e.Sector || e.RWBS&trace.NoData != 0 {
				continue
			}
			f.endBio(e, i) // a flush without data; the device's own has no Q
			return
		case shared <= 0 || b.write != isWrite(e):
			continue
		case b.req != req && b.req != trace.None && b.end-b.sector <= int64(e.Sectors):
			continue // another I/O of these sectors
		}
		if b.left -= shared; b.left <= 0 {
			f.endBio(e, i)
			i--
		}
	}
}

// endBio tells that bio i has ended.
func (f *Follower) endBio(e *trace.Event, i int) {
	b := f.bios[i]
	f.bios = f.bios[:i+copy(f.bios[i:], f.bios[i+1:])]
	f.give(&trace.Event{Time: e.Time, Kind: trace.BioEnd, Task: e.Task, Bio: b.id, Req: trace.None, By: trace.None, Sector: int64(b.task)})
}

// endRequest tells that request i is gone.
func (f *Follower) endRequest(e *trace.Event, i int) {
	r := f.reqs[i]
	if r.slot != none {
		f.slots[r.slot] = false
	}
	f.reqs = f.reqs[:i+copy(f.reqs[i:], f.reqs[i+1:])]
	f.open[direction(r.write)]--
	f.give(&trace.Event{Time: e.Time, Kind: trace.RequestFree, Task: e.Task, Bio: trace.None, Req: r.id, By: trace.None,
		Sector: f.open[0], Arg: f.open[1]})
}
