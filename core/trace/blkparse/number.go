package blkparse

import "strconv"

// appendUint appends v, at least width wide, padded with blanks on the left.
func appendUint(b []byte, v uint64, width int) []byte {
	for n := digits(v); n < width; n++ {
		b = append(b, ' ')
	}
	return strconv.AppendUint(b, v, 10)
}

// appendInt is appendUint for a number that may have a sign.
func appendInt(b []byte, v int64, width int) []byte {
	if v >= 0 {
		return appendUint(b, uint64(v), width)
	}
	for n := digits(-uint64(v)) + 1; n < width; n++ {
		b = append(b, ' ')
	}
	return strconv.AppendInt(b, v, 10)
}

// appendNano appends v as nine digits.
//
// Preconditions: v < 1e9.
func appendNano(b []byte, v uint32) []byte {
	for d := uint32(100_000_000); d > 0; d /= 10 {
		b = append(b, byte('0'+v/d%10))
	}
	return b
}

func appendRight(b []byte, s string, width int) []byte {
	for n := len(s); n < width; n++ {
		b = append(b, ' ')
	}
	return append(b, s...)
}

func digits(v uint64) int {
	n := 1
	for ; v >= 10; v /= 10 {
		n++
	}
	return n
}
