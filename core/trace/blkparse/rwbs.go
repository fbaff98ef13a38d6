package blkparse

import "blkplay/core/trace"

// parseRWBS reads the letters of an I/O: F, then one of D W R N, then F A S M, as they apply.
func parseRWBS(s []byte) (f trace.RWBS, ok bool) {
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
	switch {
	case take('D'):
		f |= trace.Discard
	case take('W'):
		f |= trace.Write
	case take('N'):
		f |= trace.NoData
	case !take('R'):
		return 0, false
	}
	for _, x := range [...]struct {
		letter byte
		bit    trace.RWBS
	}{{'F', trace.FUA}, {'A', trace.Ahead}, {'S', trace.Sync}, {'M', trace.Meta}} {
		if take(x.letter) {
			f |= x.bit
		}
	}
	return f, len(s) == 0
}
