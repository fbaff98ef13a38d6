package lesson

import (
	"blkplay/core/scenario"
	"blkplay/core/trace"
)

// traps looks for scenarios that do not show what they seem to.
func (l *linter) traps() {
	for i := range l.x.runs {
		t := &l.x.runs[i]
		for _, v := range l.variants {
			r := v.result(t.name)
			if r.err != nil {
				l.add("no-answer", t.pos, l.of(v)+r.err.Error())
				continue
			}
			l.wholeMs(t, r)
			l.smallSlice(t, r)
			l.givesUp(t, r)
			l.idleFirst(t, r)
			l.sameStart(t, r)
			l.starvedEarly(t, r)
			l.stuck(t, r)
		}
	}
	for i := range l.uses {
		l.counters(&l.uses[i])
		l.hidden(&l.uses[i])
	}
	for i := range l.x.questions {
		l.thresholdNever(&l.x.questions[i])
	}
}

// asks reports whether an answer or a check about the run has a node that is so.
func (l *linter) asks(run string, is func(n *node) bool) (yes bool) {
	for i := range l.uses {
		u := &l.uses[i]
		if !u.answers {
			continue
		}
		u.expr.root.walk(func(n *node) { yes = yes || u.of(n) == run && is(n) })
	}
	return yes
}

// wholeMs finds a plug that the timer takes off, set on a whole millisecond, where
// the time is asked for.
func (l *linter) wholeMs(t *runTemplate, r *result) {
	plugged, timed := int64(-1), false
	for i := range r.events {
		switch e := &r.events[i]; e.Kind {
		case trace.Plug:
			plugged = e.Time
		case trace.UnplugTimer:
			timed = timed || r.sc.Kernel == scenario.Linux2624 && plugged >= 0 && plugged%1_000_000 == 0
		}
	}
	if timed && l.asks(t.name, func(n *node) bool {
		return n.text == "time" || n.text == "times" || n.text == "latencies" || n.text == "q2c_max" || n.text == "end"
	}) {
		l.add("whole-ms", t.pos, "the queue is plugged at "+nanos(plugged).String()+", on a whole millisecond: the timer fires at the same time for HZ 250 and 1000; put it between ticks")
	}
}

// smallSlice finds priorities under cfq where they change no slice.
func (l *linter) smallSlice(t *runTemplate, r *result) {
	slice, ok := r.setting("slice_sync")
	if !ok || r.sc.Elevator != "cfq" || slice.N*r.sc.HZ/1000 >= 5 {
		return
	}
	prio := false
	for i := range r.sc.Tasks {
		task := &r.sc.Tasks[i]
		prio = prio || task.IOPrio != nil && task.IOPrio.Class == 2
		for j := range task.Ops {
			prio = prio || task.Ops[j].Kind == scenario.SetIOPrio && task.Ops[j].Prio.Class == 2
		}
	}
	for i := range l.x.questions {
		for _, k := range l.x.questions[i].knobs {
			prio = prio || l.x.questions[i].on == t.name && len(k.Name) > 6 && k.Name[:6] == "ioprio"
		}
	}
	if prio {
		l.add("small-slice", t.pos, "slice_sync "+slice.String()+" is less than 5 ticks: all priorities have the same slice; take 5 and level 7 to see a difference")
	}
}

func (r *result) has(cause string) bool {
	for i := range r.events {
		if r.events[i].Cause.Rule().Name == cause {
			return true
		}
	}
	return false
}

func (l *linter) givesUp(t *runTemplate, r *result) {
	if r.sc.Elevator == "as" && r.has("antic-thinks-too-long") {
		l.add("as-gives-up", t.pos, "anticipatory gives up on a task here; think times of 1 and 2 ms show a lasting win")
	}
}

// idleFirst finds a run under cfq that begins with an idle-class task's request.
func (l *linter) idleFirst(t *runTemplate, r *result) {
	if r.sc.Elevator != "cfq" || r.sc.Kernel != scenario.Linux2624 {
		return
	}
	first := -1
	for i := range r.events {
		if e := &r.events[i]; e.Kind == trace.Queue {
			if first < 0 {
				if first = int(e.Task); !idleClass(r.sc, first) {
					return
				}
			}
			if int(e.Task) != first {
				l.add("idle-first", t.pos, "task "+number(int64(first)).String()+" is of the idle class and comes first: it holds up the others for HZ/10; let a normal task start first")
				return
			}
		}
	}
}

func idleClass(sc *scenario.Scenario, id int) bool {
	for i := range sc.Tasks {
		task := &sc.Tasks[i]
		if task.ID != id {
			continue
		}
		if task.IOPrio != nil && task.IOPrio.Class == 3 {
			return true
		}
		for j := range task.Ops {
			switch task.Ops[j].Kind {
			case scenario.SetIOPrio:
				return task.Ops[j].Prio.Class == 3
			case scenario.Submit, scenario.Stream:
				return false
			}
		}
	}
	return false
}

func (l *linter) sameStart(t *runTemplate, r *result) {
	if r.has("deadline-alias") || r.has("antic-alias") {
		l.add("same-start", t.pos, "")
	}
}

// starvedEarly finds reads that leave before the writes come, where writes_starved matters.
func (l *linter) starvedEarly(t *runTemplate, r *result) {
	matters := false
	for _, s := range r.sc.Tunables {
		matters = matters || s.Name == "writes_starved"
	}
	for i := range l.x.questions {
		for _, k := range l.x.questions[i].knobs {
			matters = matters || l.x.questions[i].on == t.name && k.Name == "writes_starved"
		}
	}
	early := int64(-1)
	for i := range r.events {
		e := &r.events[i]
		write := e.RWBS&trace.Write != 0
		if e.Kind == trace.Issue && !write && early < 0 {
			early = e.Sector
		}
		if e.Kind == trace.Queue && write {
			if matters && early >= 0 {
				l.add("starved-early", t.pos, "the read at "+number(early).String()+" is dispatched before a write waits: it does not count for writes_starved")
			}
			return
		}
	}
}

func (l *linter) stuck(t *runTemplate, r *result) {
	open := r.figure(figureNamed("open_bios"))
	if open.N > 0 && !l.asks(t.name, func(n *node) bool { return n.text == "blocked" || n.text == "open_bios" }) {
		l.add("run-stuck", t.pos, "")
	}
}

// counters finds counters of io_contexts where there are none, or more than the tasks'.
func (l *linter) counters(u *use) {
	u.expr.root.walk(func(n *node) {
		if n.text != "ioc" && n.text != "ioc_first" && n.text != "contexts" || u.of(n) == "" {
			return
		}
		r := l.variants[0].result(u.of(n))
		switch {
		case r == nil:
		case r.sc.Kernel != scenario.Linux44:
			l.add("ioc-kernel", place(u.expr.pos, n.at), "")
		case r.sc.Elevator == "cfq" && n.text != "contexts":
			l.add("ioc-cfq", place(u.expr.pos, n.at), "under cfq the counters hold requests and active_cic as well; for the arithmetic of forks take deadline")
		}
	})
}

// hiddenCauses take the plug off without a line of blktrace.
var hiddenCauses = [...]string{"plug-off-threshold", "plug-off-sync", "plug-off-completion", "plug-off-get-request", "plug-off-elevator"}

// hidden finds answers that the trace alone cannot tell.
func (l *linter) hidden(u *use) {
	if l.x.ShowCauses || u.question == nil || u.question.kind == Goal || u.question.answer != u.expr {
		return
	}
	u.expr.root.walk(func(n *node) {
		for k, on := range n.kinds {
			if on && !trace.Kind(k).Traced() {
				l.add("hidden-cause", u.question.answerPos, trace.Kind(k).Name()+" has no trace line: say show causes, so that the reader gets these records")
			}
		}
	})
	for _, v := range l.variants {
		x, _ := v.want(u.question)
		for _, item := range append([]Value{x}, x.List...) {
			for _, cause := range hiddenCauses {
				if item.Word == cause {
					l.add("hidden-cause", u.question.answerPos, cause+" has no trace line: say show causes, so that the reader gets these records")
				}
			}
		}
	}
}

// thresholdNever finds a goal whose larger thresholds all give the same run.
func (l *linter) thresholdNever(q *question) {
	for i := range q.knobs {
		k := &q.knobs[i]
		if k.Name != "unplug_thresh" || (k.High-k.Low)/k.Step > 64 {
			continue
		}
		v := l.variants[0]
		from, same := k.High, ""
		for n := k.High; n >= k.Low; n -= k.Step {
			t := turned{knob: k, n: n, value: number(n).String()}
			a := v.try(q, []turned{t})
			if a.done == nil {
				return
			}
			shape := a.done.shape()
			if same == "" {
				same = shape
			}
			if shape != same {
				break
			}
			from = n
		}
		if (k.High-from)*2 >= k.High-k.Low {
			l.add("threshold-never", q.pos, l.of(v)+"unplug_thresh "+number(from).String()+" to "+number(k.High).String()+" give the same run: that many requests never wait")
		}
	}
}

// shape is a digest of what blktrace prints of a run.
func (r *result) shape() string {
	var b []byte
	for i := range r.events {
		if e := &r.events[i]; e.Kind.Traced() {
			v := Value{Type: ListOf(Int), List: []Value{number(e.Time), number(int64(e.Kind)), number(e.Sector), number(int64(e.Sectors)), number(int64(e.Task))}}
			b = v.append(b)
		}
	}
	return digest(string(b))
}
