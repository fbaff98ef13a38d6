package disk

import (
	"slices"
	"testing"

	"blkplay/core/sim"
)

func mustNew(t *testing.T, name string) Disk {
	t.Helper()
	d, err := New(name, Linear{Base: 100_000, PerSector: 1000, SeekPer1024: 100, SeekMax: 8_000_000,
		Table: &Table{Sizes: []int64{8, 64}, Seeks: []int64{0, 2048, 1 << 20}, Read: []int64{10, 20, 30, 40, 50, 60}, Write: []int64{1, 2, 3, 4, 5, 6}}})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestLinear(t *testing.T) {
	d := mustNew(t, "linear")
	for _, c := range []struct {
		sector, sectors int64
		want            sim.Time
	}{
		{0, 8, 108_000},
		{8, 8, 108_000},         // where the last ended
		{1040, 8, 108_100},      // 1024 sectors away
		{0, 8, 108_102},         // backwards 1048: 102 after rounding down
		{1 << 40, 8, 8_108_000}, // at most seek_max
		{1<<40 + 8, 16, 116_000},
	} {
		if got := d.Take(0, Extent{Sector: c.sector, Sectors: c.sectors}); got != c.want {
			t.Errorf("%d+%d takes %d ns, want %d", c.sector, c.sectors, got, c.want)
		}
	}
}

func TestTable(t *testing.T) {
	d := mustNew(t, "table")
	for _, c := range []struct {
		write           bool
		sector, sectors int64
		want            sim.Time
	}{
		{false, 0, 8, 10},
		{false, 8, 9, 40},         // longer than the first class, and no seek
		{false, 2065, 8, 20},      // 2048 sectors ahead
		{true, 0, 64, 6},          // 2073 back
		{false, 1 << 30, 8, 30},   // beyond the last bound
		{true, 1<<30 + 8, 512, 4}, // likewise in length
	} {
		if got := d.Take(0, Extent{Write: c.write, Sector: c.sector, Sectors: c.sectors}); got != c.want {
			t.Errorf("%v %d+%d takes %d ns, want %d", c.write, c.sector, c.sectors, got, c.want)
		}
	}
	if _, err := New("table", Linear{}); err == nil {
		t.Error("a table without times")
	}
}

func TestUnknownModelIsNamed(t *testing.T) {
	if _, err := New("floppy", Linear{}); err == nil || err.Error() != "disk: no device model floppy; there are linear hp97560 atlas10k ssd table" {
		t.Fatalf("error %v", err)
	}
}

// TestSeekCurve compares with the published points of the drives.
func TestSeekCurve(t *testing.T) {
	for _, c := range []struct {
		d         *drive
		cylinders int64
		low, high int64 // ns
	}{
		{&hp97560, 1, 3_640_000, 3_640_000},     // 3.24 + 0.4 ms
		{&hp97560, 100, 7_240_000, 7_240_000},   // 3.24 + 4 ms
		{&hp97560, 383, 11_064_000, 11_064_000}, // 8 + 0.008 * 383 ms
		{&hp97560, 1961, 23_688_000, 23_688_000},
		{&atlas10k, 1, 1_190_000, 1_200_000},
		{&atlas10k, 10021 / 3, 4_900_000, 5_100_000}, // the average seek
	} {
		if got := c.d.seek(c.cylinders); got < c.low || got > c.high {
			t.Errorf("seek over %d cylinders takes %d ns, want %d to %d", c.cylinders, got, c.low, c.high)
		}
	}
	for _, d := range []*drive{&hp97560, &atlas10k} {
		last := int64(0)
		for n := int64(0); n < 10_000; n++ {
			if s := d.seek(n); s < last {
				t.Fatalf("a seek over %d cylinders is shorter than one over %d", n, n-1)
			} else {
				last = s
			}
		}
	}
}

func TestCapacities(t *testing.T) {
	if got := hp97560.sectors(); got != 1962*19*72 {
		t.Errorf("HP 97560 has %d sectors", got)
	}
	if got := atlas10k.sectors(); got < 16_000_000 || got > 18_500_000 { // 9 GB
		t.Errorf("Atlas 10K has %d sectors", got)
	}
}

// TestRotationIsCarriedThroughTime: a write to the place just written waits
// for nearly a whole turn, wherever in time it begins.
func TestRotationIsCarriedThroughTime(t *testing.T) {
	d := newRotating(&hp97560)
	first := d.Take(0, Extent{Write: true, Sector: 100, Sectors: 8})
	again := d.Take(first, Extent{Write: true, Sector: 100, Sectors: 8})
	if turn := int64(again - first); turn != d.rotation {
		t.Errorf("the same sectors again take %d ns, want one turn, %d", turn, d.rotation)
	}
}

func TestReadAheadServesTheNextSectors(t *testing.T) {
	d := newRotating(&hp97560)
	at := d.Take(0, Extent{Sector: 0, Sectors: 8})
	at += 4_000_000 // the platter turns on and the buffer fills
	near := d.Take(at, Extent{Sector: 8, Sectors: 8}) - at
	write := newRotating(&hp97560)
	at = write.Take(0, Extent{Write: true, Sector: 0, Sectors: 8}) + 4_000_000
	far := write.Take(at, Extent{Write: true, Sector: 8, Sectors: 8}) - at
	if near >= far || near != sim.Time(d.overhead+8*d.perSector) {
		t.Errorf("a read behind a read takes %d ns, the same write %d", near, far)
	}
}

// TestOrderMattersOnTheDiskAndNotOnTheSSD serves the same extents, spread over
// the whole device, as they come and in ascending order.
func TestOrderMattersOnTheDiskAndNotOnTheSSD(t *testing.T) {
	for _, c := range []struct {
		name      string
		span      int64
		low, high int64 // time as they come in percent of the time in order
	}{
		{"hp97560", hp97560.sectors(), 130, 400},
		{"atlas10k", atlas10k.sectors(), 130, 400},
		{"ssd", 1 << 24, 99, 101},
	} {
		var came []Extent
		x := uint64(12345)
		for range 400 {
			x ^= x << 13
			x ^= x >> 7
			x ^= x << 17
			came = append(came, Extent{Write: true, Sector: int64(x%uint64(c.span-8)) / 8 * 8, Sectors: 8})
		}
		inOrder := slices.Clone(came)
		slices.SortFunc(inOrder, func(a, b Extent) int { return int(a.Sector - b.Sector) })
		percent := 100 * serveAll(t, c.name, came) / serveAll(t, c.name, inOrder)
		if percent < c.low || percent > c.high {
			t.Errorf("%s: as they come takes %d %% of in order, want %d to %d", c.name, percent, c.low, c.high)
		}
	}
}

func serveAll(t *testing.T, name string, list []Extent) int64 {
	d := mustNew(t, name)
	at := sim.Time(0)
	for _, x := range list {
		at = d.Take(at, x)
	}
	return int64(at)
}

func TestSSDChannelsWorkAtOnce(t *testing.T) {
	d := mustNew(t, "ssd")
	one := d.Take(0, Extent{Sector: 0, Sectors: 8})
	d = mustNew(t, "ssd")
	eight := d.Take(0, Extent{Sector: 0, Sectors: 64})
	if one != eight || one != ssdOverhead+ssdRead+ssdBus {
		t.Errorf("one page takes %d ns, eight on eight channels %d", one, eight)
	}
}

func TestNoModelGoesBackInTime(t *testing.T) {
	for _, m := range Models {
		d := mustNew(t, m.Name)
		x := uint64(12345)
		at := sim.Time(0)
		for range 20_000 {
			x ^= x << 13
			x ^= x >> 7
			x ^= x << 17
			done := d.Take(at, Extent{Write: x&1 != 0, Sector: int64(x >> 30), Sectors: 1 + int64(x>>8)&255})
			if done <= at {
				t.Fatalf("%s: taken at %d, complete at %d", m.Name, at, done)
			}
			at += sim.Time(x >> 44)
		}
	}
}
