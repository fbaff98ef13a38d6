// Package trace is what a run leaves behind: one list of fixed-size records.
//
// A record is either one of blktrace's actions (Q, G, M, ... : those for which
// [Kind.Traced] holds) or a record of our own: causes, changes of state and
// measures that blktrace does not print, so that a view can be made by folding
// the list and nothing else. Dropping our own records leaves exactly the
// kernel's trace.
//
// Records explain each other: [Event.By] is the number of the record that led to
// this one. A dispatch points at the elevator's choice, the choice at the unplug
// that ran the queue, the unplug at the insertion that reached unplug_thresh,
// the insertion at its bio.
package trace

// Event is one record, 48 bytes, the same in Go, in wasm memory and in JS.
//
// Fields that a kind does not use are 0, but for Bio, Req and By, where -1 is none.
// See the [Kind] constants for what each kind puts where.
type Event struct {
	Time    int64 // ns since the start of the run
	Sector  int64 // first 512-byte sector; of our own records: the argument A
	Arg     int64 // second argument, by kind
	Sectors int32 // length in sectors; U, UT: number of requests
	Bio     int32 // bio, numbered from 0 in order of submission
	Req     int32 // request, numbered from 0 in order of allocation
	By      int32 // number of the record that led here
	Task    uint16
	Kind    Kind
	RWBS    RWBS
	Cause   Cause // the rule that applied; 0 for plain blktrace actions
	Aux     uint16
}

// Size is the size of an [Event] in bytes.
const Size = 48

// None marks a Bio, Req or By that is not there.
const None = -1

// RWBS is the set of letters that blkparse prints for a record.
type RWBS uint8

// Bits of [RWBS]. A record with neither Write nor Discard nor NoData is a read.
const (
	Write RWBS = 1 << iota
	Ahead
	Sync
	Meta
	Discard
	Flush
	FUA
	NoData // P, U, UT and empty records: "N" in blkparse, "" in golden data
)

// Append appends the letters in blkparse's order: F, then one of D W R N, then F A S M.
func (f RWBS) Append(b []byte) []byte {
	if f&Flush != 0 {
		b = append(b, 'F')
	}
	switch {
	case f&Discard != 0:
		b = append(b, 'D')
	case f&Write != 0:
		b = append(b, 'W')
	case f&NoData != 0:
		b = append(b, 'N')
	default:
		b = append(b, 'R')
	}
	for _, x := range [...]struct {
		bit    RWBS
		letter byte
	}{{FUA, 'F'}, {Ahead, 'A'}, {Sync, 'S'}, {Meta, 'M'}} {
		if f&x.bit != 0 {
			b = append(b, x.letter)
		}
	}
	return b
}

func (f RWBS) String() string { return string(f.Append(nil)) }
