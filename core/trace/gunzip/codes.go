package gunzip

// fixed sets the codes of blocks that bring none.
func (f *inflater) fixed() {
	var l [288]uint8
	for i := range l {
		switch {
		case i < 144:
			l[i] = 8
		case i < 256:
			l[i] = 9
		case i < 280:
			l[i] = 7
		default:
			l[i] = 8
		}
	}
	f.literal.build(l[:])
	for i := range 32 {
		l[i] = 5
	}
	f.dist.build(l[:32])
}

// orderOfLengths is that of the code lengths of the code for code lengths.
var orderOfLengths = [...]uint8{16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15}

// dynamic reads the codes of a block.
func (f *inflater) dynamic() {
	literals := int(f.in.take(5)) + 257
	dists := int(f.in.take(5)) + 1
	codes := int(f.in.take(4)) + 4
	if literals > 286 || dists > 30 {
		f.in.fail("a block has more codes than there are symbols")
		return
	}
	var l [286 + 30]uint8
	for i := range codes {
		l[orderOfLengths[i]] = uint8(f.in.take(3))
	}
	if !f.literal.build(l[:19]) || f.literal.used == 0 {
		f.in.fail("the code for code lengths is no code")
		return
	}
	clear(l[:19])
	f.readLengths(l[:literals+dists])
	switch {
	case f.in.err != nil:
	case l[256] == 0:
		f.in.fail("a block has no code for its end")
	case !f.literal.build(l[:literals]):
		f.in.fail("the code for literals is no code")
	case !f.dist.build(l[literals : literals+dists]):
		f.in.fail("the code for distances is no code")
	}
}

// readLengths reads the lengths of all codes, packed with the code in f.literal.
func (f *inflater) readLengths(l []uint8) {
	for i := 0; i < len(l) && f.in.err == nil; {
		s := f.literal.decode(&f.in)
		if s < 16 {
			l[i] = uint8(s)
			i++
			continue
		}
		var again uint8
		var n int
		switch s {
		case 16:
			if i == 0 {
				f.in.fail("the first code length repeats one before it")
				return
			}
			again, n = l[i-1], 3+int(f.in.take(2))
		case 17:
			n = 3 + int(f.in.take(3))
		default:
			n = 11 + int(f.in.take(7))
		}
		if i+n > len(l) {
			f.in.fail("there are more code lengths than codes")
			return
		}
		for range n {
			l[i] = again
			i++
		}
	}
}
