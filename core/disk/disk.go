// Package disk holds device models: how long a request takes once the device
// has it. All arithmetic is integer, and a model knows nothing of queues,
// elevators or kernels.
//
//	linear    time = a constant + sectors + distance; each request independent
//	rotating  a disk arm and a turning platter: one request at a time
//	ssd       flash pages on channels that work at once
//	table     times by length and distance, as they were measured
//
// A model says in its [Model.Text] where its numbers come from and what it leaves
// out; `blkplay devices` prints it. Between real drives and these stand caches, bad
// blocks, temperature and firmware.
//
// What an elevator's order is worth on each, core/testdata/order.blkplay shows:
// 2,000 scattered writes take an HP 97560 nearly half as long again as they come than
// sorted, and an SSD not a hundredth.
package disk

import (
	"errors"

	"blkplay/core/sim"
)

// Extent is what a request asks of the device.
type Extent struct {
	Write   bool
	Sector  int64 // 512-byte sectors
	Sectors int64
}

// End returns the first sector behind it.
func (x Extent) End() int64 { return x.Sector + x.Sectors }

// Disk is a device at work. It keeps the position of its parts through time.
type Disk interface {
	// Take begins the service of x at now and returns the instant it is complete.
	//
	// Preconditions: now is not before the now of an earlier call; x.Sectors > 0.
	Take(now sim.Time, x Extent) (done sim.Time)
	// Head returns the sector behind the last extent taken: where the next one
	// would be no seek.
	Head() int64
}

// Linear holds the parameters of the linear model, in ns.
type Linear struct {
	Base        int64
	PerSector   int64
	SeekPer1024 int64 // for each 1024 sectors between the last end and the next start
	SeekMax     int64
	Table       *Table // of the table model, which has nothing else
}

// Model is a named device.
type Model struct {
	Name  string
	Title string
	Text  string // what it is, where its numbers come from, what it leaves out
}

// Models lists the devices there are; the first is the linear one.
var Models = []Model{
	{
		Name: "linear", Title: "Linear",
		Text: "Service time is base + sectors * per_sector + min(seek_max, distance * seek / 1024). " +
			"Each request in flight is served independently. No rotation, no cache: made to be worked out by hand.",
	},
	{
		Name: "hp97560", Title: "HP 97560 (1990s, 1.3 GB, 4002 rpm)",
		Text: "Geometry, seek curve and skews after Ruemmler and Wilkes, An Introduction to Disk Drive Modeling " +
			"(IEEE Computer 27(3), 1994). 1962 cylinders, 19 heads, one zone of 72 sectors, 128 KB read-ahead. " +
			"Leaves out: bus contention, write cache, spare sectors, thermal recalibration, " +
			"and that a read-ahead buffer which is full is filled on while it is read.",
	},
	{
		Name: "atlas10k", Title: "Quantum Atlas 10K (1999, 9 GB, 10025 rpm)",
		Text: "Tracks, sectors per track, head switch and average seek after Schindler and others, Track-Aligned Extents " +
			"(FAST 2002), table 1. The zones between the outermost and the innermost and the seek curve are interpolated, " +
			"so that a third of the stroke takes the average seek. Leaves out: command queueing inside the drive, write cache, defects.",
	},
	{
		Name: "ssd", Title: "SSD (2008, 8 channels)",
		Text: "Flash times after Agrawal and others, Design Tradeoffs for SSD Performance (USENIX ATC 2008): 4 KiB pages, " +
			"25 us to read, 200 us to program, 100 us over a channel's bus; 8 channels, pages striped over them. " +
			"Leaves out: erasing, garbage collection, wear levelling, mapping, caches.",
	},
	{
		Name: "table", Title: "Table",
		Text: "Service times by length and by distance from the end of the request before, as measured on some device. " +
			"Each request in flight is served independently. Leaves out: everything that came before, caches, and how many are in flight.",
	},
}

// New returns a device of the model with that name; the parameters are for the
// linear one. It fails for a name that is not in [Models].
func New(name string, parameters Linear) (Disk, error) {
	// No loop over Models: who only runs a device need not carry what they say.
	switch {
	case name == "linear":
		return &linear{Linear: parameters}, nil
	case name == "hp97560":
		return newRotating(&hp97560), nil
	case name == "atlas10k":
		return newRotating(&atlas10k), nil
	case name == "ssd":
		return &ssd{}, nil
	case name == "table" && parameters.Table != nil:
		return &table{Table: parameters.Table}, nil
	}
	return nil, errors.New("disk: no device model " + name + "; there are linear hp97560 atlas10k ssd table")
}
