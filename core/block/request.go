package block

import (
	"blkplay/core/block/rb"
	"blkplay/core/sim"
	"blkplay/core/trace"
)

// RequestFlags are the state bits of a request (cmd_flags).
type RequestFlags uint16

const (
	Sorted      RequestFlags = 1 << iota // in the elevator, or came out of it
	Started                              // given to the driver
	SoftBarrier                          // nothing may pass it
	NoMerge                              // closed by a refused merge, for good
	ElvPriv                              // the elevator has private data for it
	RWSync                               // from a sync bio
	RWMeta                               // from a meta bio
	Hashed                               // in the merge hash
)

// Request is what the device takes: bios that touch, in one direction.
//
// A request is on at most one [RequestList] at a time: a plug, an elevator's
// fifo, the dispatch list.
type Request struct {
	// What a search in a tree reads comes first, then what one in the hash reads:
	// a step of a search touches one cache line.
	Sector int64
	node   rb.Node[Request]

	Sectors    int32
	Segments   int32
	Flags      RequestFlags
	RWBS       trace.RWBS // as its I, D and C are traced
	IOPrio     IOPrio
	hashKey    int64
	hashNext   *Request
	hashPrev   *Request
	list       *RequestList
	prev, next *Request
	Bio        *Bio // first by sector
	BioTail    *Bio
	StartTime  sim.Jiffies
	FifoTime   sim.Jiffies
	ID         int32      // number in order of allocation, as the trace has it
	Slot       int32      // place in the pool: elevators keep their private data by it
	Context    *IOContext // whose reference it holds, nil: none
	ICQ        *IOCQ      // 4.4
	By         int32      // the record that explains what happens to it next, trace.None if none does
	Tag        int32      // 6.18: driver tag, -1 none
	SchedTag   int32      // 6.18: scheduler tag, -1 none
	AllocTime  sim.Time   // 6.18: when it was allocated, by its task's clock
	IssueTime  sim.Time   // 6.18: when it was given to the driver, by the clock of who did
	Done       sim.Item   // its completion, once issued
	DeviceSlot int32      // place in the device, once issued
}

// End returns the first sector behind the request.
func (rq *Request) End() int64 { return rq.Sector + int64(rq.Sectors) }

// Write reports the direction.
func (rq *Request) Write() bool { return rq.RWBS&trace.Write != 0 }

// Dir is the direction as an index: 0 read, 1 write.
func (rq *Request) Dir() int { return int(rq.RWBS & trace.Write) }

// Mergeable reports whether the request may still grow.
//
// Linux 2.6.24, 4.4: include/linux/blkdev.h:rq_mergeable().
func (rq *Request) Mergeable() bool {
	return rq.Flags&(NoMerge|Started|SoftBarrier) == 0
}

// IsSync reports whether rq is a read or came from a sync bio.
//
// Linux 2.6.24, 4.4: include/linux/blkdev.h:rq_is_sync().
func (rq *Request) IsSync() bool { return !rq.Write() || rq.Flags&RWSync != 0 }

// Pool hands out requests and takes them back; it makes new ones only when all
// it ever made are out.
type Pool struct {
	free []*Request
	all  []*Request
	next int32
}

// Get returns a zeroed request with the next number.
func (p *Pool) Get() *Request {
	var rq *Request
	if n := len(p.free); n > 0 {
		rq = p.free[n-1]
		p.free = p.free[:n-1]
	} else {
		rq = &Request{Slot: int32(len(p.all))}
		p.all = append(p.all, rq)
	}
	rq.ID, rq.By = p.next, trace.None
	p.next++
	return rq
}

// Put takes rq back.
//
// Preconditions: rq is on no list, in no tree and not hashed.
func (p *Pool) Put(rq *Request) {
	if rq.list != nil || rq.Flags&Hashed != 0 || rq.node.In() {
		panic("block: Pool.Put: request is still on a list, in the hash or in a tree")
	}
	rq.Flags, rq.Bio, rq.BioTail, rq.Context, rq.ICQ = 0, nil, nil, nil, nil
	p.free = append(p.free, rq)
}

// All returns every request the pool ever made, by Slot, free ones included: those have no Bio.
func (p *Pool) All() []*Request { return p.all }

// Slots returns how many requests the pool ever made: Slot is below it.
func (p *Pool) Slots() int { return len(p.all) }

// Out returns how many requests are handed out.
func (p *Pool) Out() int { return len(p.all) - len(p.free) }
