package stats

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
	var bins []Bin
	next := Bin{To: shortest}
	k, scale := 0, int64(shortest)
	s.latencies.each(func(v, n int64) {
		for v >= next.To {
			if next.N > 0 || len(bins) > 0 {
				bins = append(bins, next)
			}
			if k++; k == len(decade) {
				k, scale = 0, scale*10
			}
			next = Bin{From: next.To, To: decade[k] * scale / 1000}
		}
		next.N += n
	})
	if next.N > 0 {
		bins = append(bins, next)
	}
	return bins
}
