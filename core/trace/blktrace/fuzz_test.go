package blktrace

import (
	"bytes"
	"io"
	"testing"
)

// damaged returns data whole, cut, and with single bits turned over.
func damaged(data []byte) [][]byte {
	data = data[:min(len(data), 4096)]
	all := [][]byte{data}
	for _, n := range []int{1, 4, 47, 48, 49, 100, len(data) / 2} {
		all = append(all, data[:min(n, len(data))])
	}
	for _, bit := range []int{0, 8, 46 * 8, 47*8 + 7, 48 * 8, 28 * 8, 31*8 + 2, 100 * 8, 145*8 + 3} {
		if bit/8 < len(data) {
			flipped := bytes.Clone(data)
			flipped[bit/8] ^= 1 << (bit % 8)
			all = append(all, flipped)
		}
	}
	return all
}

// Whatever the bytes: no crash, every record writes back to its bytes, and what
// was read is what the offset says.
func FuzzReader(f *testing.F) {
	for i := range records {
		f.Add(littleEndian.appendRecord(nil, &records[i]))
		f.Add(bigEndian.appendRecord(nil, &records[i]))
	}
	for _, x := range badFiles {
		f.Add([]byte(x.file))
	}
	for _, data := range realFiles(f) {
		for _, d := range damaged(data) {
			f.Add(d)
		}
	}
	for i := range zoneRecords {
		f.Add(bigEndian.append8(nil, &zoneRecords[i]))
	}
	f.Add([]byte("eat\a00000000000000000000000000\x01\x1300000000000000\x00\x000")) // an action beside that on a zone, by its highest bit
	f.Add(append(file("0.1@1"), "CPU:0 [LOST 12 EVENTS]\n"...))
	f.Fuzz(func(t *testing.T, data []byte) {
		if bytes.Contains(data, []byte(" [LOST ")) {
			_ = each(data, func(*Record) {})
			return // the text between records is not written back
		}
		r := NewReader(bytes.NewReader(data))
		var back []byte
		var rec Record
		var err error
		for err = r.Next(&rec); err == nil; err = r.Next(&rec) {
			if r.header == header2Bytes {
				pad := len(back) + 52
				back = r.order.append8(back, &rec)
				copy(back[pad:pad+12], data[pad:]) // nobody says what stands there
				continue
			}
			back = r.order.appendRecord(back, &rec)
		}
		if int(r.Offset()) != len(back) || !bytes.Equal(back, data[:len(back)]) {
			t.Errorf("%d bytes read, they write back otherwise", r.Offset())
		}
		if err == io.EOF && len(back) != len(data) {
			t.Errorf("the end after %d of %d bytes", len(back), len(data))
		}
	})
}

// Whatever the files: no crash, and every event of an undamaged file comes out.
func FuzzMerge(f *testing.F) {
	f.Add(file("0.1@1 0.2@4"), file("1.1@1 1.2@2"))
	f.Add(file("dd:1@0 m@1 mc@2"), file(""))
	for _, data := range realFiles(f) {
		for _, d := range damaged(data) {
			f.Add(d, file("1.1@1 1.2@2"))
		}
	}
	f.Fuzz(func(t *testing.T, a, b []byte) {
		want := 0
		count := func(rec *Record) {
			if !rec.IsNote() || rec.IsMessage() && !rec.HasCGroup {
				want++
			}
		}
		endA, endB := each(a, count), each(b, count)
		m := NewMerge()
		m.Add(NewReader(bytes.NewReader(a)), AnyCPU)
		m.Add(NewReader(bytes.NewReader(b)), AnyCPU)
		got := 0
		var rec Record
		var err error
		for err = m.Next(&rec); err == nil; err = m.Next(&rec) {
			got++
		}
		if whole := endA == io.EOF && endB == io.EOF; whole != (err == io.EOF) || whole && got != want {
			t.Errorf("%d of %d, %v (%v, %v)", got, want, err, endA, endB)
		}
	})
}
