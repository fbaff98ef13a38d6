package lesson

import (
	"strconv"
	"strings"

	"blkplay/core/scenario"
)

// Knob is what a reader may turn to reach a goal. A name is a setting (hz,
// elevator, depth, a queue's or an elevator's), or ioprio.N of task N, clone_io.N
// of the fork of task N, or sector, of one of the run's bios: that bio is called
// sector.1 if it is the first of the text.
type Knob struct {
	Name      string
	Numeric   bool
	Low, High int64    // if Numeric
	Step      int64    // between values worth trying; others are allowed
	Words     []string // if not Numeric: what it may be set to
}

// knob reads NAME VALUE..., where values are words, or numbers LOW..HIGH [step S].
func (p *parser) knob(q *question, s *statement) {
	p.noBody(s)
	w := s.words()
	if len(w) == 0 {
		p.fail(s.pos(), "a knob has a name and values, as in: knob unplug_thresh 1..16")
		return
	}
	k := Knob{Name: w[0].text, Step: 1}
	if !knobKnown(k.Name) {
		p.fail(w[0].pos, quote(k.Name)+" is no knob: neither a setting nor sector, ioprio.N or clone_io.N")
		return
	}
	for i := range q.knobs {
		if q.knobs[i].Name == k.Name {
			p.fail(w[0].pos, "there is a knob "+quote(k.Name)+" already")
		}
	}
	if strings.HasPrefix(k.Name, "clone_io.") && len(w) == 1 {
		k.Words = []string{"no", "yes"}
		q.knobs = append(q.knobs, k)
		return
	}
	k.Numeric = numericKnob(k.Name)
	if !k.Numeric {
		for _, v := range w[1:] {
			if !knobWord(v.text) {
				p.fail(v.pos, quote(v.text)+" is no value of "+k.Name)
			}
			k.Words = append(k.Words, v.text)
		}
		if len(k.Words) < 2 {
			p.fail(w[0].pos, "a knob has at least two values")
		}
		q.knobs = append(q.knobs, k)
		return
	}
	if p.bounds(&k, w[1:], w[0].pos) {
		q.knobs = append(q.knobs, k)
	}
}

// bounds reads LOW..HIGH [step S].
func (p *parser) bounds(k *Knob, w []placed, at Pos) bool {
	if len(w) == 1 || len(w) == 3 && w[1].text == "step" {
		from, to, ok := strings.Cut(w[0].text, "..")
		a, errA := strconv.ParseInt(from, 10, 64)
		b, errB := strconv.ParseInt(to, 10, 64)
		if ok && errA == nil && errB == nil && 0 <= a && a < b && b <= numberMax {
			k.Low, k.High = a, b
			if len(w) == 3 {
				step, err := strconv.ParseInt(w[2].text, 10, 64)
				if err != nil || step < 1 {
					p.fail(w[2].pos, "a step is a number, at least 1")
					return false
				}
				k.Step = step
			}
			return true
		}
	}
	p.fail(at, "the values of "+k.Name+" are numbers: knob "+k.Name+" 1..16, or 1..16 step 5")
	return false
}

func numericKnob(name string) bool {
	if name == "sector" {
		return true
	}
	t, ok := settingNamed(name)
	return ok && t == Int
}

func knobKnown(name string) bool {
	base, task, dotted := strings.Cut(name, ".")
	if dotted {
		n, err := strconv.Atoi(task)
		return (base == "ioprio" || base == "clone_io") && err == nil && n >= 1 && n <= scenario.TaskIDMax
	}
	_, ok := settingNamed(name)
	return ok && name != "kernel" || name == "sector"
}

// least checks the knob whose smallest value is asked for.
func (p *parser) least(q *question) {
	for i := range q.knobs {
		k := &q.knobs[i]
		if k.Name != q.least {
			continue
		}
		if !k.Numeric || k.Name == "sector" {
			p.fail(q.pos, "least is of a knob with numbers")
		} else if (k.High-k.Low)/k.Step >= valuesMax {
			p.fail(q.pos, "least tries every smaller value; "+k.Name+" has more than "+strconv.Itoa(valuesMax))
		}
		return
	}
	p.fail(q.pos, "least: "+quote(q.least)+" is no knob of this question")
}
