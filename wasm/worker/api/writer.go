package api

import (
	"encoding/json"
	"strconv"

	"blkplay/core"
	"blkplay/core/scenario"
	"blkplay/core/trace"
)

// writer makes a transcript of a run, slice by slice.
type writer struct {
	format format
	sc     *scenario.Scenario
	m      *core.Machine
	lines  *core.Text
	body   []byte // text: lines; JSON: the entries of "events"
}

func newWriter(f format, sc *scenario.Scenario, m *core.Machine) *writer {
	return &writer{format: f, sc: sc, m: m, lines: m.Text()}
}

func (w *writer) add(events []trace.Event) {
	if w.format == formatText {
		w.body = w.lines.Append(w.body, events)
		return
	}
	w.lines.Count(events)
	for i := range events {
		if e := &events[i]; e.Kind.Traced() {
			w.event(e)
		}
	}
}

// event appends [time, action, rwbs, sector, sectors, task], as golden cases have it.
func (w *writer) event(e *trace.Event) {
	b := w.body
	if len(b) > 0 {
		b = append(b, ',')
	}
	b = append(b, '[')
	b = strconv.AppendInt(b, e.Time, 10)
	b = append(b, `,"`...)
	b = append(b, e.Kind.Letter()...)
	b = append(b, `","`...)
	switch e.Kind {
	case trace.Plug, trace.Unplug, trace.UnplugTimer:
	default:
		b = e.RWBS.Append(b)
	}
	b = append(b, `",`...)
	for i, v := range [...]int64{e.Sector, int64(e.Sectors), int64(e.Task)} {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendInt(b, v, 10)
	}
	w.body = append(b, ']')
}

var statusWords = map[core.Status]string{core.Complete: "complete", core.Stuck: "stuck"}

func (w *writer) end(status core.Status) *transcript {
	t := &transcript{hash: w.lines.Hash(), status: statusWords[status], body: w.body}
	if w.format == formatJSON {
		t.body = w.object(t)
	}
	return t
}

// object wraps the events into the whole answer.
func (w *writer) object(t *transcript) []byte {
	head, err := json.Marshal(struct {
		Kernel   scenario.Kernel `json:"kernel"`
		Elevator string          `json:"elevator"`
		Status   string          `json:"status"`
		End      string          `json:"end"`
		Hash     string          `json:"hash"`
	}{w.sc.Kernel, w.sc.Elevator, t.status, w.m.EndText(), t.hash})
	if err != nil {
		panic("api: json: " + err.Error())
	}
	b := append(head[:len(head)-1], `,"events":[`...)
	b = append(b, w.body...)
	b = append(b, `],"bios":[`...)
	for i, bio := range w.m.System().Times {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(b, '[')
		b = strconv.AppendInt(b, int64(bio.Submit), 10)
		b = append(b, ',')
		b = strconv.AppendInt(b, int64(bio.Done), 10)
		b = append(b, ']')
	}
	return append(b, "]}\n"...)
}
