package fio

// access is one I/O of a job.
type access struct {
	write           bool
	sector, sectors int64
}

// sequence makes a job's I/Os one after the other.
type sequence struct {
	job     *settings
	first   int64    // sector of the region
	sectors int64    // of the region
	next    [2]int64 // sequential: where each direction goes on, from first
	x       uint64   // xorshift64's state
}

func newSequence(job *settings, first, sectors int64, seed uint64) *sequence {
	const spread = 0x9e3779b97f4a7c15 // seeds are small numbers, whose first draws are alike
	return &sequence{job: job, first: first, sectors: sectors, x: seed*spread | 1}
}

// draw returns a number below n by Marsaglia's xorshift64, as a scenario's stream does.
func (q *sequence) draw(n int64) int64 {
	q.x ^= q.x << 13
	q.x ^= q.x >> 7
	q.x ^= q.x << 17
	return int64(q.x % uint64(n))
}

// take returns the next I/O.
func (q *sequence) take() access {
	dir := reading
	if q.job.mixed() && q.draw(100) >= q.job.mixRead || !q.job.does[reading] {
		dir = writing
	}
	n := q.job.block[dir] / sectorBytes
	blocks := max(q.sectors/n, 1)
	if q.job.random {
		return access{dir == writing, q.first + q.draw(blocks)*n, n}
	}
	if q.next[dir] > (blocks-1)*n {
		q.next[dir] = 0 // once more through the region
	}
	at := q.next[dir]
	q.next[dir] += n + q.job.holes/sectorBytes
	return access{dir == writing, q.first + at, n}
}

func (s *settings) mixed() bool { return s.does[reading] && s.does[writing] }

// direction is that of a job that is not mixed.
func (s *settings) direction() int {
	if s.does[writing] {
		return writing
	}
	return reading
}

// total returns how many I/Os a clone of the job does.
func (s *settings) total() int64 {
	bytes, block := s.bytes(), min(s.block[reading], s.block[writing])
	if !s.mixed() {
		block = s.block[s.direction()]
	}
	n := bytes / block
	if s.mixed() && s.block[reading] != s.block[writing] {
		n = bytes * 100 / (s.block[reading]*s.mixRead + s.block[writing]*(100-s.mixRead))
	}
	if s.ioSize > 0 && bytes%block > 0 {
		n++ // as long as it has done less, it does another
	}
	if s.loops > bytesMax/max(n, 1) {
		n = bytesMax
	} else {
		n *= s.loops
	}
	if s.ios > 0 {
		n = min(n, s.ios)
	}
	return n
}

// bytes returns how many bytes a loop of the job does.
func (s *settings) bytes() int64 {
	switch {
	case s.ioSize > 0:
		return min(s.ioSize, bytesMax/100)
	case s.ios > 0 && s.size == 0:
		return bytesMax / 100
	}
	return min(s.region(), bytesMax/100)
}

// region returns the size of the part of the file that the job works in.
func (s *settings) region() int64 {
	if s.size == 0 {
		return defaultRegion
	}
	return s.size
}

// defaultRegion is what a job without a size works in.
const defaultRegion = 1 << 30
