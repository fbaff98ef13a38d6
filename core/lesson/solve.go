package lesson

import "strconv"

// solutionsTried bounds the search for a setting that reaches a goal.
const solutionsTried = 4096

// solve searches the knobs' values for a setting that reaches the goal: first one
// knob at a time, then all together. Tried tells how many runs it took.
func (v *Variant) solve(q *question) (answer string, tried int) {
	if answer, ok := v.solved[q.name]; ok {
		return answer, 0
	}
	s := search{v: v, q: q}
	s.run()
	if v.solved == nil {
		v.solved = map[string]string{}
	}
	v.solved[q.name] = s.answer
	return s.answer, s.tried
}

type search struct {
	v      *Variant
	q      *question
	answer string
	tried  int
	work   int // records
	found  bool
}

func (s *search) run() {
	for i := range s.q.knobs {
		s.values(&s.q.knobs[i], func(t turned) bool { return s.reached([]turned{t}) })
	}
	if s.q.turn != 1 && !s.found {
		s.together(nil)
	}
}

// together tries all values of the knobs behind those that list has.
func (s *search) together(list []turned) {
	if len(list) == len(s.q.knobs) {
		s.reached(list)
		return
	}
	s.values(&s.q.knobs[len(list)], func(t turned) bool {
		s.together(append(append([]turned(nil), list...), t))
		return s.found
	})
}

// values yields the knob's values worth trying, until stop.
func (s *search) values(k *Knob, stop func(t turned) bool) {
	bios := 1
	if k.Name == "sector" {
		for start := s.v.start(s.q); k.now(start, bios+1) != ""; {
			bios++
		}
	}
	for bio := 1; bio <= bios; bio++ {
		for _, w := range k.Words {
			if s.over() || stop(turned{knob: k, value: w}) {
				return
			}
		}
		for n := k.Low; k.Numeric && n <= k.High; n += k.Step {
			if s.over() || stop(turned{knob: k, bio: bio, n: n, value: strconv.FormatInt(n, 10)}) {
				return
			}
		}
	}
}

func (s *search) over() bool { return s.found || s.tried > solutionsTried || s.work > workMax }

func (s *search) reached(list []turned) bool {
	if s.tried++; s.over() {
		return true
	}
	list = append([]turned(nil), list...)
	a := s.v.try(s.q, list)
	if a.done != nil {
		s.work += len(a.done.events)
	}
	if a.problem != "" || !a.holds {
		return false
	}
	if s.q.least != "" {
		if _, there, long := s.v.smaller(s.q, list); there || long {
			return false
		}
	}
	s.found, s.answer = true, canonical(s.q, list)
	return true
}
