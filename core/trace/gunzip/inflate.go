package gunzip

// inflater unpacks deflated data into a window.
type inflater struct {
	in     input
	window [1 << 15]byte
	at     int    // where the next byte goes
	filled uint64 // bytes of this member so far
	given  int    // window[given:at] was not handed on

	state   state
	last    bool // this is the last block
	stored  int  // bytes left of a stored block
	copying int  // bytes left of a copy...
	from    int  // ...from so far back
	literal table
	dist    table
}

type state uint8

const (
	betweenBlocks state = iota
	inStored
	inCoded
	ended
)

// run unpacks until the window is full or the data is over.
func (f *inflater) run() {
	for f.in.err == nil && f.state != ended && f.at < len(f.window) {
		switch f.state {
		case betweenBlocks:
			f.block()
		case inStored:
			f.copyStored()
		case inCoded:
			f.decode()
		}
	}
}

func (f *inflater) block() {
	if f.last {
		f.state = ended
		return
	}
	f.last = f.in.take(1) == 1
	switch f.in.take(2) {
	case 0:
		f.in.align()
		n := f.in.take(16)
		if f.in.take(16) != ^n&0xffff {
			f.in.fail("a stored block has two lengths")
		}
		f.stored, f.state = int(n), inStored
	case 1:
		f.fixed()
		f.state = inCoded
	case 2:
		f.dynamic()
		f.state = inCoded
	default:
		f.in.fail("there is no block of type 3")
	}
}

func (f *inflater) copyStored() {
	for f.stored > 0 && f.at < len(f.window) && f.in.err == nil {
		f.put(byte(f.in.take(8)))
		f.stored--
	}
	if f.stored == 0 {
		f.state = betweenBlocks
	}
}

func (f *inflater) put(c byte) {
	f.window[f.at] = c
	f.at++
	f.filled++
}

// decode unpacks symbols of a coded block.
func (f *inflater) decode() {
	const endOfBlock = 256
	for f.at < len(f.window) && f.in.err == nil {
		if f.copying > 0 {
			f.copyBack()
			continue
		}
		f.literals()
		if f.at == len(f.window) {
			return
		}
		switch s := f.literal.decode(&f.in); {
		case f.in.err != nil:
		case s < endOfBlock:
			f.put(byte(s))
		case s == endOfBlock:
			f.state = betweenBlocks
			return
		default:
			f.match(s - endOfBlock - 1)
		}
	}
}

// literals unpacks the symbols up to the next that is no literal, or has a long code.
func (f *inflater) literals() {
	in, at := &f.in, f.at
	for at < len(f.window) {
		in.need(longestCode)
		e := f.literal.fast[in.bits&(1<<fastBits-1)]
		n := uint(e & 15)
		if e == 0 || e>>4 > 255 || n > in.have {
			break
		}
		in.bits >>= n
		in.have -= n
		f.window[at] = byte(e >> 4)
		at++
	}
	f.filled += uint64(at - f.at)
	f.at = at
}

// copyBack goes on with a copy, up to the window's end.
func (f *inflater) copyBack() {
	n := min(f.copying, len(f.window)-f.at)
	if at, from := f.at, f.at-f.from; from >= 0 && f.from >= n {
		copy(f.window[at:at+n], f.window[from:from+n])
	} else { // what is copied is copied again, or lies across the window's end
		for i := range n {
			f.window[at+i] = f.window[(from+i)&(len(f.window)-1)]
		}
	}
	f.at += n
	f.filled += uint64(n)
	f.copying -= n
}

// match begins a copy whose length has the code l.
func (f *inflater) match(l int) {
	if l >= len(lengths) {
		f.in.fail("there is no such length")
		return
	}
	n := int(lengths[l].base) + int(f.in.take(uint(lengths[l].extra)))
	d := f.dist.decode(&f.in)
	if d >= len(distances) {
		f.in.fail("there is no such distance")
		return
	}
	from := int(distances[d].base) + int(f.in.take(uint(distances[d].extra)))
	if uint64(from) > f.filled {
		f.in.fail("a copy from before the beginning")
		return
	}
	f.copying, f.from = n, from
}

// span is a range of values with the same code: base and that many bits more.
type span struct {
	base  uint16
	extra uint8
}

var (
	lengths   = spans(3, 28, 4, 258)
	distances = spans(1, 30, 2, 0)
)

// spans makes n ranges from base on; each fraction of a power of two has one bit more.
// last, if not 0, is a range of its own behind them.
func spans(base uint16, n, fraction int, last uint16) []span {
	var list []span
	extra := uint8(0)
	for i := range n {
		if i >= 2*fraction && i%fraction == 0 {
			extra++
		}
		list = append(list, span{base, extra})
		base += 1 << extra
	}
	if last != 0 {
		list = append(list, span{last, 0})
	}
	return list
}
