package blkparse

import (
	"bytes"

	"blkplay/core/trace/blktrace"
)

// Lines of blkparse -f with all fields of a record,
//
//	blkparse -f "%M,%m %c %s %T.%9t %p %a %d %S %n %N %e %C\n" \
//	    -F U,"%M,%m %c %s %T.%9t %p %a %d %S %n %N %e %C %U\n" -F X,...
//
// begin as those of the default format do, but for blanks; after the letters come
// sector, sectors, bytes, error, the process's name without brackets, and of U, UT and
// X the number that is their payload. Such a line tells the exact length, and of a
// completion the process that it interrupted.

// twoNumbers reports whether two numbers follow: no tail of the default format begins so.
func (p *parser) twoNumbers() bool {
	c := p.cursor
	return c.skipDigits() && c.skipDigits()
}

// skipDigits steps over blanks and a field that begins with a digit, and reports
// whether there is one.
func (c *cursor) skipDigits() bool {
	c.blanks()
	if c.at >= len(c.line) || c.line[c.at] < '0' || c.line[c.at] > '9' {
		return false
	}
	c.field()
	return true
}

// full reads what follows the letters in a line of all fields.
func (p *parser) full(r *blktrace.Record) (comm []byte, wrong string) {
	if r.Sector, wrong = p.whole("a sector", 1<<64-1); wrong != "" {
		return nil, wrong
	}
	sectors, wrong := p.whole("a length in sectors", mostSectors)
	if wrong != "" {
		return nil, wrong
	}
	length, wrong := p.whole("a length in bytes", 1<<32-1)
	if wrong != "" {
		return nil, wrong
	}
	if length>>9 != sectors {
		return nil, p.expected(p.line[p.token:p.at], "the length in bytes that the length in sectors tells")
	}
	r.Bytes = uint32(length)
	failure, wrong := p.whole("an error number", 1<<16-1)
	if wrong != "" {
		return nil, wrong
	}
	r.Error = uint16(failure)
	comm = p.fullEnd(r)
	if r.Action == blktrace.Split && r.Bytes == 0 && r.Arg != r.Sector {
		return nil, "the front part of the split has no length, and the rest does not begin where it does"
	}
	return comm, ""
}

// fullEnd reads the name and, where there is one, the payload's number behind it.
func (p *parser) fullEnd(r *blktrace.Record) (comm []byte) {
	comm = bytes.TrimRight(p.rest(), " \t")
	p.at = len(p.line)
	switch r.Action {
	case blktrace.Unplug, blktrace.UnplugTimer, blktrace.Split:
		name, number, ok := cutNumber(comm)
		switch {
		case !ok:
			r.BadPayload = r.Action != blktrace.Split
			r.Arg = r.Sector + uint64(r.Sectors()) // of a split that is all there is to tell
		case r.Action == blktrace.Split:
			splitAt(r, number)
		default:
			r.Arg = number
		}
		if r.BadPayload {
			r.Arg = 0
		}
		return name
	case blktrace.Remap:
		r.To, r.BadPayload = r.Device, true // the format has no field for where it came from
	}
	return comm
}

// cutNumber takes the number off the end of text, if one stands there after a name.
func cutNumber(text []byte) (name []byte, n uint64, ok bool) {
	i := bytes.LastIndexByte(text, ' ')
	if i < 0 {
		return text, 0, false
	}
	c := cursor{line: text[i+1:]}
	if n, ok = c.number(1<<32 - 1); !ok || c.at != len(c.line) {
		return text, 0, false
	}
	return bytes.TrimRight(text[:i], " \t"), n, true
}
