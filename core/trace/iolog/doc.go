// Package iolog reads and writes the I/O logs of fio, versions 2 and 3: what was
// asked of which file, and when. Of a trace it is the Q events.
//
//	fio version 3 iolog
//	0 disk add
//	0 disk open
//	0 disk write 4096 8192
//	250 disk sync 0 0
//	300 disk close
//
// A line of version 3 begins with microseconds since the start; version 2 has none,
// but lines that wait. Offsets and lengths are bytes.
package iolog

// Versions of the format.
const (
	Version2 = 2
	Version3 = 3
)

// heads are the first lines.
var heads = map[int]string{
	Version2: "fio version 2 iolog",
	Version3: "fio version 3 iolog",
}
