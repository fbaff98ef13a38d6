package stats

// periods are the times in which at least one I/O was at the device, in order and
// apart from each other. They are made of what is known at completions, which
// come in order of time.
type periods []period

type period struct{ begin, end int64 }

// add adds an I/O's time from D to C. Periods that it touches become one with it.
//
// Preconditions: end is not before the end of any period.
func (p *periods) add(begin, end int64) {
	list := *p
	for n := len(list); n > 0 && list[n-1].end >= begin; n-- {
		begin = min(begin, list[n-1].begin)
		list = list[:n-1]
	}
	*p = append(list, period{begin, end})
}

// total returns how long all periods are, in ns.
func (p periods) total() int64 {
	total := int64(0)
	for _, x := range p {
		total += x.end - x.begin
	}
	return total
}
