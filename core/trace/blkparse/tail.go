package blkparse

import (
	"bytes"

	"blkplay/core/trace/blktrace"
)

// mostSectors of an event: its bytes are a 32-bit number.
const mostSectors = 1<<23 - 1

// tail reads what follows the letters, by action.
func (p *parser) tail(r *blktrace.Record) (comm []byte, wrong string) {
	switch r.Action {
	case blktrace.Plug, blktrace.ZonePlug:
		comm, wrong = p.comm()
	case blktrace.Unplug, blktrace.UnplugTimer, blktrace.ZoneUnplug:
		comm, wrong = p.comm()
		if wrong == "" {
			r.Arg, wrong = p.whole("the number of requests", 1<<32-1)
		}
	case blktrace.Split:
		comm, wrong = p.split(r)
	case blktrace.Remap:
		wrong = p.remap(r)
	case blktrace.Complete, blktrace.Requeue:
		wrong = p.completion(r)
	default:
		comm, wrong = p.extentAndComm(r)
	}
	if wrong == "" {
		wrong = p.end()
	}
	return comm, wrong
}

// extentAndComm reads "S + n [comm]", "[comm]", or "bytes (hex) [comm]".
func (p *parser) extentAndComm(r *blktrace.Record) (comm []byte, wrong string) {
	if p.next() != '[' {
		first, wrong := p.whole("a sector or `[`", 1<<64-1)
		if wrong != "" {
			return nil, wrong
		}
		if p.next() == '+' {
			r.Sector = first
			wrong = p.length(r)
		} else {
			wrong = p.passthrough(r, first)
		}
		if wrong != "" {
			return nil, wrong
		}
	}
	p.elapsed()
	return p.comm()
}

// passthrough reads the rest of a passthrough command's tail, after its length.
func (p *parser) passthrough(r *blktrace.Record, length uint64) (wrong string) {
	if length >= 1<<32 {
		return p.expected(p.line[p.token:p.at], "a length in bytes, below 4294967296")
	}
	r.Bytes = uint32(length)
	r.Category = r.Category&^blktrace.FS | blktrace.PC
	return p.hex(r)
}

// completion reads "S + n [error]", "S [error]", or "(hex) [error]".
func (p *parser) completion(r *blktrace.Record) (wrong string) {
	switch p.next() {
	case '(', '[':
		r.Category = r.Category&^blktrace.FS | blktrace.PC
		wrong = p.hex(r)
	default:
		if r.Sector, wrong = p.whole("a sector", 1<<64-1); wrong == "" && p.next() == '+' {
			wrong = p.length(r)
		}
	}
	if wrong != "" {
		return wrong
	}
	p.elapsed()
	inside, wrong := p.comm()
	if wrong != "" {
		return "expected the error number in brackets, as in [0]"
	}
	c := cursor{line: inside}
	v, ok := c.number(1<<16 - 1)
	if !ok || c.at != len(inside) {
		return p.expected(inside, "an error number up to 65535")
	}
	r.Error = uint16(v)
	return ""
}

// split reads "S / rest [comm]".
func (p *parser) split(r *blktrace.Record) (comm []byte, wrong string) {
	if r.Sector, wrong = p.whole("a sector", 1<<64-1); wrong != "" {
		return nil, wrong
	}
	if field := p.word(); string(field) != "/" {
		return nil, p.expected(field, "`/` and the first sector of the rest")
	}
	rest, wrong := p.whole("the first sector of the rest", 1<<32-1)
	if wrong != "" {
		return nil, wrong
	}
	if n := splitAt(r, rest); n <= mostSectors {
		r.Bytes = n << 9
	}
	return p.comm()
}

// splitAt sets where the rest of a split begins, of which only the low 32 bits are
// printed, and returns the length of the front part: what lies between.
func splitAt(r *blktrace.Record, rest uint64) (sectors uint32) {
	n := uint32(rest) - uint32(r.Sector)
	r.Arg = r.Sector + uint64(n)
	return n
}

// remap reads "S + n <- (major,minor) sector".
func (p *parser) remap(r *blktrace.Record) (wrong string) {
	if r.Sector, wrong = p.whole("a sector", 1<<64-1); wrong != "" {
		return wrong
	}
	if wrong = p.length(r); wrong != "" {
		return wrong
	}
	arrow := p.word()
	if string(arrow) != "<-" || !p.accept("(") {
		return p.expected(arrow, "`<- (major,minor)`")
	}
	major, ok := p.number(1<<12 - 1)
	ok = ok && p.accept(",")
	minor, ok2 := p.number(1<<20 - 1)
	if !ok || !ok2 || !p.accept(")") {
		return p.expected(arrow, "`<- (major,minor)`")
	}
	r.From, r.To = blktrace.MakeDevice(uint32(major), uint32(minor)), r.Device
	r.Arg, wrong = p.whole("the sector before the remap", 1<<64-1)
	return wrong
}

// length reads "+ n", and sets the length in bytes.
func (p *parser) length(r *blktrace.Record) (wrong string) {
	if plus := p.word(); string(plus) != "+" {
		return p.expected(plus, "`+` and a length in sectors")
	}
	n, wrong := p.whole("a length in sectors", mostSectors)
	r.Bytes = uint32(n) << 9
	return wrong
}

// elapsed steps over the "(ns)" of blkparse -t.
func (p *parser) elapsed() {
	at := p.at
	if !p.accept("(") {
		return
	}
	if _, ok := p.number(1<<64 - 1); !ok || !p.accept(")") {
		p.at = at
	}
}

// comm reads "[name]"; the name may hold any byte, also a bracket.
func (p *parser) comm() (name []byte, wrong string) {
	p.blanks()
	p.token = p.at
	end := bytes.LastIndexByte(p.line, ']')
	if p.next() != '[' || end < p.at {
		return nil, p.expected(p.line[p.at:], "a process's name in brackets")
	}
	name = p.line[p.at+1 : end]
	p.at = end + 1
	return name, ""
}

// hex reads "(12 00 ..)", if it is there, into the payload.
func (p *parser) hex(r *blktrace.Record) (wrong string) {
	p.blanks()
	p.token = p.at
	if !p.accept("(") {
		return ""
	}
	p.command = p.command[:0]
	for !p.accept(")") {
		if p.accept("..") {
			continue
		}
		p.blanks()
		if len(p.line)-p.at < 2 {
			return p.expected(p.line[p.at:], "a command as bytes in hexadecimal")
		}
		hi, ok := hexDigit(p.line[p.at])
		lo, ok2 := hexDigit(p.line[p.at+1])
		if !ok || !ok2 {
			return p.expected(p.line[p.at:], "a command as bytes in hexadecimal")
		}
		p.command = append(p.command, hi<<4|lo)
		p.at += 2
	}
	r.Payload = p.command
	return ""
}

func hexDigit(c byte) (byte, bool) {
	switch {
	case '0' <= c && c <= '9':
		return c - '0', true
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10, true
	}
	return 0, false
}

// next returns the first byte of the next field, 0 at the line's end.
func (p *parser) next() byte {
	if rest := p.rest(); len(rest) > 0 {
		return rest[0]
	}
	return 0
}

func (p *parser) end() string {
	field := p.word()
	if len(field) == 0 {
		return ""
	}
	return p.expected(field, "the end of the line")
}
