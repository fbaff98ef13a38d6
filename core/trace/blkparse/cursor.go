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
	from := c.at
	var v uint64
	for c.at < len(c.line) && '0' <= c.line[c.at] && c.line[c.at] <= '9' {
		d := uint64(c.line[c.at] - '0')
		if v > (most-d)/10 {
			c.at = from
			return 0, false
		}
		v = v*10 + d
		c.at++
	}
	return v, c.at > from
}
