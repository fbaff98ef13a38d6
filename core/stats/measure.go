package stats

import "slices"

// Measure is what is kept of a set of times, in ns.
type Measure struct {
	N        int64
	Min, Max int64
	Total    int64
	Zeros    int64 // how many of the times are 0
}

func (m *Measure) add(ns int64) {
	if m.N == 0 || ns < m.Min {
		m.Min = ns
	}
	if m.N == 0 || ns > m.Max {
		m.Max = ns
	}
	if ns == 0 {
		m.Zeros++
	}
	m.N++
	m.Total += ns
}

// Mean returns the mean, rounded down; 0 of no times.
func (m *Measure) Mean() int64 {
	if m.N == 0 {
		return 0
	}
	return m.Total / m.N
}

// Seeks is the distances from one extent to the next: from the end of one
// forwards to the start of the next, or from start back to start; 0 where they
// touch or overlap.
type Seeks struct {
	N          int64
	Total      int64 // sectors
	start, end int64 // of the last extent
	count      map[int64]int64
}

func (s *Seeks) add(sector, sectors int64) {
	end := sector + sectors
	distance := int64(0)
	switch {
	case s.start <= sector && sector <= s.end, s.start <= end && end <= s.end:
	case sector > s.end:
		distance = sector - s.end
	default:
		distance = s.start - sector
	}
	s.Total += distance
	if s.count == nil {
		s.count = map[int64]int64{}
	}
	if len(s.count) >= distancesMax {
		distance = bucketFloor(bucketOf(distance)) // one of less than ten thousand
	}
	s.count[distance]++
	s.start, s.end = sector, end
	s.N++
}

// distancesMax is how many distances are told apart exactly. If there are more, as on a
// long trace of random I/O, what comes then is counted as up to 1/128 shorter.
const distancesMax = 1 << 18

// Jumps returns how many of the distances are not 0.
func (s *Seeks) Jumps() int64 { return s.N - s.count[0] }

// Median returns the middle distance, the lower of two.
func (s *Seeks) Median() int64 {
	distances := make([]int64, 0, len(s.count))
	for d := range s.count {
		distances = append(distances, d)
	}
	slices.Sort(distances)
	seen := int64(0)
	for _, d := range distances {
		seen += s.count[d]
		if 2*seen >= s.N {
			return d
		}
	}
	return 0
}

// Mode returns the most frequent distance, the shortest of several, and how often it occurs.
func (s *Seeks) Mode() (distance, times int64) {
	for d, n := range s.count {
		if n > times || n == times && d < distance {
			distance, times = d, n
		}
	}
	return distance, times
}

// half returns the distance that alone makes up half of all, 0 if none does. That
// is what btt calls the median.
func (s *Seeks) half() int64 {
	if distance, times := s.Mode(); times >= s.N/2 {
		return distance
	}
	return 0
}

// modes returns how many distances occur as often as the mode.
func (s *Seeks) modes() int64 {
	_, most := s.Mode()
	n := int64(0)
	for _, times := range s.count {
		if times == most {
			n++
		}
	}
	return n
}
