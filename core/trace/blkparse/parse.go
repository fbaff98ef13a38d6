package blkparse

import (
	"bytes"

	"blkplay/core/trace"
	"blkplay/core/trace/blktrace"
)

// parser reads one line. Its methods return what is wrong, "" if nothing is.
type parser struct {
	cursor
	token   int // where the field under way begins
	command []byte
}

// actionOf is [blktrace.ActionOf], quick for the single letters.
func actionOf(letter []byte) blktrace.Action {
	if len(letter) == 1 {
		return actionOfByte[letter[0]]
	}
	return blktrace.ActionOf(string(letter))
}

var actionOfByte = func() (t [256]blktrace.Action) {
	for c := range t {
		t[c] = blktrace.ActionOf(string([]byte{byte(c)}))
	}
	return t
}()

func (p *parser) wrongAt() int { return p.token }

// event reads a line into r and returns the name in its brackets, if it has one.
func (p *parser) event(r *blktrace.Record) (comm []byte, wrong string) {
	*r = blktrace.Record{}
	if wrong = p.head(r); wrong != "" {
		return nil, wrong
	}
	letter := p.word()
	message := string(letter) == "m"
	if !message {
		if r.Action = actionOf(letter); r.Action == 0 {
			return nil, p.expected(letter, "an action: Q G M F S I D C R P U UT X A B or m")
		}
	}
	letters := p.word()
	f, zone, ok := parseRWBS(letters)
	if !ok {
		return nil, p.expected(letters, "the letters of the I/O, as in R, WS or FWFSM")
	}
	if message {
		r.Category, r.Action = blktrace.Notify, blktrace.NoteMessage
		if p.at < len(p.line) {
			p.at++ // one blank; the text may begin with more
		}
		r.Payload = p.line[p.at:]
		return nil, ""
	}
	r.Category = blktrace.CategoryOf(r.Action, f) | zone
	if p.twoNumbers() {
		return p.full(r)
	}
	comm, wrong = p.tail(r)
	if r.Bytes == 0 && f&(trace.Write|trace.Discard|trace.NoData) == 0 {
		r.Bytes = 1 // R, not N: there are some, but no whole sector
	}
	return comm, wrong
}

// head reads device, cpu, sequence, time and pid.
func (p *parser) head(r *blktrace.Record) (wrong string) {
	const most31, most32 = 1<<31 - 1, 1<<32 - 1 // of what is printed as signed, and as not
	p.blanks()
	p.token = p.at
	major, ok := p.number(1<<12 - 1)
	comma := ok && p.at < len(p.line) && p.line[p.at] == ','
	if comma {
		p.at++
	}
	digit := p.at < len(p.line) && p.line[p.at] != ' '
	minor, ok := p.number(1<<20 - 1)
	if !comma || !digit || !ok || !p.atBlank() {
		p.at = p.token
		return p.expected(p.field(), "a device such as 8,0, at the start of an event's line of blkparse's default format")
	}
	r.Device = blktrace.MakeDevice(uint32(major), uint32(minor))
	cpu, wrong := p.whole("the CPU", most31)
	if wrong != "" {
		return wrong
	}
	seq, wrong := p.whole("the sequence number", most31)
	if wrong != "" {
		return wrong
	}
	if r.Time, wrong = p.time(); wrong != "" {
		return wrong
	}
	pid, wrong := p.whole("the pid", most32)
	r.CPU, r.Seq, r.PID = uint32(cpu), uint32(seq), uint32(pid)
	return wrong
}

// time reads seconds, a dot and nine digits, as ns.
func (p *parser) time() (ns uint64, wrong string) {
	const what = "the time as seconds and nine digits, as in 0.000012345"
	p.blanks()
	p.token = p.at
	seconds, ok := p.number(1<<31 - 1)
	if ok && p.at < len(p.line) && p.line[p.at] == '.' {
		p.at++
		from := p.at
		nano, ok := p.number(1e9 - 1)
		if ok && p.at-from == 9 && p.atBlank() {
			return seconds*1e9 + nano, ""
		}
	}
	p.at = p.token
	return 0, p.expected(p.field(), what)
}

// word returns the next field and notes where it begins.
func (p *parser) word() []byte {
	p.blanks()
	p.token = p.at
	return p.field()
}

// whole reads a field that is a number.
func (p *parser) whole(what string, most uint64) (uint64, string) {
	p.blanks()
	p.token = p.at
	v, ok := p.number(most)
	if !ok || !p.atBlank() {
		p.at = p.token
		return 0, p.expected(p.field(), what)
	}
	return v, ""
}

func (p *parser) atBlank() bool {
	return p.at >= len(p.line) || p.line[p.at] == ' ' || p.line[p.at] == '\t'
}

func (p *parser) expected(found []byte, what string) string {
	if len(found) == 0 {
		return "the line ends, expected " + what
	}
	const most = 40
	found = bytes.ToValidUTF8(found[:min(len(found), most)], []byte("?"))
	return "found `" + string(found) + "`, expected " + what
}
