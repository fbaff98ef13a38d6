package stats

import "strconv"

// DepthBin is the most I/Os there were at once in a time, from Time on for as long as
// [Stats.Depth] says.
type DepthBin struct {
	Time     int64 // ns since the first event
	Waiting  int64 // queued, neither merged nor issued
	AtDevice int64 // requests between D and C
}

// depths is the queue depth over time. Its bins are as wide as they must be for all to
// be no more than depthsMax.
type depths struct {
	width int64 // ns; a power of two times a microsecond
	bins  []DepthBin
	begin int64
	last  DepthBin // as it is now
}

const depthsMax = 512

// add says how many there are from now on.
func (d *depths) add(now, waiting, atDevice int64) {
	if d.width == 0 {
		d.width, d.begin = 1000, now
	}
	at := max(now-d.begin, 0)
	for at/d.width >= depthsMax {
		d.fold()
	}
	for i := int64(len(d.bins)); i <= at/d.width; i++ {
		d.bins = append(d.bins, DepthBin{i * d.width, d.last.Waiting, d.last.AtDevice})
	}
	b := &d.bins[at/d.width]
	b.Waiting, b.AtDevice = max(b.Waiting, waiting), max(b.AtDevice, atDevice)
	d.last = DepthBin{Waiting: waiting, AtDevice: atDevice}
}

// fold makes one bin of each two.
func (d *depths) fold() {
	d.width *= 2
	n := 0
	for i := 0; i < len(d.bins); i += 2 {
		b := d.bins[i]
		if i+1 < len(d.bins) {
			b.Waiting, b.AtDevice = max(b.Waiting, d.bins[i+1].Waiting), max(b.AtDevice, d.bins[i+1].AtDevice)
		}
		d.bins[n] = b
		n++
	}
	d.bins = d.bins[:n]
}

// Depth returns the queue depth over time in bins of equal width, in ns.
func (s *Stats) Depth() (width int64, bins []DepthBin) { return s.depths.width, s.depths.bins }

// AppendDepth prints the queue depth over time as CSV.
func (s *Stats) AppendDepth(b []byte) []byte {
	b = append(b, "time_ns,waiting,at_device\n"...)
	for _, x := range s.depths.bins {
		b = append(strconv.AppendInt(b, x.Time, 10), ',')
		b = append(strconv.AppendInt(b, x.Waiting, 10), ',')
		b = append(strconv.AppendInt(b, x.AtDevice, 10), '\n')
	}
	return b
}
