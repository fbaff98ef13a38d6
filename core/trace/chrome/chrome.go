// Package chrome writes a run as Chrome trace JSON, which ui.perfetto.dev opens.
//
// Each bio is a span from its submission to its end, each request one from its
// allocation until it is freed, with its service by the device as a span of its
// own; they overlap, so they are asynchronous events. Tasks are threads, whose
// sleeps are slices. Requests at the device, requests in the block layer
// and the plugs are counters, and the end of a plug is an instant with its cause.
package chrome

import (
	"strconv"

	"blkplay/core/trace"
)

// Writer writes a run, slice by slice.
type Writer struct {
	begun    bool
	process  int
	bios     map[int32]string // names of open spans: the end of a span must repeat them
	requests map[int32]span
	sleeping map[uint16]bool
	held     map[uint16]int64 // requests in the plug of a task
	inDevice int64
	b        []byte
}

// span is an open request.
type span struct {
	service string // "" while it is not at the device
}

// NewWriter returns a writer of a run.
func NewWriter() *Writer {
	return &Writer{process: 1, bios: map[int32]string{}, requests: map[int32]span{}, sleeping: map[uint16]bool{}, held: map[uint16]int64{}}
}

// NewProcess returns a writer of another device's events into the same file, as
// process number, from 2. It has no head, and no end.
func NewProcess(number int) *Writer {
	w := NewWriter()
	w.begun, w.process = true, number
	return w
}

// Thread is a task's number and name.
type Thread struct {
	Task int
	Name string
}

// AppendHead appends what stands first: how the run and its tasks are called.
func (w *Writer) AppendHead(b []byte, title string, threads []Thread) []byte {
	w.b = append(b, `{"traceEvents":[`...)
	w.b = append(w.b, "\n"...)
	return w.AppendNames(w.b, title, threads)
}

// AppendNames appends how a device and some of its tasks are called; "" is no title.
func (w *Writer) AppendNames(b []byte, title string, threads []Thread) []byte {
	w.b = b
	if title != "" {
		w.meta("process_name", 0, title)
	}
	for _, t := range threads {
		w.meta("thread_name", t.Task, t.Name)
	}
	return w.b
}

// AppendMessage appends what a scheduler or a person wrote into the trace at a time, in ns.
func (w *Writer) AppendMessage(b []byte, ns int64, text string) []byte {
	w.b = b
	w.open('i', text, ns, 0)
	w.b = append(w.b, `,"cat":"message","s":"p"}`...)
	return w.b
}

// Append appends what e tells.
//
// Preconditions: events come in order.
func (w *Writer) Append(b []byte, e *trace.Event) []byte {
	w.b = b
	switch e.Kind {
	case trace.Queue:
		name := title(e)
		w.bios[e.Bio] = name
		w.async(e, 'b', "bio", e.Bio, name)
	case trace.BioEnd:
		if name, ok := w.bios[e.Bio]; ok {
			delete(w.bios, e.Bio)
			w.async(e, 'e', "bio", e.Bio, name)
		}
	case trace.GetRequest:
		if _, open := w.requests[e.Req]; !open {
			w.requests[e.Req] = span{}
			w.async(e, 'b', "request", e.Req, requestName(e.Req))
			w.counter(e, "requests", int64(len(w.requests)))
		}
	case trace.Issue:
		w.issue(e)
	case trace.Complete:
		w.complete(e)
	case trace.RequestFree:
		if _, open := w.requests[e.Req]; open {
			delete(w.requests, e.Req)
			w.async(e, 'e', "request", e.Req, requestName(e.Req))
			w.counter(e, "requests", int64(len(w.requests)))
		}
	case trace.Plug, trace.PlugOff, trace.TaskPlug:
		w.plug(e)
	case trace.TaskSleep:
		if !w.sleeping[e.Task] {
			w.sleeping[e.Task] = true
			w.thread(e, 'B', nameOf(e))
		}
	case trace.TaskRun:
		if w.sleeping[e.Task] {
			delete(w.sleeping, e.Task)
			w.thread(e, 'E', "")
		}
	}
	return w.b
}

// AppendEnd appends what stands last.
func (w *Writer) AppendEnd(b []byte) []byte { return append(b, "\n]}\n"...) }

func (w *Writer) issue(e *trace.Event) {
	r, open := w.requests[e.Req]
	if !open || r.service != "" {
		return
	}
	r.service = title(e)
	w.requests[e.Req] = r
	w.inDevice++
	w.async(e, 'b', "service", e.Req, r.service)
	w.counter(e, "at the device", w.inDevice)
}

func (w *Writer) complete(e *trace.Event) {
	r, open := w.requests[e.Req]
	if !open || r.service == "" {
		return
	}
	w.inDevice--
	w.async(e, 'e', "service", e.Req, r.service)
	w.counter(e, "at the device", w.inDevice)
	r.service = ""
	w.requests[e.Req] = r
}

// Values of Aux in TaskPlug records.
const (
	plugAdded   = 3
	plugFlushed = 4
)

func (w *Writer) plug(e *trace.Event) {
	switch {
	case e.Kind == trace.Plug && e.Arg != 0: // a queue that is plugged has a timer
		w.counter(e, "queue plugged", 1)
	case e.Kind == trace.PlugOff:
		w.counter(e, "queue plugged", 0)
		w.instant(e)
	case e.Kind == trace.TaskPlug && e.Aux == plugAdded:
		w.held[e.Task] = e.Sector
		w.counter(e, "held in task plugs", w.heldNow())
	case e.Kind == trace.TaskPlug && e.Aux == plugFlushed:
		delete(w.held, e.Task)
		w.counter(e, "held in task plugs", w.heldNow())
		w.instant(e)
	}
}

func (w *Writer) heldNow() int64 {
	n := int64(0)
	for _, k := range w.held {
		n += k
	}
	return n
}

// title names an I/O, as "W 0 + 8".
func title(e *trace.Event) string {
	return e.RWBS.String() + " " + strconv.FormatInt(e.Sector, 10) + " + " + strconv.Itoa(int(e.Sectors))
}

func requestName(req int32) string { return "request " + strconv.Itoa(int(req)) }

// nameOf is the cause of e, or its kind.
func nameOf(e *trace.Event) string {
	if name := e.Cause.Rule().Name; name != "" {
		return name
	}
	return e.Kind.Name()
}
