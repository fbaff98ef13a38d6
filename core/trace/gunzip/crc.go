package gunzip

// crc is a CRC-32 (IEEE 802.3) so far.
type crc uint32

var crcTable = func() (t [256]uint32) {
	for i := range t {
		v := uint32(i)
		for range 8 {
			v = v>>1 ^ 0xedb88320*(v&1)
		}
		t[i] = v
	}
	return t
}()

func (c *crc) add(b []byte) {
	v := ^uint32(*c)
	for _, x := range b {
		v = crcTable[byte(v)^x] ^ v>>8
	}
	*c = crc(^v)
}
