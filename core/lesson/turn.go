package lesson

import (
	"strconv"
	"strings"

	"blkplay/core/scenario"
)

// turned is a knob with the value it is set to.
type turned struct {
	knob  *Knob
	bio   int // of the knob sector: which bio, from 1
	n     int64
	value string // as written; of a numeric knob canonical
}

func (t *turned) String() string {
	if t.knob.Name == "sector" {
		return "sector." + strconv.Itoa(t.bio) + "=" + t.value
	}
	return t.knob.Name + "=" + t.value
}

// readTurned reads a goal's answer: NAME=VALUE..., in any order.
func (q *question) readTurned(answer string) (list []turned, problem string) {
	if len(answer) > answerBytesMax {
		return nil, "the answer is too long"
	}
	for _, pair := range strings.Fields(answer) {
		name, value, ok := strings.Cut(pair, "=")
		if !ok {
			return nil, quote(pair) + ": an answer is written like unplug_thresh=5"
		}
		t, problem := q.readKnob(name, value)
		if problem != "" {
			return nil, problem
		}
		for i := range list {
			if list[i].knob == t.knob {
				if t.knob.Name == "sector" {
					return nil, "only one bio may be moved"
				}
				return nil, t.knob.Name + " is set twice"
			}
		}
		list = append(list, t)
	}
	if q.turn > 0 && len(list) > q.turn {
		return nil, "at most " + plural(q.turn, "knob") + " may be turned, and " + strconv.Itoa(len(list)) + " are"
	}
	return list, ""
}

func (q *question) readKnob(name, value string) (t turned, problem string) {
	base, ordinal, _ := strings.Cut(name, ".")
	var names []string
	for i := range q.knobs {
		k := &q.knobs[i]
		names = append(names, k.Name)
		if k.Name != name && (k.Name != "sector" || base != "sector") {
			continue
		}
		t = turned{knob: k, value: value}
		if k.Name == "sector" {
			n, err := strconv.Atoi(ordinal)
			if err != nil || n < 1 {
				return t, quote(name) + ": say which bio, as in sector.1"
			}
			t.bio = n
		}
		problem = t.within() // not in the return: t is changed by it
		return t, problem
	}
	return t, quote(name) + " may not be turned here; " + strings.Join(names, ", ") + " may"
}

// within checks the value against the knob's bounds.
func (t *turned) within() (problem string) {
	k := t.knob
	if !k.Numeric {
		for _, w := range k.Words {
			if w == t.value {
				return ""
			}
		}
		return k.Name + " may be " + strings.Join(k.Words, ", ") + ", not " + quote(t.value)
	}
	n, err := strconv.ParseInt(t.value, 10, 64)
	if err != nil || n < k.Low || n > k.High {
		return k.Name + " may be " + strconv.FormatInt(k.Low, 10) + " to " + strconv.FormatInt(k.High, 10) + ", not " + quote(t.value)
	}
	t.n, t.value = n, strconv.FormatInt(n, 10)
	return ""
}

// apply turns the knob in sc and says what is wrong if it cannot.
func (t *turned) apply(sc *scenario.Scenario) (problem string) {
	base, ordinal, _ := strings.Cut(t.knob.Name, ".")
	task, _ := strconv.Atoi(ordinal)
	info := sc.Kernel.Info()
	switch base {
	case "hz":
		sc.HZ = t.n
	case "depth":
		sc.Device.Depth = t.n
	case "elevator":
		setElevator(sc, t.value)
	case "sector":
		op := bioOp(sc, t.bio)
		if op == nil {
			return "there is no bio number " + strconv.Itoa(t.bio)
		}
		op.IO.Sector = t.n
	case "ioprio":
		return setIOPrio(sc, task, t.value)
	case "clone_io":
		op := forkOp(sc, task)
		if op == nil {
			return "nobody forks task " + strconv.Itoa(task)
		}
		op.CloneIO = t.value == "yes"
	default:
		if info.QueueParameter(t.knob.Name) != nil {
			*sc.Queue.Field(t.knob.Name) = t.n
			return ""
		}
		return setTunable(sc, t.knob.Name, t.n)
	}
	return ""
}

// setElevator changes the elevator as a text does that names another one: its
// tunables go, and what a default depends on it for follows.
func setElevator(sc *scenario.Scenario, name string) {
	if sc.Elevator == name {
		return
	}
	params := sc.Kernel.Info().Queue
	was := make([]bool, len(params))
	for i := range params {
		was[i] = *sc.Queue.Field(params[i].Name) == params[i].Default(sc)
	}
	sc.Elevator, sc.Tunables = name, nil
	for i := range params {
		if was[i] {
			*sc.Queue.Field(params[i].Name) = params[i].Default(sc)
		}
	}
}

// bioOp returns the op of the n-th op that submits a single bio, from 1.
func bioOp(sc *scenario.Scenario, n int) *scenario.Op {
	for i := range sc.Tasks {
		for j := range sc.Tasks[i].Ops {
			op := &sc.Tasks[i].Ops[j]
			if op.Kind == scenario.Submit && op.IO.Count == 1 {
				if n--; n == 0 {
					return op
				}
			}
		}
	}
	return nil
}

func forkOp(sc *scenario.Scenario, task int) *scenario.Op {
	for i := range sc.Tasks {
		for j := range sc.Tasks[i].Ops {
			if op := &sc.Tasks[i].Ops[j]; op.Kind == scenario.Fork && op.Task == task {
				return op
			}
		}
	}
	return nil
}

func setIOPrio(sc *scenario.Scenario, task int, value string) (problem string) {
	other, err := scenario.Parse("version 1\nkernel 4.4\ntask 1 ioprio=" + value)
	if err != nil {
		return quote(value) + " is no ioprio"
	}
	for i := range sc.Tasks {
		if sc.Tasks[i].ID == task {
			sc.Tasks[i].IOPrio = other.Tasks[0].IOPrio
			return ""
		}
	}
	return "there is no task " + strconv.Itoa(task)
}

func setTunable(sc *scenario.Scenario, name string, n int64) (problem string) {
	e := sc.Kernel.Info().Elevator(sc.Elevator)
	if e == nil || e.Tunable(name) == nil {
		return "elevator " + sc.Elevator + " has no " + name
	}
	for i := range sc.Tunables {
		if sc.Tunables[i].Name == name {
			sc.Tunables[i].Value = n
			return ""
		}
	}
	sc.Tunables = append(sc.Tunables, scenario.Setting{Name: name, Value: n})
	return ""
}

// now returns the knob's value in sc, of bio number bio if it is sector; "" if it
// has none there.
func (k *Knob) now(sc *scenario.Scenario, bio int) string {
	base, ordinal, _ := strings.Cut(k.Name, ".")
	task, _ := strconv.Atoi(ordinal)
	switch base {
	case "sector":
		if op := bioOp(sc, bio); op != nil {
			return strconv.FormatInt(op.IO.Sector, 10)
		}
		return ""
	case "clone_io":
		if op := forkOp(sc, task); op == nil {
			return ""
		} else if op.CloneIO {
			return "yes"
		}
		return "no"
	case "ioprio":
		return ioprioOf(sc, task)
	}
	if x, ok := (&result{sc: sc}).setting(k.Name); ok {
		return x.String()
	}
	return ""
}

func ioprioOf(sc *scenario.Scenario, task int) string {
	for i := range sc.Tasks {
		if p := sc.Tasks[i].IOPrio; sc.Tasks[i].ID == task && p != nil {
			class := [...]string{"none", "rt", "be", "idle"}[p.Class&3]
			if p.Class == 1 || p.Class == 2 || p.Data != 0 {
				class += "/" + strconv.Itoa(p.Data)
			}
			return class
		}
	}
	return "none"
}
