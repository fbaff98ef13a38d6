package blktrace

// order is the byte order of a file, that of the traced machine.
type order uint8

const (
	unknownOrder order = iota
	littleEndian
	bigEndian
)

func (o order) u16(b []byte) uint16 {
	if o == bigEndian {
		return uint16(b[1]) | uint16(b[0])<<8
	}
	return uint16(b[0]) | uint16(b[1])<<8
}

func (o order) u32(b []byte) uint32 {
	if o == bigEndian {
		return uint32(b[3]) | uint32(b[2])<<8 | uint32(b[1])<<16 | uint32(b[0])<<24
	}
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

func (o order) u64(b []byte) uint64 {
	if o == bigEndian {
		return uint64(o.u32(b[4:])) | uint64(o.u32(b))<<32
	}
	return uint64(o.u32(b)) | uint64(o.u32(b[4:]))<<32
}

func (o order) put16(b []byte, v uint16) []byte {
	if o == bigEndian {
		return append(b, byte(v>>8), byte(v))
	}
	return append(b, byte(v), byte(v>>8))
}

func (o order) put32(b []byte, v uint32) []byte {
	if o == bigEndian {
		return append(b, byte(v>>24), byte(v>>16), byte(v>>8), byte(v))
	}
	return append(b, byte(v), byte(v>>8), byte(v>>16), byte(v>>24))
}

func (o order) put64(b []byte, v uint64) []byte {
	if o == bigEndian {
		return o.put32(o.put32(b, uint32(v>>32)), uint32(v))
	}
	return o.put32(o.put32(b, uint32(v)), uint32(v>>32))
}
