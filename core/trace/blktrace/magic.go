package blktrace

import "strconv"

// Versions of the format. Both are read; 7 is written, which every tool knows.
const (
	Version  = 7
	Version2 = 8 // since Linux 6.19: a wider action, for the operations of zoned devices
)

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

// VersionOf returns the version of a file that starts with b.
//
// Preconditions: Is(b).
func VersionOf(b []byte) int {
	_, version := sniff(b)
	return int(version)
}

// Is reports whether a file that starts with b is blktrace's, of whatever version.
func Is(b []byte) bool {
	if len(b) < magicLength {
		return false
	}
	o, _ := sniff(b)
	return o != unknownOrder
}

// checkMagic tells the byte order and version of a record by its first bytes, and
// what is wrong with them in a file of byte order want, "" if nothing is.
func checkMagic(b []byte, want order) (_ order, version byte, wrong string) {
	o, version := sniff(b)
	switch {
	case o == unknownOrder:
		return o, version, "no blktrace record here: found the bytes " + hexBytes(b[:magicLength]) +
			", a record begins with 07 74 61 65 (little-endian) or 65 61 74 07 (big-endian)"
	case version != Version && version != Version2:
		return o, version, "blktrace version " + strconv.Itoa(int(version)) + ", only versions " +
			strconv.Itoa(Version) + " and " + strconv.Itoa(Version2) + " can be read"
	case want != unknownOrder && o != want:
		return o, version, "the byte order changes inside the file: all records of a file have that of the first"
	}
	return o, version, ""
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
