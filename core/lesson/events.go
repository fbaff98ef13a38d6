package lesson

import (
	"strconv"

	"blkplay/core/trace"
)

// event is a record of a run, as a where sees it.
type event struct {
	run   *result
	index int
}

// field returns the field of that index in fields.
func (e *event) field(i int) Value {
	rec := &e.run.events[e.index]
	x := Value{Type: fields[i].typ}
	switch fields[i].name {
	case "at":
		x.N = rec.Time
	case "number":
		x.N = int64(e.run.numbers[e.index])
	case "sector":
		x.N = rec.Sector
	case "size":
		x.N = int64(rec.Sectors)
	case "task":
		x.N = int64(rec.Task)
	case "bio":
		x.N = int64(rec.Bio)
	case "request":
		x.N = int64(rec.Req)
	case "action":
		x.Word = actionOf(rec)
	case "write":
		return truth(rec.RWBS&trace.Write != 0)
	case "read":
		return truth(rec.RWBS&(trace.Write|trace.Discard|trace.NoData) == 0)
	case "sync":
		return truth(rec.RWBS&trace.Sync != 0)
	case "cause":
		x.Word = rec.Cause.Rule().Name
	case "unplug":
		x.Word = e.unplug()
	}
	return x
}

func actionOf(rec *trace.Event) string {
	if rec.Kind.Traced() {
		return rec.Kind.Letter()
	}
	return rec.Kind.Name()
}

// flushed is Aux of a trace.TaskPlug that empties the plug.
const flushed = 4

// lookBack yields the event's record and those that led to it, the nearest first,
// until found says so.
func (e *event) lookBack(found func(rec *trace.Event) bool) bool {
	for i := e.index; i >= 0 && i < len(e.run.events); {
		rec := &e.run.events[i]
		if found(rec) {
			return true
		}
		if int(rec.By) >= i {
			return false
		}
		i = int(rec.By)
	}
	return false
}

// unplug returns the cause of the unplug or the flush that led to the event.
func (e *event) unplug() (cause string) {
	e.lookBack(func(rec *trace.Event) bool {
		if rec.Kind == trace.PlugOff || rec.Kind == trace.TaskPlug && rec.Aux == flushed {
			cause = rec.Cause.Rule().Name
			return true
		}
		return false
	})
	return cause
}

// ledBy reports whether the event, or one that led to it, has that cause or that name.
func (e *event) ledBy(name string) bool {
	return e.lookBack(func(rec *trace.Event) bool { return rec.Cause.Rule().Name == name || actionOf(rec) == name })
}

// selected evaluates a function that takes events.
func (r *result) selected(v *env, n *node) Value {
	x := Value{Type: n.typ}
	sel := n.args[0]
	outer := v.event
	defer func() { v.event = outer }()
	one := n.text == "time" || n.text == "line"
	for i := range r.events {
		rec := &r.events[i]
		if rec.Kind >= kindsMax || !sel.kinds[rec.Kind] {
			continue
		}
		v.event = &event{r, i}
		if len(sel.args) > 0 {
			if match := v.eval(sel.args[0]); v.bad != nil {
				return x
			} else if !match.true() {
				continue
			}
		}
		if n.text == "count" {
			x.N++
			continue
		}
		y, ok := v.event.give(n.text)
		if !ok {
			return v.fail(n, "bio "+strconv.Itoa(int(rec.Bio))+" never completes, so it has no latency")
		}
		if one {
			return y
		}
		x.List = append(x.List, y)
	}
	if one {
		return v.fail(n, "no such event happens: "+sel.String())
	}
	return x
}

// give returns what the function of that name gives of one event.
func (e *event) give(name string) (x Value, ok bool) {
	rec := &e.run.events[e.index]
	switch name {
	case "time", "times":
		return nanos(rec.Time), true
	case "line", "lines":
		return number(int64(e.run.numbers[e.index])), true
	case "sectors":
		return number(rec.Sector), true
	case "sizes":
		return number(int64(rec.Sectors)), true
	case "tasks":
		return number(int64(rec.Task)), true
	case "directions":
		return word(direction(rec)), true
	case "marks":
		return word(actionOf(rec) + strconv.Itoa(int(rec.Sectors))), true
	case "extents":
		return word(direction(rec) + strconv.FormatInt(rec.Sector, 10)), true
	case "causes":
		return word(rec.Cause.Rule().Name), true
	case "unplugs":
		return word(e.unplug()), true
	case "latencies":
		if rec.Bio < 0 || int(rec.Bio) >= len(e.run.ended) || e.run.ended[rec.Bio] < 0 {
			return nanos(0), false
		}
		return nanos(e.run.ended[rec.Bio] - e.run.begun[rec.Bio]), true
	}
	panic("lesson: function " + name + " gives nothing of an event")
}

func direction(rec *trace.Event) string {
	if rec.RWBS&trace.Write != 0 {
		return "W"
	}
	return "R"
}
