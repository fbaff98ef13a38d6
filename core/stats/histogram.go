package stats

import "slices"

// Bin is how many latencies there are from From up to, but without, To; ns.
type Bin struct{ From, To, N int64 }

// decade are the bounds of a decade's bins, in thousandths: equal steps of a
// logarithm, rounded to numbers that people read (the R10 series of ISO 3).
var decade = [...]int64{1000, 1250, 1600, 2000, 2500, 3150, 4000, 5000, 6300, 8000}

// shortest is the bound below which a latency falls into the first bin, ns.
const shortest = 1000

// Histogram counts the latencies from Q to C in bins of equal width on a
// logarithmic scale, ten a decade, from the first that has one to the last. All
// histograms have the same bounds. The first bin may begin at 0.
func (s *Stats) Histogram() []Bin {
	if len(s.latencies) == 0 {
		return nil
	}
	slices.Sort(s.latencies)
	var bins []Bin
	from, at := int64(0), 0
	for k, scale := 0, int64(shortest); at < len(s.latencies); k++ {
		if k == len(decade) {
			k, scale = 0, scale*10
		}
		to := decade[k] * scale / 1000
		end := at
		for end < len(s.latencies) && s.latencies[end] < to {
			end++
		}
		if n := int64(end - at); n > 0 || len(bins) > 0 {
			bins = append(bins, Bin{from, to, n})
		}
		from, at = to, end
	}
	return bins
}
