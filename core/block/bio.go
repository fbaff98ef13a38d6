package block

import "blkplay/core/trace"

// Bio is one submitted extent. Its pages are contiguous 4 KiB pages, none of
// which is physically adjacent to another, so it has ceil(sectors/8) segments.
type Bio struct {
	ID       int32 // number in order of submission
	Flags    trace.RWBS
	Segments int32
	Sectors  int32
	Sector   int64
	Next     *Bio  // the next in its request, by sector
	Task     *Task // who submitted it
	Parent   *Bio  // the whole that this is a part of, after a split
	Parts    int32 // incomplete parts, of a bio that was split
	Offset   int32 // sectors of its first page that lie before it, after a split inside a page
	IOPrio   IOPrio
	NoMerge  bool // the front part of a split
}

// End returns the first sector behind the bio.
func (b *Bio) End() int64 { return b.Sector + int64(b.Sectors) }

// Write reports the direction.
func (b *Bio) Write() bool { return b.Flags&trace.Write != 0 }

// SegmentsOf returns how many segments a bio of n sectors that starts at a page boundary has.
func SegmentsOf(n int32) int32 { return (n + 7) / 8 }
