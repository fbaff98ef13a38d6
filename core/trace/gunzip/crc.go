package gunzip

// crc is a CRC-32 (IEEE 802.3) so far.
type crc uint32

// crcTables: the first is the CRC of a byte, the next that of the byte and n zero bytes behind it,
// so that eight bytes are taken at once, which is four times as fast.
var crcTables = func() (t [8][256]uint32) {
	for i := range t[0] {
		v := uint32(i)
		for range 8 {
			v = v>>1 ^ 0xedb88320*(v&1)
		}
		t[0][i] = v
	}
	for n := 1; n < len(t); n++ {
		for i := range t[n] {
			v := t[n-1][i]
			t[n][i] = t[0][byte(v)] ^ v>>8
		}
	}
	return t
}()

func (c *crc) add(b []byte) {
	v := ^uint32(*c)
	t := &crcTables
	for ; len(b) >= 8; b = b[8:] {
		v ^= uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
		v = t[7][byte(v)] ^ t[6][byte(v>>8)] ^ t[5][byte(v>>16)] ^ t[4][v>>24] ^
			t[3][b[4]] ^ t[2][b[5]] ^ t[1][b[6]] ^ t[0][b[7]]
	}
	for _, x := range b {
		v = t[0][byte(v)^x] ^ v>>8
	}
	*c = crc(^v)
}
