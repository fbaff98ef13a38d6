package chrome

import (
	"strconv"

	"blkplay/core/trace"
)

// open appends an event up to its time; close it with }.
func (w *Writer) open(phase byte, name string, ns int64, thread uint64) {
	if w.begun {
		w.b = append(w.b, ",\n"...)
	}
	w.begun = true
	w.b = append(w.b, `{"ph":"`...)
	w.b = append(w.b, phase)
	w.b = append(w.b, `","pid":`...)
	w.b = strconv.AppendInt(w.b, int64(w.process), 10)
	w.b = append(w.b, `,"tid":`...)
	w.b = strconv.AppendUint(w.b, thread, 10)
	w.b = append(w.b, `,"ts":`...)
	w.b = appendMicroseconds(w.b, ns)
	if name != "" {
		w.b = append(w.b, `,"name":`...)
		w.b = AppendString(w.b, name)
	}
}

func (w *Writer) meta(what string, thread int, name string) {
	w.open('M', what, 0, uint64(thread))
	w.b = append(w.b, `,"args":{"name":`...)
	w.b = AppendString(w.b, name)
	w.b = append(w.b, "}}"...)
}

// async appends the begin or end of a span, the begin with what the trace says of it.
func (w *Writer) async(e *trace.Event, phase byte, category string, id int32, name string) {
	w.open(phase, name, e.Time, uint64(e.Task))
	w.b = append(w.b, `,"cat":"`...)
	w.b = append(w.b, category...)
	w.b = append(w.b, `","id":"`...)
	w.b = append(w.b, category[0])
	w.b = strconv.AppendInt(w.b, int64(id), 10)
	w.b = append(w.b, '"')
	if phase == 'b' {
		w.b = append(w.b, `,"args":{"sector":`...)
		w.b = strconv.AppendInt(w.b, e.Sector, 10)
		w.b = append(w.b, `,"sectors":`...)
		w.b = strconv.AppendInt(w.b, int64(e.Sectors), 10)
		w.b = append(w.b, `,"task":`...)
		w.b = strconv.AppendUint(w.b, uint64(e.Task), 10)
		w.b = append(w.b, '}')
	}
	w.b = append(w.b, '}')
}

func (w *Writer) counter(e *trace.Event, name string, value int64) {
	w.open('C', name, e.Time, 0)
	w.b = append(w.b, `,"args":{"n":`...)
	w.b = strconv.AppendInt(w.b, value, 10)
	w.b = append(w.b, "}}"...)
}

// instant appends the end of a plug, with its cause.
func (w *Writer) instant(e *trace.Event) {
	w.open('i', nameOf(e), e.Time, uint64(e.Task))
	w.b = append(w.b, `,"cat":"unplug","s":"p","args":{"requests":`...)
	w.b = strconv.AppendInt(w.b, e.Sector, 10)
	w.b = append(w.b, `,"function":`...)
	w.b = AppendString(w.b, e.Cause.Rule().Func)
	w.b = append(w.b, "}}"...)
}

func (w *Writer) thread(e *trace.Event, phase byte, name string) {
	w.open(phase, name, e.Time, uint64(e.Task))
	w.b = append(w.b, '}')
}

// appendMicroseconds appends ns in the unit of the format, with three decimals.
func appendMicroseconds(b []byte, ns int64) []byte {
	b = strconv.AppendInt(b, ns/1000, 10)
	point := len(b)
	b = strconv.AppendInt(b, 1000+ns%1000, 10)
	b[point] = '.' // where the leading 1 stands
	return b
}

// AppendString appends s as JSON.
func AppendString(b []byte, s string) []byte {
	const hex = "0123456789abcdef"
	b = append(b, '"')
	for _, r := range s { // what is no UTF-8 becomes U+FFFD
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r < ' ':
			b = append(b, '\\', 'u', '0', '0', hex[r>>4], hex[r&15])
		default:
			b = append(b, string(r)...)
		}
	}
	return append(b, '"')
}
