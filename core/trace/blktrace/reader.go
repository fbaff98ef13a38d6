package blktrace

import (
	"io"
	"strconv"
)

// Reader reads the records of one file, in the file's order. Its memory is one
// buffer, however long the file.
type Reader struct {
	src    io.Reader
	buf    []byte
	lo, hi int   // buf[lo:hi] is not yet decoded
	offset int64 // of buf[lo] in the file
	order  order
	magic  uint32 // of the last record, as a little-endian number
	header int    // length of its header
	end    error  // what src ended with
	failed error

	// What ftrace says between records that it lost, and how often it doesn't say how many.
	lost, lostUnknown int64
}

// bufferBytes holds the longest record and some more.
const bufferBytes = 96 << 10

// NewReader returns a reader of the file that src gives.
func NewReader(src io.Reader) *Reader { return &Reader{src: src} }

// Offset returns where the next record begins.
func (r *Reader) Offset() int64 { return r.offset }

// Next reads the next record into rec. It returns io.EOF after the last one, an
// [Error] where the file is not as it should be, and src's error if that fails.
// After an error it returns the same again.
func (r *Reader) Next(rec *Record) error {
	if r.failed == nil {
		r.failed = r.next(rec)
	}
	return r.failed
}

func (r *Reader) next(rec *Record) error {
	for skipped := true; skipped; {
		if r.hi-r.lo < headerBytes {
			if err := r.fill(headerBytes, "the header"); err != nil {
				return err
			}
		}
		skipped = littleEndian.u32(r.buf[r.lo:]) == textMagic && r.skipLost()
	}
	if magic := littleEndian.u32(r.buf[r.lo:]); magic != r.magic || r.header == 0 {
		o, version, wrong := checkMagic(r.buf[r.lo:], r.order)
		if wrong != "" {
			return r.fail(wrong)
		}
		r.order, r.header, r.magic = o, headerLength(version), magic
	}
	if r.hi-r.lo < r.header {
		if err := r.fill(r.header, "the header"); err != nil {
			return err
		}
	}
	size := r.header + r.order.payloadLength(r.buf[r.lo:r.lo+r.header])
	if r.hi-r.lo < size {
		if err := r.fill(size, "the record"); err != nil {
			return err
		}
	}
	b := r.buf[r.lo : r.lo+size]
	r.order.decode(rec, b[:r.header], b[r.header:])
	r.lo += size
	r.offset += int64(size)
	return nil
}

// fill reads until size bytes are there.
func (r *Reader) fill(size int, what string) error {
	if r.buf == nil {
		r.buf = make([]byte, bufferBytes)
	}
	r.hi = copy(r.buf, r.buf[r.lo:r.hi])
	r.lo = 0
	for empty := 0; r.hi < size && r.end == nil; {
		n, err := r.src.Read(r.buf[r.hi:])
		r.hi += n
		r.end = err
		if n > 0 {
			empty = 0
		} else if empty++; empty > 100 {
			r.end = io.ErrNoProgress
		}
	}
	switch {
	case r.hi >= size:
		return nil
	case r.end != io.EOF:
		return r.end
	case r.hi == 0:
		return io.EOF
	case r.hi >= magicLength && r.skipLost():
		return r.fill(size, what)
	case r.hi >= magicLength:
		// Something else is told as such, not as a short record.
		_, version, wrong := checkMagic(r.buf, r.order)
		if wrong != "" {
			return r.fail(wrong)
		}
		size = max(size, headerLength(version))
	}
	return r.fail("the file is cut off: " + what + " has " + strconv.Itoa(size) + " bytes, " +
		strconv.Itoa(r.hi) + " are there")
}

func (r *Reader) fail(text string) error { return &Error{r.offset, text} }
