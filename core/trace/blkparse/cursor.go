package blkparse

// cursor walks through a line.
type cursor struct {
	line []byte
	at   int
}

func (c *cursor) blanks() {
	for c.at < len(c.line) && (c.line[c.at] == ' ' || c.line[c.at] == '\t') {
		c.at++
	}
}

// field returns what stands before the next blank.
func (c *cursor) field() []byte {
	c.blanks()
	from := c.at
	for c.at < len(c.line) && c.line[c.at] != ' ' && c.line[c.at] != '\t' {
		c.at++
	}
	return c.line[from:c.at]
}

// rest returns the line from the next field on.
func (c *cursor) rest() []byte {
	c.blanks()
	return c.line[c.at:]
}

// accept steps over word if that is what comes next, after blanks.
func (c *cursor) accept(word string) bool {
	rest := c.rest()
	if len(rest) < len(word) || string(rest[:len(word)]) != word {
		return false
	}
	c.at += len(word)
	return true
}

// number reads digits, at most up to most.
func (c *cursor) number(most uint64) (uint64, bool) {
	c.blanks()
	line, from := c.line, c.at
	at, v := from, uint64(0)
	for ; at < len(line); at++ {
		d := line[at] - '0'
		if d > 9 {
			break
		}
		v = v*10 + uint64(d)
	}
	const safe = 19 // digits that 64 bits always hold
	if n := at - from; n == 0 || v > most || n > safe && !c.fits(line[from:at], most) {
		return 0, false
	}
	c.at = at
	return v, true
}

// fits reports whether digits, of which there are many, are a number up to most.
func (c *cursor) fits(digits []byte, most uint64) bool {
	v := uint64(0)
	for _, x := range digits {
		d := uint64(x - '0')
		if v > (most-d)/10 {
			return false
		}
		v = v*10 + d
	}
	return true
}
