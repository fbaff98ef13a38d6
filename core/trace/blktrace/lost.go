package blktrace

import "bytes"

// skipLost steps over what ftrace writes into its binary stream where its buffer
// was full, and counts it.
//
//	CPU:1 [LOST 12 EVENTS]
//
// Linux: kernel/trace/trace.c:print_trace_line().
func (r *Reader) skipLost() bool {
	b := r.buf[r.lo:min(r.hi, r.lo+lostBytes)]
	if !bytes.HasPrefix(b, []byte("CPU:")) {
		return false
	}
	end := bytes.IndexByte(b, '\n')
	if end < 0 {
		return false
	}
	_, rest, ok := bytes.Cut(b[:end], []byte(" [LOST "))
	number, ok2 := bytes.CutSuffix(rest, []byte("EVENTS]"))
	if !ok || !ok2 {
		return false
	}
	n := int64(0)
	for _, c := range bytes.TrimSpace(number) {
		if c < '0' || c > '9' || n > 1<<56 {
			return false
		}
		n = n*10 + int64(c-'0')
	}
	if len(number) == 0 {
		r.lostUnknown++
	}
	r.lost += n
	r.lo += end + 1
	r.offset += int64(end + 1)
	return true
}

// textMagic is how such a line begins, as a little-endian number.
const textMagic = 'C' | 'P'<<8 | 'U'<<16 | ':'<<24

// lostBytes is longer than such a line is. A record is shorter than that only at the end of a file.
const lostBytes = headerBytes
