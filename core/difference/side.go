package difference

import (
	"blkplay/core/stats"
	"blkplay/core/trace"
)

// side is what happened in a trace, real or simulated.
type side struct {
	stats     *stats.Stats
	request   []int32 // of each bio, none before it has one
	place     []int32 // of each request in the order of dispatch, none before
	dispatch  []Dispatch
	longest   int64 // sectors of the front part of a split
	cpus      map[uint32]bool
	nothing   bool // too long a trace: its order is not kept
	bioOfTask map[uint16][]int32
}

// Dispatch is a request given to the driver.
type Dispatch struct {
	Time, Sector, Sectors int64
	Write                 bool
}

const none = -1

// dispatchMax is how many dispatches are compared, at most.
const dispatchMax = 1 << 20

func newSide() *side {
	return &side{stats: stats.New(), cpus: map[uint32]bool{}, bioOfTask: map[uint16][]int32{}}
}

// add takes the next event, with the numbers of bio and request.
func (s *side) add(e *trace.Event) {
	if len(s.request) >= dispatchMax || len(s.place) >= dispatchMax {
		s.nothing = true
		return
	}
	switch e.Kind {
	case trace.Queue:
		for int(e.Bio) >= len(s.request) {
			s.request = append(s.request, none)
		}
		s.bioOfTask[e.Task] = append(s.bioOfTask[e.Task], e.Bio)
	case trace.GetRequest, trace.BackMerge, trace.FrontMerge:
		for int(e.Req) >= len(s.place) {
			s.place = append(s.place, none)
		}
		if e.Bio >= 0 && int(e.Bio) < len(s.request) && s.request[e.Bio] == none {
			s.request[e.Bio] = e.Req
		}
	case trace.Join:
		s.join(e.Req, int32(e.Arg))
	case trace.Issue:
		if e.Req >= 0 && int(e.Req) < len(s.place) && s.place[e.Req] == none {
			s.place[e.Req] = int32(len(s.dispatch))
			s.dispatch = append(s.dispatch, Dispatch{e.Time, e.Sector, int64(e.Sectors), e.RWBS&(trace.Write|trace.Discard) != 0})
		}
	case trace.Split:
		if n := int64(e.Sectors); n > 0 {
			s.longest = max(s.longest, n)
		}
	}
}

// join moves the bios of a request into the one that absorbed it: they are among the last.
func (s *side) join(to, absorbed int32) {
	const recent = 4096
	for i := len(s.request) - 1; i >= max(0, len(s.request)-recent); i-- {
		if s.request[i] == absorbed {
			s.request[i] = to
		}
	}
}

// placeOf returns where bio's request stands in the order of dispatch, or none.
func (s *side) placeOf(bio int32) int32 {
	if bio < 0 || int(bio) >= len(s.request) || s.request[bio] == none {
		return none
	}
	return s.place[s.request[bio]]
}
