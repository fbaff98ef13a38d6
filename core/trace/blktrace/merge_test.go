package blktrace

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
	"testing"
)

// file makes a file of events "cpu.seq@time", notes "name:pid@time" and messages "m@time".
func file(words string) []byte {
	var b []byte
	for _, w := range strings.Fields(words) {
		what, at, _ := strings.Cut(w, "@")
		ns, err := strconv.ParseUint(at, 10, 64)
		if err != nil {
			panic(w)
		}
		rec := Record{Time: ns, Action: Queue, Category: Read | AtQueue, PID: 1}
		if name, pid, ok := strings.Cut(what, ":"); ok {
			n, _ := strconv.Atoi(pid)
			rec = Record{Time: ns, Category: Notify, Action: NoteProcess, PID: uint32(n), Payload: append([]byte(name), 0, 'x')}
		} else if what == "m" || what == "mc" {
			rec = Record{Time: ns, Category: Notify, Action: NoteMessage, Payload: []byte("text"), HasCGroup: what == "mc"}
		} else {
			cpu, seq, _ := strings.Cut(what, ".")
			c, _ := strconv.Atoi(cpu)
			s, _ := strconv.Atoi(seq)
			rec.CPU, rec.Seq = uint32(c), uint32(s)
		}
		b = littleEndian.appendRecord(b, &rec)
	}
	return b
}

func TestMergeOrder(t *testing.T) {
	for _, x := range []struct{ name, a, b, want string }{
		{"by time", "0.1@1 0.2@4 0.3@5", "1.1@2 1.2@3 1.3@9", "0.1 1.1 1.2 0.2 0.3 1.3"},
		{"one is empty", "", "1.1@2", "1.1"},
		{"all equal: the file goes on", "0.1@5 0.2@5", "1.1@5 1.2@5", "0.1 0.2 1.1 1.2"},
		{"the last to give goes on", "0.1@1 0.2@7", "1.1@2 1.2@7 1.3@8", "0.1 1.1 1.2 0.2 1.3"},
		{"the last to wait goes first", "0.1@1 0.2@7 0.3@9", "1.1@2 1.2@6 1.3@7 1.4@8", "0.1 1.1 1.2 1.3 0.2 1.4 0.3"},
		{"not sorted inside a file", "0.1@5 0.2@1 0.3@6", "1.1@3 1.2@9", "1.1 0.1 0.2 0.3 1.2"},
		{"messages are in the order", "0.1@1 m@2 0.2@4", "1.1@3", "0.1 m 1.1 0.2"},
		{"those of a cgroup are not", "0.1@1 mc@2 0.2@4", "1.1@3", "0.1 1.1 0.2"},
	} {
		t.Run(x.name, func(t *testing.T) {
			m := NewMerge()
			m.Add(NewReader(bytes.NewReader(file(x.a))), AnyCPU)
			m.Add(NewReader(bytes.NewReader(file(x.b))), AnyCPU)
			var got []string
			var rec Record
			var err error
			for err = m.Next(&rec); err == nil; err = m.Next(&rec) {
				if rec.IsMessage() {
					got = append(got, "m")
				} else {
					got = append(got, strconv.Itoa(int(rec.CPU))+"."+strconv.Itoa(int(rec.Seq)))
				}
			}
			if s := strings.Join(got, " "); s != x.want || err != io.EOF {
				t.Errorf("got %s (%v), want %s", s, err, x.want)
			}
			if err := m.Next(&rec); err != io.EOF {
				t.Error(err)
			}
		})
	}
}

func TestMergeCounts(t *testing.T) {
	m := NewMerge()
	m.Add(NewReader(bytes.NewReader(file("dd:1@0 0.1@1 0.2@3 0.5@2 1.6@7 m@8 mc@9"))), 0)
	m.Add(NewReader(bytes.NewReader(file("cat:1@0 dd:1@0 x:2@0 1.1@1 1.0@2 1.2@3 1.4@4"))), 1)
	var rec Record
	for m.Next(&rec) == nil {
	}
	want := Report{Records: 14, Processes: 4, Messages: 2, CGroups: 1, Hidden: 1, Renamed: 1, Missing: 3, Gaps: 2, Backwards: 1, OtherCPU: 1}
	want.Events[Queue] = 7
	if m.Report != want {
		t.Errorf("\n got %+v\nwant %+v", m.Report, want)
	}
	if m.Names[1] != "dd" || m.Names[2] != "x" {
		t.Errorf("names %v: the first of a pid stays", m.Names)
	}
}

// A merged file whose CPUs' records were written one buffer after the other.
func TestMergeCountsDisorderBetweenCPUs(t *testing.T) {
	m := NewMerge()
	m.Add(NewReader(bytes.NewReader(file("0.1@1 0.2@4 1.1@2 1.2@5 0.3@3 0.4@2"))), AnyCPU)
	var rec Record
	for m.Next(&rec) == nil {
	}
	if m.Report.Disorder != 2 || m.Report.Backwards != 3 || m.Report.Missing != 0 {
		t.Errorf("%+v", m.Report)
	}
}

func TestMergeCountsWhatIsOdd(t *testing.T) {
	m := NewMerge()
	var b []byte
	for _, rec := range []Record{
		{Action: 99, Category: Read}, {Action: DriverData, Category: DrvData}, {Action: Unplug, Category: Read, BadPayload: true},
		{Action: Plug}, {Category: Notify, Action: 77}, {Category: Notify, Action: NoteTimestamp},
	} {
		b = littleEndian.appendRecord(b, &rec)
	}
	m.Add(NewReader(bytes.NewReader(b)), AnyCPU)
	var rec Record
	for m.Next(&rec) == nil {
	}
	want := Report{Records: 6, Unknown: 2, BadPayload: 1, NoCategory: 1, OtherNotes: 1, Timestamps: 1}
	want.Events[Unplug], want.Events[Plug] = 1, 1
	if m.Report != want {
		t.Errorf("\n got %+v\nwant %+v", m.Report, want)
	}
}

func TestMergeNamesTheFile(t *testing.T) {
	m := NewMerge()
	m.Add(NewReader(bytes.NewReader(file("0.1@1 0.2@2"))), 0)
	m.Add(NewReader(bytes.NewReader(append(file("1.1@1"), 'x'))), 1)
	var rec Record
	var err error
	for err == nil {
		err = m.Next(&rec)
	}
	var in *FileError
	var place *Error
	if !errors.As(err, &in) || in.File != 1 || !errors.As(err, &place) || place.Offset != 48 {
		t.Errorf("%#v", err)
	}
	if again := m.Next(&rec); again == nil || again == io.EOF {
		t.Errorf("after the error: %v", again)
	}
}
