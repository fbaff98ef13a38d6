package blktrace

import "strconv"

// Version is the version of the format that is read and written.
const Version = 7

// magicLength is how many bytes tell a record from something else.
const magicLength = 4

// magic is the first word of each record, but for its lowest byte, the version.
// Linux: BLK_IO_TRACE_MAGIC.
const magic = 0x65617400

// sniff returns the byte order and version that the first bytes of a record
// tell, and unknownOrder if they are no record's.
func sniff(b []byte) (order, byte) {
	switch {
	case littleEndian.u32(b)&^0xff == magic:
		return littleEndian, b[0]
	case bigEndian.u32(b)&^0xff == magic:
		return bigEndian, b[3]
	}
	return unknownOrder, 0
}

// Is reports whether a file that starts with b is blktrace's, of whatever version.
func Is(b []byte) bool {
	if len(b) < magicLength {
		return false
	}
	o, _ := sniff(b)
	return o != unknownOrder
}

// checkMagic says what is wrong with the first bytes of a record in a file of
// byte order want, "" if nothing is.
func checkMagic(b []byte, want order) (order, string) {
	o, version := sniff(b)
	switch {
	case o == unknownOrder:
		return o, "no blktrace record here: found the bytes " + hexBytes(b[:magicLength]) +
			", a record begins with 07 74 61 65 (little-endian) or 65 61 74 07 (big-endian)"
	case version != Version:
		return o, "blktrace version " + strconv.Itoa(int(version)) + ", only version " + strconv.Itoa(Version) + " can be read"
	case want != unknownOrder && o != want:
		return o, "the byte order changes inside the file: all records of a file have that of the first"
	}
	return o, ""
}

func hexBytes(b []byte) string {
	const digits = "0123456789abcdef"
	var s []byte
	for i, x := range b {
		if i > 0 {
			s = append(s, ' ')
		}
		s = append(s, digits[x>>4], digits[x&15])
	}
	return string(s)
}
