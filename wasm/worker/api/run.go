package api

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strings"

	"blkplay/core"
	"blkplay/core/scenario"
)

// run answers POST /api/run.
func (h *handler) run(w http.ResponseWriter, r *http.Request) {
	f := formatOf(r)
	if f == formatNone {
		refuse(w, f, http.StatusNotAcceptable, "a trace is given as text/plain or application/json")
		return
	}
	if problem := notText(r.Header.Get("Content-Type")); problem != "" {
		refuse(w, f, http.StatusUnsupportedMediaType, problem)
		return
	}
	text, err := io.ReadAll(io.LimitReader(r.Body, int64(h.Limits.TextBytes)+1))
	if err != nil {
		refuse(w, f, http.StatusBadRequest, "the scenario did not arrive whole: "+err.Error())
		return
	}
	if len(text) > h.Limits.TextBytes {
		refuse(w, f, http.StatusRequestEntityTooLarge, fmt.Sprintf("the scenario is longer than %d bytes", h.Limits.TextBytes))
		return
	}
	h.answer(w, r.Context(), f, string(text))
}

// notText says what is wrong with a Content-Type, "" if a scenario can come as that.
func notText(contentType string) string {
	if contentType == "" {
		return ""
	}
	kind, params, err := mime.ParseMediaType(contentType)
	if err != nil || kind != "text/plain" && kind != "text/x-blkplay" {
		return "a scenario is sent as text/plain, not as " + contentType
	}
	if charset := params["charset"]; charset != "" && !strings.EqualFold(charset, "utf-8") && !strings.EqualFold(charset, "us-ascii") {
		return "a scenario is sent as UTF-8, not as " + charset
	}
	return ""
}

// answer runs a scenario and writes its trace. The trace is kept until the run
// is over, because its hash goes before it.
func (h *handler) answer(w http.ResponseWriter, ctx context.Context, f format, text string) {
	t, err := h.play(ctx, f, text)
	var broken crash
	var over limit
	switch {
	case errors.As(err, &broken):
		refuse(w, f, http.StatusInternalServerError, err.Error())
	case errors.As(err, &over):
		refuse(w, f, http.StatusRequestEntityTooLarge, err.Error()+": the playground runs it in your browser")
	case err != nil:
		refuseAll(w, f, http.StatusUnprocessableEntity, problemsOf(err))
	default:
		w.Header().Set(hashHeader, t.hash)
		w.Header().Set(statusHeader, t.status)
		send(w, f, http.StatusOK, t.body)
	}
}

// transcript is a run's trace in the format asked for.
type transcript struct {
	body   []byte
	hash   string
	status string
}

// crash is a panic of the model.
type crash struct{ what any }

func (c crash) Error() string { return fmt.Sprintf("the model broke: %v", c.what) }

// limit is a run that is longer than this server makes.
type limit string

func (l limit) Error() string { return string(l) }

// sliceRecords is how many records are made between two looks at whether anybody still waits.
const sliceRecords = 8192

func (h *handler) play(ctx context.Context, f format, text string) (t *transcript, err error) {
	defer func() {
		if p := recover(); p != nil {
			t, err = nil, crash{p}
		}
	}()
	sc, err := scenario.Parse(text)
	if err != nil {
		return nil, err
	}
	m, err := core.New(sc, core.Options{Trace: true, Times: true,
		Limits: core.Limits{Records: h.Limits.Records, Time: h.Limits.Time}})
	if err != nil {
		return nil, err
	}
	out := newWriter(f, sc, m)
	for status := core.Running; status == core.Running; {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		status = m.Run(core.Forever, sliceRecords)
		out.add(m.Trace().Events())
		m.Trace().Drain()
		if status == core.Limited {
			return nil, limit(m.EndText())
		}
		if status != core.Running {
			return out.end(status), nil
		}
	}
	panic("api: a run that is not running has no end")
}
