package blkparse

import (
	"blkplay/core/trace"
	"blkplay/core/trace/blktrace"
)

// parseRWBS reads the letters of an I/O: F, then one of D W R N or the operation
// of a zone, then F A S M, as they apply.
func parseRWBS(s []byte) (f trace.RWBS, zone blktrace.Category, ok bool) {
	take := func(letter byte) bool {
		if len(s) == 0 || s[0] != letter {
			return false
		}
		s = s[1:]
		return true
	}
	if take('F') {
		f |= trace.Flush
	}
	if len(s) > 0 && s[0] == 'Z' {
		zone, s = blktrace.CutZoneLetters(s)
	}
	switch {
	case zone != 0:
		f |= trace.Write
	case take('D'):
		f |= trace.Discard
	case take('W'):
		f |= trace.Write
	case take('N'):
		f |= trace.NoData
	case !take('R'):
		return 0, 0, false
	}
	for _, x := range [...]struct {
		letter byte
		bit    trace.RWBS
	}{{'F', trace.FUA}, {'A', trace.Ahead}, {'S', trace.Sync}, {'M', trace.Meta}} {
		if take(x.letter) {
			f |= x.bit
		}
	}
	return f, zone, len(s) == 0
}
