package lesson

// A code's letters: digits and letters without I, L, O and U, as Crockford chose
// them, so that it can be read aloud. Read in either case; O is 0, I and L are 1.
const codeLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

// bits is a row of bits being written or read, most significant first.
type bits struct {
	list []byte // one bit each
	at   int
	over bool // more was read than there is
}

func (b *bits) put(n uint64, width int) {
	for i := width - 1; i >= 0; i-- {
		b.list = append(b.list, byte(n>>i&1))
	}
}

func (b *bits) take(width int) (n uint64) {
	for range width {
		if b.at >= len(b.list) {
			b.over = true
			return 0
		}
		n = n<<1 | uint64(b.list[b.at])
		b.at++
	}
	return n
}

// putCount writes a number in groups of three bits, each with one that says whether
// another follows.
func (b *bits) putCount(n uint64) {
	for n > 7 {
		b.put(8|n&7, 4)
		n >>= 3
	}
	b.put(n, 4)
}

func (b *bits) takeCount() (n uint64) {
	for shift := 0; shift < 66 && !b.over; shift += 3 {
		group := b.take(4)
		if shift == 63 && group&7 > 1 {
			b.over = true
		}
		n |= group & 7 << shift
		if group&8 == 0 {
			return n
		}
	}
	b.over = true
	return 0
}

// The four-bit alphabet of answers: digits and these; others are written as
// escape and eight bits.
const (
	signsOfAnswers = " .=-"
	escapeCode     = 14
	endCode        = 15
)

func (b *bits) putText(text string) {
	for i := range len(text) {
		c := text[i]
		sign := -1
		for j := range len(signsOfAnswers) {
			if signsOfAnswers[j] == c {
				sign = j
			}
		}
		switch {
		case digit(c):
			b.put(uint64(c-'0'), 4)
		case sign >= 0:
			b.put(uint64(10+sign), 4)
		default:
			b.put(escapeCode, 4)
			b.put(uint64(c), 8)
		}
	}
	b.put(endCode, 4)
}

func (b *bits) takeText() string {
	var text []byte
	for !b.over && len(text) <= answerBytesMax {
		switch n := b.take(4); {
		case n == endCode:
			return string(text)
		case n == escapeCode:
			text = append(text, byte(b.take(8)))
		case n < 10:
			text = append(text, byte('0'+n))
		default:
			text = append(text, signsOfAnswers[n-10])
		}
	}
	b.over = true
	return ""
}

// letters writes the bits as a code's letters, in groups of four.
func (b *bits) letters(out []byte) []byte {
	for i := 0; i < len(b.list); i += 5 {
		n := 0
		for j := i; j < i+5; j++ {
			n <<= 1
			if j < len(b.list) {
				n |= int(b.list[j])
			}
		}
		if i%20 == 0 {
			out = append(out, '-')
		}
		out = append(out, codeLetters[n])
	}
	return out
}

// bitsOf reads a code's letters; hyphens and blanks between them do not count.
func bitsOf(code string) (b *bits, ok bool) {
	b = &bits{}
	for i := range len(code) {
		c := code[i]
		if 'a' <= c && c <= 'z' {
			c -= 'a' - 'A'
		}
		switch c {
		case '-', ' ', '\t':
			continue
		case 'O':
			c = '0'
		case 'I', 'L':
			c = '1'
		}
		n := -1
		for j := range len(codeLetters) {
			if codeLetters[j] == c {
				n = j
			}
		}
		if n < 0 {
			return nil, false
		}
		b.put(uint64(n), 5)
	}
	return b, true
}
