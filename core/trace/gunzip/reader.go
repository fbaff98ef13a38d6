package gunzip

import "io"

// Reader gives what is packed in a file. A file may have several members, one
// after the other, as from cat.
type Reader struct {
	f     inflater
	crc   crc
	size  uint32
	begun bool // inside a member
	any   bool // there was a member
	done  bool
}

// NewReader returns a reader of the file that src gives.
func NewReader(src io.Reader) *Reader {
	r := &Reader{}
	r.f.in.src = src
	return r
}

// Read implements [io.Reader]. Its errors are [Error] or src's.
func (r *Reader) Read(b []byte) (int, error) {
	f := &r.f
	for len(b) > 0 {
		if f.given < f.at {
			n := copy(b, f.window[f.given:f.at])
			f.given += n
			return n, nil
		}
		switch {
		case f.in.err != nil:
			return 0, f.in.err
		case r.done:
			return 0, io.EOF
		case !r.begun:
			r.header()
		case f.state == ended:
			r.trailer()
		default:
			r.unpack()
		}
	}
	return 0, nil
}

// unpack fills the window anew. What it held stays behind the end, for copies.
func (r *Reader) unpack() {
	f := &r.f
	if f.at == len(f.window) {
		f.at, f.given = 0, 0
	}
	from := f.at
	f.run()
	r.crc.add(f.window[from:f.at])
	r.size += uint32(f.at - from)
}

// Flags of a member's header.
const (
	flagHeaderCRC = 1 << 1
	flagExtra     = 1 << 2
	flagName      = 1 << 3
	flagComment   = 1 << 4
	flagsUnknown  = 0xe0
)

// header reads the header of a member, if there is another.
func (r *Reader) header() {
	in := &r.f.in
	in.need(8)
	if in.have == 0 && r.any && in.err == nil {
		r.done = true
		return
	}
	if in.take(8) != 0x1f || in.take(8) != 0x8b {
		in.fail("no gzip member here: one begins with 1f 8b")
	}
	if in.take(8) != 8 {
		in.fail("the data is not deflated")
	}
	flags := in.take(8)
	if flags&flagsUnknown != 0 {
		in.fail("the header has unknown flags")
	}
	in.take(32) // time
	in.take(16) // compression and system
	if flags&flagExtra != 0 {
		for n := in.take(16); n > 0 && in.err == nil; n-- {
			in.take(8)
		}
	}
	for _, flag := range [...]uint32{flagName, flagComment} {
		if flags&flag != 0 {
			for in.err == nil && in.take(8) != 0 {
			}
		}
	}
	if flags&flagHeaderCRC != 0 {
		in.take(16)
	}
	r.begun, r.any = true, true
	r.f.state, r.f.last, r.f.filled = betweenBlocks, false, 0
	r.crc, r.size = 0, 0
}

// trailer reads the end of a member, and checks what it says of the data.
func (r *Reader) trailer() {
	in := &r.f.in
	in.align()
	if in.take(32) != uint32(r.crc) && in.err == nil {
		in.fail("the data is damaged: its checksum differs")
	}
	if in.take(32) != r.size && in.err == nil {
		in.fail("the data is damaged: its length differs")
	}
	r.begun = false
}
