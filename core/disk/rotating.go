package disk

import "blkplay/core/sim"

// drive is what a rotating disk is made of. Times are ns.
type drive struct {
	zones      []zone // from the outermost, where sector 0 is, inwards
	heads      int64  // tracks a cylinder
	rotation   int64  // ns a turn
	headSwitch int64
	overhead   int64 // controller's, for each request
	perSector  int64 // on the bus, for reads out of the buffer
	trackSkew  int64 // sectors by which each track begins later than the one before
	cylSkew    int64 // likewise from the last track of a cylinder to the next cylinder
	readAhead  int64 // sectors the buffer holds; 0: no read-ahead
	// The seek curve: up to near cylinders nearBase + nearRoot*sqrt(d), beyond it farBase + farSlope*d.
	near                                  int64
	nearBase, nearRoot, farBase, farSlope int64
}

type zone struct {
	cylinders int64
	perTrack  int64 // sectors
}

var hp97560 = drive{
	zones: []zone{{1962, 72}}, heads: 19,
	rotation:   14_992_504, // 4002 rpm
	headSwitch: 1_600_000, overhead: 2_200_000,
	perSector: 51_200, // SCSI at 10 MB/s
	trackSkew: 8, cylSkew: 18, readAhead: 256,
	near: 383, nearBase: 3_240_000, nearRoot: 400_000, farBase: 8_000_000, farSlope: 8_000,
}

var atlas10k = drive{
	zones: []zone{{2505, 334}, {2505, 298}, {2505, 261}, {2506, 224}}, heads: 6,
	rotation:   5_985_037, // 10025 rpm
	headSwitch: 800_000, overhead: 200_000,
	perSector: 6_400, // Ultra160 at 80 MB/s sustained
	trackSkew: 46, cylSkew: 65, readAhead: 1024,
	near: 3340, nearBase: 1_130_000, nearRoot: 67_000, farBase: 4_060_000, farSlope: 284,
}

func (d *drive) seek(cylinders int64) int64 {
	switch {
	case cylinders == 0:
		return 0
	case cylinders < d.near:
		return d.nearBase + d.nearRoot*squareRoot(cylinders*1_000_000)/1000
	default:
		return d.farBase + d.farSlope*cylinders
	}
}

// squareRoot returns floor(sqrt(n)) by Newton's method.
func squareRoot(n int64) int64 {
	if n < 2 {
		return n
	}
	x := n
	for y := (x + 1) / 2; y < x; y = (x + n/x) / 2 {
		x = y
	}
	return x
}

// place is where a sector lies.
type place struct {
	cylinder, head int64
	sector         int64 // on its track
	perTrack       int64
	angle          int64 // ns of the turn at which it begins to pass under a head
}

// sectors returns the capacity.
func (d *drive) sectors() int64 {
	n := int64(0)
	for _, z := range d.zones {
		n += z.cylinders * d.heads * z.perTrack
	}
	return n
}

func (d *drive) place(sector int64) place {
	firstCylinder := int64(0)
	for _, z := range d.zones {
		size := z.cylinders * d.heads * z.perTrack
		if sector >= size {
			sector -= size
			firstCylinder += z.cylinders
			continue
		}
		track := sector / z.perTrack
		p := place{firstCylinder + track/d.heads, track % d.heads, sector % z.perTrack, z.perTrack, 0}
		skew := track*d.trackSkew + track/d.heads*(d.cylSkew-d.trackSkew)
		p.angle = (p.sector + skew) % p.perTrack * d.rotation / p.perTrack
		return p
	}
	panic("disk: place: sector beyond the end")
}

// rotating is a drive at work. It serves one request at a time, in the order in
// which it takes them; a sector beyond its end is taken modulo its capacity.
type rotating struct {
	*drive
	capacity int64
	busy     sim.Time // until when
	cylinder int64    // where the arm is
	track    int64    // which head was used
	head     int64
	// The read-ahead buffer holds what passed under the head since the last
	// read: from sector bufferFrom on, read since bufferAt at bufferPace ns a sector.
	buffered   bool
	bufferFrom int64
	bufferAt   sim.Time
	bufferPace int64
}

func newRotating(d *drive) *rotating { return &rotating{drive: d, capacity: d.sectors()} }

func (r *rotating) Head() int64 { return r.head }

func (r *rotating) Take(now sim.Time, x Extent) sim.Time {
	start := max(now, r.busy)
	first := x.Sector % r.capacity
	done, hit := r.fromBuffer(start, first, x)
	if !hit {
		done = r.mechanics(start, first, x)
	}
	r.busy, r.head = done, x.End()
	return done
}

// fromBuffer serves a read whose first sector the read-ahead has, or is about
// to get to: it is done when the last sector has passed under the head and over
// the bus.
func (r *rotating) fromBuffer(start sim.Time, first int64, x Extent) (sim.Time, bool) {
	if x.Write || !r.buffered || first < r.bufferFrom || first+x.Sectors > r.bufferFrom+r.readAhead {
		return 0, false
	}
	reached := r.bufferFrom + int64(start-r.bufferAt)/r.bufferPace
	if first > reached {
		return 0, false // a jump ahead: the arm has to look for it
	}
	passed := r.bufferAt + sim.Time((first+x.Sectors-r.bufferFrom)*r.bufferPace)
	bus := start + sim.Time(r.overhead+x.Sectors*r.perSector)
	return max(passed, bus), true
}

// mechanics moves the arm, waits for the sector and transfers.
func (r *rotating) mechanics(start sim.Time, first int64, x Extent) sim.Time {
	p := r.place(first)
	distance := p.cylinder - r.cylinder
	if distance < 0 {
		distance = -distance
	}
	move := r.seek(distance)
	if p.head != r.track {
		move = max(move, r.headSwitch)
	}
	at := start + sim.Time(r.overhead+move)
	at += sim.Time((p.angle - int64(at)%r.rotation + r.rotation) % r.rotation)
	begun := at
	at = r.transfer(at, &p, first, x.Sectors)
	r.cylinder, r.track = p.cylinder, p.head
	r.buffered = !x.Write && r.readAhead > 0
	r.bufferFrom, r.bufferAt = first, begun
	r.bufferPace = max(1, int64(at-begun)/x.Sectors)
	return at
}

// transfer reads or writes n sectors from p on and leaves p at the last track
// used. Where a track ends the platter turns on by the skew.
func (r *rotating) transfer(at sim.Time, p *place, first, n int64) sim.Time {
	for {
		here := min(n, p.perTrack-p.sector)
		at += sim.Time(here * r.rotation / p.perTrack)
		n -= here
		if n == 0 {
			return at
		}
		first = (first + here) % r.capacity
		next := r.place(first)
		at += sim.Time((next.angle - int64(at)%r.rotation + r.rotation) % r.rotation)
		*p = next
	}
}
