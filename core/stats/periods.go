package stats

// periods are the times in which at least one I/O was at the device, in order and
// apart from each other. They are made of what is known at completions, which
// come in order of time.
//
// Only the last of them are kept one by one: of those before there are sums.
type periods struct {
	list     []period
	folded   int64 // how many are not in list
	foldedNs int64 // ns that they take
}

// periodsMax is how many are kept one by one, at most.
const periodsMax = 1 << 16

type period struct{ begin, end int64 }

// add adds an I/O's time from D to C. Periods that it touches become one with it.
//
// Preconditions: end is not before the end of any period.
func (p *periods) add(begin, end int64) {
	list := p.list
	if len(list) >= periodsMax {
		half := len(list) / 2
		for _, x := range list[:half] {
			p.folded++
			p.foldedNs += x.end - x.begin
		}
		list = list[:copy(list, list[half:])]
	}
	for n := len(list); n > 0 && list[n-1].end >= begin; n-- {
		begin = min(begin, list[n-1].begin)
		list = list[:n-1]
	}
	p.list = append(list, period{begin, end})
}

// total returns how long all periods are, in ns.
func (p *periods) total() int64 {
	total := p.foldedNs
	for _, x := range p.list {
		total += x.end - x.begin
	}
	return total
}

// count returns how many there are.
func (p *periods) count() int64 { return p.folded + int64(len(p.list)) }

// end returns when the last of them ends.
//
// Preconditions: there is one.
func (p *periods) end() int64 { return p.list[len(p.list)-1].end }
