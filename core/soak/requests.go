package soak

import (
	"fmt"

	"blkplay/core"
	"blkplay/core/scenario"
	"blkplay/core/trace"
)

// requests follows each request through the trace: it is born with a bio, grows
// by others, goes to the elevator, to the device and back, or is absorbed by
// another request, and is freed. The plug of 2.6.24's queue goes on and off in turn.
type requests struct {
	kernel  scenario.Kernel
	alive   map[int32]*request
	plugged bool
}

type request struct {
	parts    []part
	stage    trace.Kind // GetRequest, Insert, Issue or Complete
	absorbed bool
}

// part is what one bio, or a piece of one, brought.
type part struct{ sector, sectors int64 }

// foldRequests goes through the trace of m and returns the first thing that
// cannot have happened to a request.
func foldRequests(sc *scenario.Scenario, m *core.Machine) error {
	f := requests{kernel: sc.Kernel, alive: map[int32]*request{}}
	events := m.Trace().Events()
	for i := range events {
		e := &events[i]
		err := f.take(e)
		if e.By >= int32(i) {
			err = fmt.Errorf("it is explained by record %d, which is not before it", e.By)
		}
		if e.Cause != 0 && e.Cause.Rule().Name == "" {
			err = fmt.Errorf("cause %d has no rule", e.Cause)
		}
		if err != nil {
			return fmt.Errorf("record %d, at %d ns: %w", i, e.Time, err)
		}
	}
	if m.System().OpenBios() > 0 {
		return nil
	}
	if n := len(f.alive); n > 0 {
		return fmt.Errorf("%d requests are never freed", n)
	}
	if f.plugged {
		return fmt.Errorf("no bio is open, and the queue is plugged")
	}
	return nil
}

func (f *requests) take(e *trace.Event) error {
	switch e.Kind {
	case trace.GetRequest:
		if f.alive[e.Req] != nil {
			return fmt.Errorf("request %d is born twice", e.Req)
		}
		f.alive[e.Req] = &request{parts: []part{{e.Sector, int64(e.Sectors)}}, stage: trace.GetRequest}
	case trace.BackMerge, trace.FrontMerge:
		if e.Bio == trace.None { // 6.18 traces the absorption of a request, too, which its Join tells already
			return nil
		}
		rq, err := f.at(e.Req, trace.GetRequest, trace.Insert)
		if err == nil {
			rq.parts = append(rq.parts, part{e.Sector, int64(e.Sectors)})
		}
		return err
	case trace.Join:
		return f.join(e.Req, int32(e.Arg))
	case trace.Insert:
		return f.move(e.Req, trace.Insert, trace.GetRequest)
	case trace.Issue:
		return f.issue(e)
	case trace.Complete:
		return f.move(e.Req, trace.Complete, trace.Issue)
	case trace.RequestFree:
		return f.free(e.Req)
	case trace.Plug:
		return f.plug(true)
	case trace.PlugOff:
		return f.plug(false)
	}
	return nil
}

// at returns the request if it is alive, at one of the stages, and not absorbed.
func (f *requests) at(id int32, stages ...trace.Kind) (*request, error) {
	rq := f.alive[id]
	switch {
	case rq == nil:
		return nil, fmt.Errorf("request %d is not alive", id)
	case rq.absorbed:
		return nil, fmt.Errorf("request %d is absorbed already", id)
	}
	for _, stage := range stages {
		if rq.stage == stage {
			return rq, nil
		}
	}
	return nil, fmt.Errorf("request %d was last seen in %s", id, rq.stage.Letter())
}

func (f *requests) move(id int32, to trace.Kind, from ...trace.Kind) error {
	rq, err := f.at(id, from...)
	if err == nil {
		rq.stage = to
	}
	return err
}

func (f *requests) join(id, other int32) error {
	rq, err := f.at(id, trace.GetRequest, trace.Insert)
	if err != nil {
		return err
	}
	next, err := f.at(other, trace.GetRequest, trace.Insert)
	if err != nil {
		return err
	}
	rq.parts = append(rq.parts, next.parts...)
	next.absorbed = true
	return nil
}

// issue checks that the request is made of its bios, one behind the other.
func (f *requests) issue(e *trace.Event) error {
	from := []trace.Kind{trace.Insert}
	if f.kernel == scenario.Linux618 { // some go to the device without passing an elevator
		from = append(from, trace.GetRequest)
	}
	rq, err := f.at(e.Req, from...)
	if err != nil {
		return err
	}
	rq.stage = trace.Issue
	end := e.Sector
	for left := len(rq.parts); left > 0; left-- {
		next := -1
		for i, p := range rq.parts {
			if p.sector == end && p.sectors > 0 {
				next = i
				break
			}
		}
		if next < 0 {
			return fmt.Errorf("request %d is issued, and none of its bios left begins at sector %d", e.Req, end)
		}
		end += rq.parts[next].sectors
		rq.parts[next].sectors = 0
	}
	if end != e.Sector+int64(e.Sectors) {
		return fmt.Errorf("request %d is issued with %d sectors, its bios have %d", e.Req, e.Sectors, end-e.Sector)
	}
	return nil
}

func (f *requests) free(id int32) error {
	rq := f.alive[id]
	switch {
	case rq == nil:
		return fmt.Errorf("request %d is freed, and is not alive", id)
	case rq.stage != trace.Complete && !rq.absorbed:
		return fmt.Errorf("request %d is freed, last seen in %s", id, rq.stage.Letter())
	}
	delete(f.alive, id)
	return nil
}

func (f *requests) plug(on bool) error {
	if f.kernel != scenario.Linux2624 {
		return nil
	}
	if f.plugged == on {
		return fmt.Errorf("the queue's plug goes on or off twice")
	}
	f.plugged = on
	return nil
}
