package scenario

import "strconv"

// Format returns the canonical text of sc. [Parse] of it gives sc back, but for
// places; queue settings that are the kernel's defaults are left out.
func Format(sc *Scenario) string {
	w := writer{}
	w.scenario(sc, &heads{})
	return string(w.out)
}

// FormatText returns the canonical form of a text, with its comments: those on a
// line stay with its statement, those between lines stand before the next one.
func FormatText(text string) (string, error) {
	p := parse(text, true)
	if len(p.errs) > 0 {
		return "", p.errs
	}
	return p.formatted(p.sc), nil
}

// FormatLike returns the canonical text of sc with the comments of the text from
// whose scenario sc was made, as by [Retarget]. Comments of lines that are gone
// stand at the end.
func FormatLike(text string, sc *Scenario) (string, error) {
	p := parse(text, true)
	if len(p.errs) > 0 {
		return "", p.errs
	}
	return p.formatted(sc), nil
}

// formatted writes sc with the comments of the text that was read, once.
func (p *parser) formatted(sc *Scenario) string {
	w := writer{lines: p.lines, base: p.base}
	w.scenario(sc, &p.heads)
	w.rest()
	return string(w.out)
}

// writer writes lines and, if it has the lines of a source, their comments.
type writer struct {
	out   []byte
	lines []source
	at    int // lines before it are looked at
	base  int
}

func (w *writer) scenario(sc *Scenario, at *heads) {
	info := sc.Kernel.Info()
	w.line(at[headVersion], "", func(b []byte) []byte { return append(b, "version 1"...) })
	w.line(at[headKernel], "", func(b []byte) []byte { return append(append(b, "kernel "...), sc.Kernel...) })
	w.line(at[headElevator], "", func(b []byte) []byte {
		b = append(append(b, "elevator "...), sc.Elevator...)
		for _, s := range sc.Tunables {
			b = appendSetting(b, s.Name, s.Value)
		}
		return b
	})
	w.line(at[headHZ], "", func(b []byte) []byte { return strconv.AppendInt(append(b, "hz "...), sc.HZ, 10) })
	if q := appendQueue(nil, sc, info); len(q) > 0 {
		w.line(at[headQueue], "", func(b []byte) []byte { return append(append(b, "queue"...), q...) })
	}
	w.line(at[headDevice], "", func(b []byte) []byte { return appendDevice(b, &sc.Device) })
	if sc.WhatIf != (WhatIf{}) {
		w.line(at[headWhatIf], "", func(b []byte) []byte {
			b = append(b, "what_if"...)
			for _, word := range whatIfWords {
				if *sc.WhatIf.Field(word) {
					b = append(append(b, ' '), word...)
				}
			}
			return b
		})
	}
	if sc.Lenient {
		w.line(at[headLenient], "", func(b []byte) []byte { return append(b, "lenient"...) })
	}
	for i := range sc.Tasks {
		w.task(&sc.Tasks[i])
	}
	for i := range sc.At {
		hand := &sc.At[i]
		w.line(hand.Op.Pos.Line, "", func(b []byte) []byte {
			b = append(appendTime(append(b, "at "...), hand.Time), ' ')
			if hand.Task != 0 {
				b = append(strconv.AppendInt(append(b, "task "...), int64(hand.Task), 10), ' ')
			}
			return appendOp(b, &hand.Op)
		})
	}
}

func (w *writer) task(t *Task) {
	w.line(t.Pos.Line, "", func(b []byte) []byte {
		b = strconv.AppendInt(append(b, "task "...), int64(t.ID), 10)
		if t.Name != "" {
			b = append(append(b, " name="...), t.Name...)
		}
		if t.Parent != 0 {
			b = appendSetting(b, "parent", int64(t.Parent))
		}
		if t.IOPrio != nil {
			b = appendIOPrio(append(b, " ioprio="...), *t.IOPrio)
		}
		return b
	})
	for i := range t.Ops {
		op := &t.Ops[i]
		w.line(op.Pos.Line, "  ", func(b []byte) []byte { return appendOp(b, op) })
	}
}

// appendQueue writes the settings that are not the kernel's defaults, in the
// order of its table; then, of a lenient scenario, those the kernel lacks.
func appendQueue(b []byte, sc *Scenario, info *KernelInfo) []byte {
	if info == nil {
		return b
	}
	for i := range info.Queue {
		p := &info.Queue[i]
		if v := *sc.Queue.Field(p.Name); v != p.Default(sc) {
			b = appendSetting(b, p.Name, v)
		}
	}
	for _, k := range kernels {
		for i := range k.Queue {
			p := &k.Queue[i]
			if v := *sc.Queue.Field(p.Name); sc.Lenient && v != 0 && info.QueueParameter(p.Name) == nil && k.introduces(p.Name) {
				b = appendSetting(b, p.Name, v)
			}
		}
	}
	return b
}

// introduces reports whether k is the first of [Kernels] with that queue parameter.
func (k *KernelInfo) introduces(name string) bool {
	for i := range kernels {
		if kernels[i].QueueParameter(name) != nil {
			return kernels[i].Name == k.Name
		}
	}
	return false
}

// line writes one line, and before it what the source has in comments and blank
// lines up to its line number from.
func (w *writer) line(from int, indent string, body func(b []byte) []byte) {
	w.before(from, indent)
	w.out = append(w.out, indent...)
	w.out = body(w.out)
	if from > 0 && from <= len(w.lines) {
		w.comment(&w.lines[from-1], " ")
	}
	w.out = append(w.out, '\n')
}

func (w *writer) comment(line *source, before string) {
	if line.comment != "" {
		w.out = append(append(w.out, before...), line.comment...)
		line.comment = "" // written
	}
}

// before writes the lines of the source before line number from that hold no words.
func (w *writer) before(from int, indent string) {
	for ; w.at < min(from-1, len(w.lines)); w.at++ {
		w.between(&w.lines[w.at], indent)
	}
}

func (w *writer) between(line *source, indent string) {
	if len(line.words) > 0 {
		return // it has a place of its own
	}
	if line.comment == "" {
		if n := len(w.out); n > 1 && w.out[n-2] != '\n' {
			w.out = append(w.out, '\n') // one blank line of several
		}
		return
	}
	if line.column > w.base {
		w.out = append(w.out, indent...)
	}
	w.comment(line, "")
	w.out = append(w.out, '\n')
}

// rest writes what is behind the last statement, and the comments of lines that
// have no place in the canonical form.
func (w *writer) rest() {
	for i := range w.lines {
		if line := &w.lines[i]; len(line.words) > 0 && line.comment != "" {
			w.comment(line, "")
			w.out = append(w.out, '\n')
		}
	}
	w.before(len(w.lines)+1, "")
	for n := len(w.out); n > 1 && w.out[n-2] == '\n'; n = len(w.out) {
		w.out = w.out[:n-1]
	}
}
