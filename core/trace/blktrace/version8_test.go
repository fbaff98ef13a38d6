package blktrace

import (
	"bytes"
	"io"
	"reflect"
	"testing"
)

// version8 is a file of version 7 as a kernel writes it that was asked for version 8.
func version8(o order, file []byte) []byte {
	var b []byte
	if err := each(file, func(r *Record) { b = o.append8(b, r) }); err != io.EOF {
		panic(err)
	}
	return b
}

// append8 appends r as Linux 6.19's kernel/trace/blktrace.c:record_blktrace_event2().
func (o order) append8(b []byte, r *Record) []byte {
	old := o.appendRecord(nil, r)
	payload := old[headerBytes:]
	b = o.put32(b, magic|Version2)
	b = append(b, old[4:28]...) // sequence, time, sector, bytes
	b = o.put32(b, r.PID)
	b = o.put64(b, r.word())
	b = append(b, old[36:48]...) // device, cpu, error, length
	b = append(b, make([]byte, 12)...)
	return append(b, payload...)
}

// zoneRecords are those that only version 8 has.
var zoneRecords = []Record{
	{Action: Queue, Category: Write | AtQueue | ZoneAppend, Sector: 1 << 20, Bytes: 4096},
	{Action: Complete, Category: Write | AtComplete | FS | ZoneReset, Sector: 1 << 20},
	{Action: ZonePlug, Category: Read | AtQueue, Sector: 1 << 20},
	{Action: ZoneUnplug, Category: Read | AtQueue, Sector: 1 << 20},
	{Action: Queue, Category: 1 << 47, HasCGroup: true, CGroup: 7},
}

func TestVersion8ReadsAsWritten(t *testing.T) {
	want := append(append([]Record{}, records...), zoneRecords...)
	for _, o := range []order{littleEndian, bigEndian} {
		var file []byte
		for i := range want {
			file = o.append8(file, &want[i])
		}
		i := 0
		err := each(file, func(rec *Record) {
			got := *rec
			if len(got.Payload) == 0 {
				got.Payload = nil
			}
			if i < len(want) && !reflect.DeepEqual(got, want[i]) {
				t.Errorf("record %d:\n got %+v\nwant %+v", i, got, want[i])
			}
			i++
		})
		if err != io.EOF || i != len(want) {
			t.Errorf("%d records, %v", i, err)
		}
	}
}

// A real trace reads the same in either version and byte order, and where one changes into the other.
func TestRealFilesInVersion8(t *testing.T) {
	for name, data := range realFiles(t) {
		for _, o := range []order{littleEndian, bigEndian} {
			var back []byte
			if err := each(version8(o, data), func(rec *Record) { back = littleEndian.appendRecord(back, rec) }); err != io.EOF {
				t.Fatalf("%s: %v", name, err)
			}
			if !bytes.Equal(back, data) {
				t.Errorf("%s: reads otherwise", name)
			}
		}
		var back []byte
		both := append(version8(littleEndian, data), data...)
		if err := each(both, func(rec *Record) { back = littleEndian.appendRecord(back, rec) }); err != io.EOF || len(back) != 2*len(data) {
			t.Errorf("%s: both versions in a file: %v", name, err)
		}
	}
}

func TestZonesAreCounted(t *testing.T) {
	var file []byte
	for i := range zoneRecords {
		file = bigEndian.append8(file, &zoneRecords[i])
	}
	m := NewMerge()
	m.Add(NewReader(bytes.NewReader(file)), 0)
	var rec Record
	for m.Next(&rec) == nil {
	}
	if p := &m.Report; p.Records != 5 || p.Zoned != 4 || p.Unknown != 0 || p.Events[ZonePlug] != 1 || p.CGroups != 1 {
		t.Errorf("%+v", m.Report)
	}
}

func TestLettersOfZones(t *testing.T) {
	for _, x := range []struct {
		category Category
		bytes    uint32
		want     string
	}{
		{Write | ZoneAppend | Sync, 4096, "ZAS"},
		{Write | ZoneAppend | Flush | FUA | Meta, 4096, "FZAFM"},
		{Write | ZoneResetAll, 0, "ZRA"},
		{Write | ZoneClose | Discard, 0, "D"},
		{Write | Flush | FUA, 4096, "FWF"},
		{Read, 0, "N"},
	} {
		got := string(x.category.AppendLetters(nil, x.bytes))
		if got != x.want {
			t.Errorf("%#x: %s, want %s", x.category, got, x.want)
		}
	}
}

// What ftrace tells between the records of its binary stream.
func TestLostEventsOfFtrace(t *testing.T) {
	data := string(file("0.1@1")) + "CPU:0 [LOST 12 EVENTS]\n" + string(file("0.14@2")) + "CPU:1 [LOST EVENTS]\n" + string(file("0.15@3"))
	for _, whole := range []bool{true, false} {
		var src io.Reader = bytes.NewReader([]byte(data))
		if !whole {
			src = &trickle{data: []byte(data)}
		}
		m := NewMerge()
		m.Add(NewReader(src), AnyCPU)
		var rec Record
		var err error
		for err = m.Next(&rec); err == nil; err = m.Next(&rec) {
		}
		if err != io.EOF || m.Report.Lost != 12 || m.Report.LostUnknown != 1 || m.Report.Records != 3 {
			t.Errorf("%v %+v", err, m.Report)
		}
	}
}
