package blktrace

import "blkplay/core/trace"

// Category is what of a record's action word is above its action: 16 bits in version 7.
type Category uint64

// Bits of [Category]. Linux: enum blktrace_cat.
const (
	Read       Category = 1 << 0
	Write      Category = 1 << 1
	Flush      Category = 1 << 2
	Sync       Category = 1 << 3
	AtQueue    Category = 1 << 4
	AtRequeue  Category = 1 << 5
	AtIssue    Category = 1 << 6
	AtComplete Category = 1 << 7
	FS         Category = 1 << 8
	PC         Category = 1 << 9 // passthrough
	Notify     Category = 1 << 10
	Ahead      Category = 1 << 11
	Meta       Category = 1 << 12
	Discard    Category = 1 << 13
	DrvData    Category = 1 << 14
	FUA        Category = 1 << 15

	// Version 8 only.
	ZoneAppend   Category = 1 << 16
	ZoneReset    Category = 1 << 17
	ZoneResetAll Category = 1 << 18
	ZoneFinish   Category = 1 << 19
	ZoneOpen     Category = 1 << 20
	ZoneClose    Category = 1 << 21

	// ZoneManagement moves no data: it changes the state of a zone.
	ZoneManagement = ZoneReset | ZoneResetAll | ZoneFinish | ZoneOpen | ZoneClose
	zoned          = ZoneAppend | ZoneManagement
)

// stageOf are the bits that Linux gives an action whatever the I/O is.
// A split has none.
var stageOf = [...]Category{
	Queue: AtQueue, BackMerge: AtQueue, FrontMerge: AtQueue, GetRequest: AtQueue, Sleep: AtQueue,
	Requeue: AtRequeue | FS, Issue: AtIssue | FS, Complete: AtComplete | FS,
	Plug: AtQueue, Unplug: AtQueue, UnplugTimer: AtQueue, Insert: AtQueue | FS,
	Split: 0, Bounce: AtQueue, Remap: AtQueue, ZonePlug: AtQueue, ZoneUnplug: AtQueue,
}

// pairs of the bits that mean the same here and in package trace.
var pairs = [...]struct {
	category Category
	rwbs     trace.RWBS
}{
	{Flush, trace.Flush}, {Discard, trace.Discard}, {Write, trace.Write},
	{FUA, trace.FUA}, {Ahead, trace.Ahead}, {Sync, trace.Sync}, {Meta, trace.Meta},
}

// CategoryOf returns the category that Linux gives an event of action a whose
// letters are f.
//
// Linux: kernel/trace/blktrace.c:__blk_add_trace().
func CategoryOf(a Action, f trace.RWBS) Category {
	var c Category
	if int(a) < len(stageOf) {
		c = stageOf[a]
	}
	for _, p := range pairs {
		if f&p.rwbs != 0 {
			c |= p.category
		}
	}
	if c&Discard != 0 {
		c |= Write
	}
	if c&Write == 0 {
		c |= Read
	}
	return c
}

// RWBS returns the letters that blkparse prints for a record of this category and
// length. It does not look at Read: without Write, a length makes a read.
func (c Category) RWBS(bytes uint32) trace.RWBS {
	var f trace.RWBS
	for _, p := range pairs {
		if c&p.category != 0 {
			f |= p.rwbs
		}
	}
	if bytes == 0 && c&(Write|Discard) == 0 {
		f |= trace.NoData
	}
	return f
}

// zoneLetters stand in the place of D, W, R or N. Of several the first is printed.
var zoneLetters = [...]struct {
	category Category
	letters  string
}{
	{ZoneAppend, "ZA"}, {ZoneReset, "ZR"}, {ZoneResetAll, "ZRA"},
	{ZoneFinish, "ZF"}, {ZoneOpen, "ZO"}, {ZoneClose, "ZC"},
}

// AppendLetters appends what blkparse prints for a record of this category and length.
// The operations of zones are printed as the blkparse that knows version 8 does.
func (c Category) AppendLetters(b []byte, bytes uint32) []byte {
	f := c.RWBS(bytes)
	if c&zoned == 0 || c&Discard != 0 {
		return f.Append(b)
	}
	if f&trace.Flush != 0 {
		b = append(b, 'F')
	}
	for _, z := range zoneLetters {
		if c&z.category != 0 {
			b = append(b, z.letters...)
			break
		}
	}
	// What follows the letter of the direction is the same for every one.
	var rest [8]byte
	return append(b, (f &^ (trace.Flush | trace.NoData)).Append(rest[:0])[1:]...)
}

// CutZoneLetters reads the letters of a zone's operation, if s begins with them, and returns what follows.
func CutZoneLetters(s []byte) (c Category, rest []byte) {
	for i := len(zoneLetters) - 1; i >= 0; i-- { // ZRA before ZR
		z := &zoneLetters[i]
		if len(s) >= len(z.letters) && string(s[:len(z.letters)]) == z.letters {
			return z.category, s[len(z.letters):]
		}
	}
	return 0, s
}
