package gunzip

// table decodes a Huffman code. Codes of up to fastBits are looked up; longer ones
// are counted out bit by bit.
type table struct {
	fast   [1 << fastBits]uint16   // symbol<<4 | length; 0: longer, or no code
	count  [longestCode + 1]uint16 // codes by length
	symbol [286 + 2]uint16         // in order of code
	used   int                     // codes
}

const (
	longestCode = 15
	fastBits    = 9
)

// build makes the code whose symbol i has lengths[i] bits, 0 for none. It reports
// whether there is such a code and no bits lead nowhere; one code alone may stand.
func (t *table) build(lengths []uint8) bool {
	*t = table{}
	for _, n := range lengths {
		t.count[n]++
	}
	t.used = len(lengths) - int(t.count[0])
	t.count[0] = 0
	left := 1
	var offset, code [longestCode + 2]uint16
	for n := 1; n <= longestCode; n++ {
		left = left<<1 - int(t.count[n])
		if left < 0 {
			return false
		}
		offset[n+1] = offset[n] + t.count[n]
		code[n+1] = (code[n] + t.count[n]) << 1
	}
	for s, n := range lengths {
		if n == 0 {
			continue
		}
		t.symbol[offset[n]] = uint16(s)
		offset[n]++
		t.put(code[n], n, uint16(s))
		code[n]++
	}
	return left == 0 || t.used <= 1
}

// put enters a code into fast, where the first bit read is the lowest.
func (t *table) put(code uint16, length uint8, symbol uint16) {
	if length > fastBits {
		return
	}
	var turned int
	for i := range length {
		turned |= int(code>>i&1) << (length - 1 - i)
	}
	for ; turned < len(t.fast); turned += 1 << length {
		t.fast[turned] = symbol<<4 | uint16(length)
	}
}

// decode reads a symbol.
func (t *table) decode(in *input) int {
	in.need(longestCode)
	if e := t.fast[in.bits&(1<<fastBits-1)]; e != 0 {
		in.drop(uint(e & 15))
		return int(e >> 4)
	}
	code, first, index := 0, 0, 0
	for n := 1; n <= longestCode; n++ {
		code |= int(in.bits >> (n - 1) & 1)
		count := int(t.count[n])
		if code-count < first {
			in.drop(uint(n))
			return int(t.symbol[index+code-first])
		}
		index += count
		first = (first + count) << 1
		code <<= 1
	}
	in.fail("these bits are no code")
	return 0
}
