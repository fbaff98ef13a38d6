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
	end    error // what src ended with
	failed error
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
	if r.hi-r.lo < headerBytes {
		if err := r.fill(headerBytes, "the header"); err != nil {
			return err
		}
	}
	h := r.buf[r.lo : r.lo+headerBytes]
	o, wrong := checkMagic(h, r.order)
	if wrong != "" {
		return r.fail(wrong)
	}
	r.order = o
	size := headerBytes + o.payloadLength(h)
	if r.hi-r.lo < size {
		if err := r.fill(size, "the record"); err != nil {
			return err
		}
		h = r.buf[r.lo : r.lo+headerBytes]
	}
	o.decode(rec, h, r.buf[r.lo+headerBytes:r.lo+size])
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
	case r.hi >= magicLength:
		// Something else is told as such, not as a short record.
		if _, wrong := checkMagic(r.buf, r.order); wrong != "" {
			return r.fail(wrong)
		}
	}
	return r.fail("the file is cut off: " + what + " has " + strconv.Itoa(size) + " bytes, " +
		strconv.Itoa(r.hi) + " are there")
}

func (r *Reader) fail(text string) error { return &Error{r.offset, text} }
