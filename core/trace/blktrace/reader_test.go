package blktrace

import (
	"bytes"
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"
)

// records of every shape.
var records = []Record{
	{Time: 1, Seq: 1, Sector: 8, Bytes: 4096, Action: Queue, Category: 0x12, PID: 7, Device: MakeDevice(8, 17), CPU: 3},
	{Time: 1<<63 + 5, Seq: 1 << 31, Sector: 1 << 40, Bytes: 1<<32 - 1, Action: Complete, Category: 0x181, Error: 5},
	{Action: Plug, Category: 0x11, PID: 1 << 22},
	{Action: Unplug, Category: 0x11, Arg: 3},
	{Action: UnplugTimer, Category: 0x11, Arg: 1 << 40},
	{Action: Split, Category: 0x0a, Sector: 100, Bytes: 512, Arg: 101},
	{Action: Remap, Category: 0x11, Arg: 2048, From: MakeDevice(8, 1), To: MakeDevice(8, 0)},
	{Action: Issue, Category: PC | Read | AtIssue, Payload: []byte{0x12, 0, 0, 0, 36, 0}},
	{Action: Queue, Category: 0x11, HasCGroup: true, CGroup: 1<<40 + 3},
	{Action: Unplug, Category: 0x11, HasCGroup: true, CGroup: 9, Arg: 4},
	{Action: Unplug, Category: 0x11, BadPayload: true},
	{Action: Split, Category: 0x11, BadPayload: true, Payload: []byte{1, 2, 3, 4}},
	{Action: NoteProcess, Category: Notify, PID: 7, Payload: []byte("dd\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00")},
	{Action: NoteMessage, Category: Notify, Payload: []byte("hello")},
	{Action: NoteMessage, Category: Notify, HasCGroup: true, CGroup: 5, Payload: []byte("hello")},
	{Action: NoteTimestamp, Category: Notify, Payload: []byte{1, 2, 3, 4, 5, 6, 7, 8}},
	{Action: DriverData, Category: DrvData, Payload: bytes.Repeat([]byte{7}, 1<<16-1)},
	{Action: Queue | cgroupBit, Category: 0x11, BadPayload: true, Payload: []byte{1, 2, 3}},
	{Action: 99, Category: 0xffff &^ Notify},
}

func TestRecordsReadAsWritten(t *testing.T) {
	for _, o := range []order{littleEndian, bigEndian} {
		var file []byte
		for i := range records {
			file = o.appendRecord(file, &records[i])
		}
		i := 0
		err := each(file, func(rec *Record) {
			got := *rec
			if len(got.Payload) == 0 {
				got.Payload = nil
			}
			if i < len(records) && !reflect.DeepEqual(got, records[i]) {
				t.Errorf("record %d:\n got %+v\nwant %+v", i, got, records[i])
			}
			i++
		})
		if err != io.EOF || i != len(records) {
			t.Errorf("%d records, %v", i, err)
		}
	}
}

func TestTooLongPayloadIsCut(t *testing.T) {
	rec := Record{Category: Notify, Action: NoteMessage, HasCGroup: true, Payload: make([]byte, 1<<17)}
	n := 0
	err := each(littleEndian.appendRecord(nil, &rec), func(r *Record) { n = len(r.Payload) })
	if err != io.EOF || n != 1<<16-1-8 {
		t.Errorf("%d bytes, %v", n, err)
	}
}

// files that are not as they should be; good is a record of 48 bytes.
var badFiles = []struct{ name, file, want string }{
	{"one byte", "\x07", "byte 0: the file is cut off: the header has 48 bytes, 1 are there"},
	{"magic only", "\x07tae", "byte 0: the file is cut off: the header has 48 bytes, 4 are there"},
	{"header cut", good() + good()[:47], "byte 48: the file is cut off: the header has 48 bytes, 47 are there"},
	{"payload cut", good() + withPayload(8)[:50], "byte 48: the file is cut off: the record has 56 bytes, 50 are there"},
	{"payload missing", withPayload(65535)[:48], "byte 0: the file is cut off: the record has 65583 bytes, 48 are there"},
	{"version 6", "\x06" + good()[1:], "byte 0: blktrace version 6, only versions 7 and 8 can be read"},
	{"version 9, big-endian", "eat\x09" + strings.Repeat("\x00", 44), "byte 0: blktrace version 9, only versions 7 and 8 can be read"},
	{"version 9 later", good() + "\x09" + good()[1:], "byte 48: blktrace version 9, only versions 7 and 8 can be read"},
	{"version 8, header cut", "eat\x08" + strings.Repeat("\x00", 50), "byte 0: the file is cut off: the header has 64 bytes, 54 are there"},
	{"version 8, shorter", "\x08tae", "byte 0: the file is cut off: the header has 64 bytes, 4 are there"},
	{"version 8 later, payload cut", good() + string(version8(littleEndian, []byte(good()+withPayload(9)))[64:100]), "byte 48: the file is cut off: the header has 64 bytes, 36 are there"},
	{"lost, but how many", good() + "CPU:1 [LOST some EVENTS]\n" + good(), "byte 48: no blktrace record here: found the bytes 43 50 55 3a"},
	{"lost, no end", good() + "CPU:1 [LOST 3", "byte 48: no blktrace record here: found the bytes 43 50 55 3a"},
	{"PNG", "\x89PNG\r\n\x1a\n" + strings.Repeat("\x00", 60), "byte 0: no blktrace record here: found the bytes 89 50 4e 47"},
	{"short PNG", "\x89PNG\r\n", "byte 0: no blktrace record here: found the bytes 89 50 4e 47"},
	{"zeroes", strings.Repeat("\x00", 48), "byte 0: no blktrace record here: found the bytes 00 00 00 00"},
	{"zeroes later", good() + strings.Repeat("\x00", 48), "byte 48: no blktrace record here: found the bytes 00 00 00 00"},
	{"other order later", good() + "eat\x07" + strings.Repeat("\x00", 44), "byte 48: the byte order changes inside the file"},
}

func good() string { return string(littleEndian.appendRecord(nil, &records[0])) }

func withPayload(n int) string {
	return string(littleEndian.appendRecord(nil, &Record{Category: Notify, Action: NoteMessage, Payload: make([]byte, n)}))
}

func TestBadFilesAreToldWithTheirPlace(t *testing.T) {
	for _, x := range badFiles {
		t.Run(x.name, func(t *testing.T) {
			r := NewReader(strings.NewReader(x.file))
			var rec Record
			var err error
			for err == nil {
				err = r.Next(&rec)
			}
			var place *Error
			if !errors.As(err, &place) || !strings.Contains(err.Error(), x.want) {
				t.Errorf("got %v\nwant %s", err, x.want)
			}
			if again := r.Next(&rec); again != err {
				t.Errorf("then %v", again)
			}
		})
	}
}

func TestEmptyFileHasNoRecords(t *testing.T) {
	if err := each(nil, func(*Record) { t.Error("a record") }); err != io.EOF {
		t.Error(err)
	}
}

func TestErrorsOfTheSourceAreHandedOn(t *testing.T) {
	broken := errors.New("broken")
	r := NewReader(io.MultiReader(strings.NewReader(good()+"\x07"), failing{broken}))
	var rec Record
	if err := r.Next(&rec); err != nil {
		t.Fatal(err)
	}
	if err := r.Next(&rec); err != broken {
		t.Error(err)
	}
	if err := NewReader(failing{nil}).Next(&rec); err != io.ErrNoProgress {
		t.Error(err)
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }
