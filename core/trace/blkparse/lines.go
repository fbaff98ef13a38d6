package blkparse

import (
	"bytes"
	"io"
	"strconv"
)

// lineBytes is the length of the longest line that is read; a message, the
// longest that blkparse prints, has less than 64 KiB.
const lineBytes = 72 << 10

// lines cuts a text into lines. Its memory is one buffer, however long the text.
type lines struct {
	src    io.Reader
	buf    []byte
	lo, hi int
	number int // of the line given last
	end    error
}

// next returns the next line without its end, good until the call after.
func (l *lines) next() ([]byte, error) {
	for scanned := 0; ; {
		if i := bytes.IndexByte(l.buf[l.lo+scanned:l.hi], '\n'); i >= 0 {
			return l.give(l.lo+scanned+i, 1), nil
		}
		scanned = l.hi - l.lo
		if l.end != nil {
			if scanned == 0 || l.end != io.EOF {
				return nil, l.end
			}
			return l.give(l.hi, 0), nil
		}
		if scanned >= lineBytes {
			return nil, &Error{l.number + 1, 1, "a line of more than " + strconv.Itoa(lineBytes) + " bytes, no text of blkparse has one"}
		}
		l.fill()
	}
}

func (l *lines) give(end, skip int) []byte {
	line := l.buf[l.lo:end]
	l.lo = end + skip
	l.number++
	if n := len(line); n > 0 && line[n-1] == '\r' {
		line = line[:n-1]
	}
	return line
}

// fill reads some more, or sets end.
func (l *lines) fill() {
	if l.buf == nil {
		l.buf = make([]byte, lineBytes+8<<10)
	}
	l.hi = copy(l.buf, l.buf[l.lo:l.hi])
	l.lo = 0
	for range 100 {
		n, err := l.src.Read(l.buf[l.hi:])
		l.hi += n
		if l.end = err; n > 0 || err != nil {
			return
		}
	}
	l.end = io.ErrNoProgress
}
