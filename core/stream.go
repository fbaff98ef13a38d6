package core

import (
	"blkplay/core/scenario"
	"blkplay/core/sim"
)

// streamState is where a Stream op is between two of its bios.
type streamState struct {
	x       uint64 // xorshift64's state
	sector  int64
	pending streamStep
}

type streamStep uint8

const (
	streamSend   streamStep = iota // send the next bio
	streamSent                     // it is sent: see what the pattern wants behind it
	streamWaited                   // the wait is done or was none
)

// xorshift64 is Marsaglia's generator with shifts 13, 7, 17.
func xorshift64(x uint64) uint64 {
	x ^= x << 13
	x ^= x >> 7
	x ^= x << 17
	return x
}

// streamOn goes on with a Stream and reports whether all its bios are sent.
func (p *process) streamOn(op *scenario.Op, first bool) bool {
	s, pattern := &p.stream, op.Stream
	if first {
		*s = streamState{x: pattern.Seed, sector: op.IO.Sector}
	}
	for {
		switch s.pending {
		case streamSend:
			if p.done == op.IO.Count {
				return true
			}
			if pattern.PlugEach > 0 && p.done%pattern.PlugEach == 0 {
				p.op(&startPlug)
			}
			p.done++
			s.pending = streamSent
			if !p.submit(&op.IO, s.next(op)) {
				return false
			}
		case streamSent:
			last := p.done == op.IO.Count
			if pattern.PlugEach > 0 && (last || p.done%pattern.PlugEach == 0) {
				p.op(&finishPlug)
			}
			s.pending = streamWaited
			if pattern.WaitEach > 0 && p.done%pattern.WaitEach == 0 && !p.wait(pattern.WaitLeft) {
				return false
			}
		case streamWaited:
			s.pending = streamSend
			if pattern.EveryNs > 0 && p.done < op.IO.Count && !p.sleep(p.m.Now()+sim.Time(pattern.EveryNs)) {
				return false
			}
		}
	}
}

var (
	startPlug  = scenario.Op{Kind: scenario.StartPlug}
	finishPlug = scenario.Op{Kind: scenario.FinishPlug}
)

// next returns the sector of the next bio.
func (s *streamState) next(op *scenario.Op) int64 {
	pattern := op.Stream
	if pattern.Random {
		s.x = xorshift64(s.x)
		return op.IO.Sector + int64(s.x%uint64(pattern.Span))*op.IO.Sectors
	}
	sector := s.sector
	s.sector += op.IO.Sectors
	if pattern.JumpOneIn > 0 {
		s.x = xorshift64(s.x)
		if s.x%uint64(pattern.JumpOneIn) == 0 {
			s.x = xorshift64(s.x)
			s.sector += op.IO.Sectors * (1 + int64(s.x%uint64(pattern.JumpMax)))
		}
	}
	return sector
}
